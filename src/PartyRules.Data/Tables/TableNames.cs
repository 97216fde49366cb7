using System.Text.RegularExpressions;
using PartyRules.Data.Columns;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>What the files of the tables of a data set may be called.</summary>
/// <remarks>Thread-safe.</remarks>
internal static partial class TableNames
{
    public const string Subjects = "subjects";
    public const string Entries = "entries";
    public const string Earlier = "earlier";

    private static readonly MessageCatalog Catalog = new("PartyRules.Data.Resources.FileNames", typeof(TableNames).Assembly);

    private static readonly Lazy<Dictionary<string, string[]>> Names =
        new(() => All!.Append("results").ToDictionary(table => table, NamesOf, StringComparer.Ordinal));

    /// <summary>The tables of a data set.</summary>
    public static IReadOnlyList<string> All { get; } = [Subjects, Entries, Earlier];

    /// <summary>Whether a file bears the very name of a table; upper and lower case are not told apart.</summary>
    public static bool IsExact(string path, string table) =>
        Path.GetFileNameWithoutExtension(path).Equals(table, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file bears a name of a table, or is a copy of such a file; one that may be of two tables is of neither.</summary>
    public static bool IsOf(string path, string table) => IsExact(path, table)
        || (MayBe(path, table) && !All.Any(other => other != table && MayBe(path, other)));

    /// <summary>Whether a file bears the name of results, which are not read.</summary>
    public static bool IsOfResults(string path) => MayBe(path, "results");

    private static bool MayBe(string path, string table)
    {
        var bare = Marks().Replace(Folding.Fold(Path.GetFileNameWithoutExtension(path)), "").Replace(" ", "", StringComparison.Ordinal)
            .Trim('-', '_', '.');
        return Names.Value[table].Any(name => bare.Equals(name.TrimStart('='), StringComparison.OrdinalIgnoreCase)
            || (name[0] > '~' && bare.EndsWith(name, StringComparison.Ordinal)));
    }

    /// <summary>The names of a table; what stands behind an equals sign is a whole name, and not the end of one.</summary>
    private static string[] NamesOf(string table) =>
        [table, .. Catalog.In(Language.ChineseSimplified, table).Split('|').SelectMany(name => new[] { name, name + "表", name + "册" })];

    /// <summary>What programs and people put behind the name of a copy, and years.</summary>
    [GeneratedRegex(@"\s*\([0-9]{1,3}\)$|\s*[-_ ]\s*(副本|复制|备份|copy)\s*(\([0-9]+\))?$|\(?20[0-9]{2}\s*(年度|年)?\)?|[-_ ]?(最终版|定稿|终稿|v[0-9]+)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
