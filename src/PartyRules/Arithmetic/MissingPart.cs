using System.Text.Json.Serialization;

namespace PartyRules.Arithmetic;

/// <summary>What an evaluator without a rating means.</summary>
internal enum MissingPart
{
    /// <summary>The result is incomplete.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,

    /// <summary>The others' weights grow.</summary>
    [JsonStringEnumMemberName("left-out")]
    LeftOut,

    /// <summary>It counts zero.</summary>
    [JsonStringEnumMemberName("zero")]
    Zero,
}
