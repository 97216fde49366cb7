using System.Text.Json.Serialization;

namespace PartyRules.Documents;

/// <summary>How a ratio is told.</summary>
internal enum RatioWord
{
    [JsonStringEnumMemberName("percent")]
    Percent,
    [JsonStringEnumMemberName("number")]
    Number,
}
