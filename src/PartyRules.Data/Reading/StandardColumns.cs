using System.Resources;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Reading;

/// <summary>The columns that data sets have, and what else they may be called: by their Chinese names.</summary>
internal static class StandardColumns
{
    private static readonly MessageCatalog Names = new(new ResourceManager("PartyRules.Data.Resources.ColumnNames", typeof(StandardColumns).Assembly));
    private static readonly Dictionary<string, string> Standard = DataSetReader.SubjectColumns.Union(DataSetReader.EntryColumns, StringComparer.Ordinal)
        .SelectMany(column => Names.In(Language.ChineseSimplified, column).Split('|').Select(alias => (alias, column)))
        .ToDictionary(pair => pair.alias, pair => pair.column, StringComparer.Ordinal);

    /// <summary>The standard name of a column; any other name stays as it is.</summary>
    public static string Name(string written) => Standard.GetValueOrDefault(written.Trim(), written.Trim());
}
