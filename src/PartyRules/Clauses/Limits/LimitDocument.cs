using PartyRules.Documents;

namespace PartyRules.Clauses.Limits;

/// <summary>The most that counts within a window of time.</summary>
internal sealed record LimitDocument
{
    /// <summary>
    /// The window: <c>day</c>, <c>week</c>, <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>. A
    /// week runs from Monday and ends with the year.
    /// </summary>
    [Words(typeof(WindowWord))]
    public required string Per { get; init; }

    /// <summary>The most points that count in one window, as a magnitude.</summary>
    public required Points Points { get; init; }

    /// <summary>The finding raised where more was recorded; absent for none.</summary>
    public FindingDocument? Finding { get; init; }

    /// <summary>What the limit rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
