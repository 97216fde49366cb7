using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>The columns that the tables of every data set may have, and their Chinese names.</summary>
/// <remarks>Thread-safe.</remarks>
public static class StandardColumns
{
    private static readonly MessageCatalog Names = new(
        "PartyRules.Resources.ColumnNames", typeof(StandardColumns).Assembly);

    /// <summary>The columns of the table <c>subjects</c>; further ones are attributes.</summary>
    public static IReadOnlyList<string> OfSubjects { get; } = ["id", "name", "kind", "parent", "category", "employment", "previousGrade"];

    /// <summary>The columns of the table <c>entries</c>.</summary>
    public static IReadOnlyList<string> OfEntries { get; } = ["id", "subject", "item", "date", "value", "level", "ref", "note", "by"];

    internal static IEnumerable<(string Code, IEnumerable<string> Names)> Named(IEnumerable<string> columns) =>
        columns.Select(column => (column, Names.In(Language.ChineseSimplified, column).Split('|').AsEnumerable()));
}
