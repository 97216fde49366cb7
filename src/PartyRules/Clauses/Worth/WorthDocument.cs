using System.Text.Json.Serialization;
using PartyRules.Documents;
using PartyRules.Engine.Partitions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Worth;

/// <summary>How many points an entry is worth. Exactly one member is given.</summary>
internal sealed record WorthDocument
{
    /// <summary>True: the entry's value, which must then be recorded.</summary>
    public bool? Value { get; init; }

    /// <summary>The same points for every entry.</summary>
    public Points? Each { get; init; }

    /// <summary>Points by the entry's level, which must then be recorded.</summary>
    public IReadOnlyDictionary<string, Points>? Levels { get; init; }

    /// <summary>Points for each unit of the entry's value, which must then be recorded.</summary>
    public PerUnitDocument? PerUnit { get; init; }

    /// <summary>Points by the band in which the entry's value falls.</summary>
    public BandsDocument? Bands { get; init; }

    /// <summary>
    /// Factors by the entry's level or role, by which the points above are multiplied; every entry must then carry a level.
    /// </summary>
    public IReadOnlyDictionary<string, Points>? LevelFactors { get; init; }
}

/// <summary>Points for each unit of a quantity.</summary>
internal sealed record PerUnitDocument
{
    /// <summary>The points of one unit.</summary>
    public required Points Points { get; init; }

    /// <summary>How much makes one unit, more than zero.</summary>
    public required Points Unit { get; init; }

    /// <summary>What a part of a unit earns: <c>nothing</c> or <c>share</c>. Must be stated.</summary>
    [Words(typeof(PartOfUnit))]
    public required string Part { get; init; }
}

/// <summary>Points by bands of a measure.</summary>
internal sealed record BandsDocument
{
    /// <summary>
    /// <c>steps</c>: the points of the band in which the value falls. <c>marginal</c>: each band's points for every unit that falls in it.
    /// </summary>
    [Words(typeof(BandKind))]
    public required string Kind { get; init; }

    /// <summary>The bands from lowest to highest; a value below the first earns nothing.</summary>
    public required IReadOnlyList<BandDocument> Of { get; init; }
}

/// <summary>One band.</summary>
internal sealed record BandDocument
{
    /// <summary>The lowest value of the band, included.</summary>
    public required Points From { get; init; }

    /// <summary>The points of the band, or for each unit within it.</summary>
    public required Points Points { get; init; }
}

/// <summary>What a part of a unit counts.</summary>
internal enum PartOfUnit
{
    [JsonStringEnumMemberName("nothing")]
    Nothing,
    [JsonStringEnumMemberName("share")]
    Share,
}

/// <summary>How bands are read.</summary>
internal enum BandKind
{
    [JsonStringEnumMemberName("steps")]
    Steps,
    [JsonStringEnumMemberName("marginal")]
    Marginal,
}
