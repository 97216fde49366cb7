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

    /// <summary>
    /// The columns of the table <c>entries</c>; further ones are attributes. <c>name</c> and <c>parent</c> say whom an entry is about where
    /// it names no identifier.
    /// </summary>
    public static IReadOnlyList<string> OfEntries { get; } =
    [
        "id", "subject", "name", "parent", "item", "date", "value", "level", "ref", "note", "by",
    ];

    /// <summary>The columns of subjects with their names; what entries call the subject's number is here the row's own.</summary>
    internal static IEnumerable<(string Code, IEnumerable<string> Names)> NamedOfSubjects =>
        OfSubjects.Select(column => (column, NamesOf(column == "id" ? "subject-id" : column)));

    /// <summary>The columns of entries with their names.</summary>
    internal static IEnumerable<(string Code, IEnumerable<string> Names)> NamedOfEntries =>
        OfEntries.Select(column => (column, NamesOf(column)));

    private static IEnumerable<string> NamesOf(string key) => Names.In(Language.ChineseSimplified, key).Split('|');
}
