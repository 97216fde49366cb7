using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Multipliers;

/// <summary>
/// What points are multiplied by. Of <c>factor</c>, <c>percent</c>, <c>records</c>, <c>rate</c> and <c>attribute</c> one is given.
/// </summary>
internal sealed record MultiplierDocument
{
    /// <summary>A fixed factor.</summary>
    public Points? Factor { get; init; }

    /// <summary>A fixed percentage.</summary>
    public Points? Percent { get; init; }

    /// <summary>
    /// The codes of records whose values, averaged all together, are a percentage, such as attendance rates of several kinds of meeting.
    /// </summary>
    public IReadOnlyList<string>? Records { get; init; }

    /// <summary>A share of entries, such as the meetings attended among those called.</summary>
    public RateDocument? Rate { get; init; }

    /// <summary>A further column of the subject that is a factor, such as a coefficient.</summary>
    public string? Attribute { get; init; }

    /// <summary>The factor where records, rate or column are empty. Must be stated with them.</summary>
    public Points? Otherwise { get; init; }

    /// <summary>When the multiplier applies, by subject and entries; absent for always.</summary>
    public ConditionDocument? When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A share of entries.</summary>
internal sealed record RateDocument
{
    /// <summary>The codes of the items and records of which the share is taken.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The codes of the items and records among which it is taken, those of <c>of</c> included.</summary>
    public required IReadOnlyList<string> Among { get; init; }
}
