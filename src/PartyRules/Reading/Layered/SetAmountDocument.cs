using PartyRules.Documents;

namespace PartyRules.Reading.Layered;

/// <summary>
/// An amount that replaces the one in its place: for a time, or, where a lower organisation sets what a higher one leaves open, for good.
/// </summary>
internal sealed record SetAmountDocument
{
    public required string At { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required Points Value { get; init; }

    public required CitationDocument Cites { get; init; }

    /// <summary>Whether it holds for a time only.</summary>
    public bool HasDates() => From is not null || To is not null;

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > To);

    /// <summary>Whether it holds on some day between two.</summary>
    public bool HoldsWithin(DateOnly? from, DateOnly? to) => !(From > to) && !(To < from);
}
