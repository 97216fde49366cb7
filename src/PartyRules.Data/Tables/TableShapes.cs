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
        new("entries", words.EntryColumns, EntryColumns.Required, EntryColumns.Read.Select(column => column.Name))
        {
            AnyOf = EntryColumns.Person,
            Essential = [.. EntryColumns.Person, .. EntryColumns.Required],
        };

    /// <summary>The table of results of other schemes or earlier years.</summary>
    public static TableShape Earlier(SchemeWords words) =>
        new("earlier", words.EntryColumns, ResultColumns.RequiredOfEarlier, ResultColumns.Earlier.All.Select(column => column.Name))
        {
            Essential = ResultColumns.RequiredOfEarlier,
        };
}
