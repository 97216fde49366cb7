namespace PartyRules.Schemes;

/// <summary>Which rows a clause is about.</summary>
internal enum Rows
{
    /// <summary>The rounds.</summary>
    Round,

    /// <summary>The year.</summary>
    Year,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>What rows mean.</summary>
internal static class RowsExtensions
{
    /// <summary>Whether a clause on these rows is about a round's row, or about a year's.</summary>
    public static bool Include(this Rows rows, bool isOfRound) => rows == Rows.Both || (rows == Rows.Round) == isOfRound;
}
