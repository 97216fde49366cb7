using PartyRules.Data.Columns;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>The tables of a data set.</summary>
internal static class TableShapes
{
    /// <summary>The table of the subjects of a scheme.</summary>
    public static TableShape Subjects(Scheme scheme) => new(
        "subjects",
        scheme.Words.SubjectColumns,
        SubjectColumns.RequiredBy(scheme),
        SubjectColumns.All.Select(column => column.Name).Concat(scheme.Words.SubjectColumns.Codes))
    {
        AnyOf = SubjectColumns.Person,
        Essential = [SubjectColumns.Kind.Name],
    };

    /// <summary>The table of the entries.</summary>
    public static TableShape Entries(SchemeWords words) =>
        new(
            "entries",
            words.EntryColumns,
            EntryColumns.Required,
            EntryColumns.Read.Select(column => column.Name).Concat(words.EntryColumns.Codes))
        {
            AnyOf = EntryColumns.Person,
            Essential = [.. EntryColumns.Person, .. EntryColumns.Required],
            Wide = new WideColumns(words),
        };

    /// <summary>A register of entries that has a row for each subject.</summary>
    /// <param name="words">The words of the scheme.</param>
    /// <param name="columns">Those of its columns that hold entries.</param>
    public static TableShape Register(SchemeWords words, IReadOnlyList<MappedColumn> columns)
    {
        var names = columns.Select(column => Folding.Fold(column.Column)).ToList();
        return new("entries", words.EntryColumns, names, EntryColumns.Read.Select(column => column.Name).Concat(names))
        {
            AnyOf = EntryColumns.Person,
            Essential = EntryColumns.Person,
            Wide = new WideColumns(words),
            IsRegister = true,
        };
    }

    /// <summary>The table of results of other schemes or earlier years.</summary>
    public static TableShape Earlier(SchemeWords words) =>
        new("earlier", words.EntryColumns, ResultColumns.RequiredOfEarlier, ResultColumns.Earlier.All.Select(column => column.Name))
        {
            Essential = ResultColumns.RequiredOfEarlier,
        };
}
