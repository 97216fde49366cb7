using PartyRules.Arithmetic;

namespace PartyRules.Documents;

/// <summary>A mandatory statement of rounding.</summary>
[FixedNumbers]
internal sealed record RoundingDocument
{
    [Words(typeof(RoundingWord))]
    public required string Mode { get; init; }

    public int? Places { get; init; }
}

/// <summary>What statements of rounding mean.</summary>
internal static class RoundingMeaning
{
    /// <summary>The rounding that is meant; null for none, and where it is not stated rightly.</summary>
    public static Rounding? Meant(this RoundingDocument from) =>
        from.Places is >= 0 and <= Points.DecimalPlaces && EnumWords<RoundingWord>.Members.TryGetValue(from.Mode, out var word)
            && WordMeanings.Of(word) is { } mode
            ? new Rounding(from.Places.Value, mode)
            : null;
}
