using System.Text.Json.Serialization;
using PartyRules.Clauses.Amounts;
using PartyRules.Documents;

namespace PartyRules.Clauses.Worth;

/// <summary>
/// How many points an entry is worth. Of <c>value</c>, <c>each</c>, <c>levels</c>, <c>perUnit</c> and <c>bands</c> one is given.
/// </summary>
internal sealed record WorthDocument
{
    public bool? Value { get; init; }

    public StatedAmount? Each { get; init; }

    public IReadOnlyDictionary<string, StatedAmount>? Levels { get; init; }

    public string? ValueOf { get; init; }

    public PerUnitDocument? PerUnit { get; init; }

    public BandsDocument? Bands { get; init; }

    public IReadOnlyDictionary<string, StatedAmount>? LevelFactors { get; init; }

    public RoundingDocument? Rounding { get; init; }
}

/// <summary>Points for each unit of a quantity.</summary>
internal sealed record PerUnitDocument
{
    public required StatedAmount Points { get; init; }

    public required Points Unit { get; init; }

    [Words(typeof(PartOfUnit))]
    public required string Part { get; init; }
}

/// <summary>Points by bands of a measure.</summary>
internal sealed record BandsDocument
{
    [Words(typeof(BandKind))]
    public required string Kind { get; init; }

    public required IReadOnlyList<BandDocument> Of { get; init; }
}

/// <summary>One band. Of <c>from</c> and <c>above</c> one is given.</summary>
internal sealed record BandDocument
{
    public Points? From { get; init; }

    public Points? Above { get; init; }

    public required StatedAmount Points { get; init; }
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
