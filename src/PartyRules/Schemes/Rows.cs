using System.Text.Json.Serialization;

namespace PartyRules.Schemes;

/// <summary>Which rows a clause is about.</summary>
internal enum Rows
{
    /// <summary>The rounds.</summary>
    [JsonStringEnumMemberName("round")]
    Round,

    /// <summary>The year.</summary>
    [JsonStringEnumMemberName("year")]
    Year,

    /// <summary>Both.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}

/// <summary>What rows mean.</summary>
internal static class RowsExtensions
{
    /// <summary>Whether a clause on these rows is about a round's row, or about a year's.</summary>
    public static bool Include(this Rows rows, bool isOfRound) => rows == Rows.Both || (rows == Rows.Round) == isOfRound;
}
