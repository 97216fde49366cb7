using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>The file that holds a table of a data set.</summary>
internal sealed class TableFile
{
    private const int MostNeighbours = 10;
    private static readonly string[] OtherFormats = [".xls", ".xlsm", ".xlsb", ".et", ".ods", ".tsv", ".txt", ".json"];
    private readonly string folder;

    private TableFile(string folder, string path, bool isShared) => (this.folder, Path, IsShared) = (folder, path, isShared);

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The format: the ending of the name, in lower case.</summary>
    public string Format => FileEnding.Of(Path);

    public bool Exists => File.Exists(Path);

    /// <summary>Whether it is the one workbook of the folder, which holds all tables.</summary>
    public bool IsShared { get; }

    /// <summary>What the folder holds beside the tables that bear their names, for whoever looks for this file; null for nothing.</summary>
    public LocalText? Neighbours
    {
        get
        {
            var names = Directory.EnumerateFiles(folder).Where(IsStranger).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)
                .ToList();
            return names.Count == 0 ? null : DataMessages.Format("data.neighbours", string.Join(", ", names.Take(MostNeighbours)));
        }
    }

    /// <summary>
    /// The file of a table, whichever format it has; the one workbook of the folder where no file bears the name of a table; the CSV file
    /// where there is none at all. Upper and lower case are not told apart.
    /// </summary>
    public static TableFile Of(string folder, string table, ProblemLog problems)
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToList();
        var found = files.Where(path => IsOf(path, table)).OrderBy(path => FileEnding.OfTables.ToList().IndexOf(FileEnding.Of(path)))
            .ToList();
        if (found.Count > 1)
        {
            var names = string.Join(", ", found.Select(System.IO.Path.GetFileName));
            problems.Add(DataMessages.Problem("data.several-files", new SourceLocation(System.IO.Path.GetFileName(found[0])), names));
        }

        if (found.Count > 0)
            return new TableFile(folder, found[0], isShared: false);
        var books = files.Where(path => FileEnding.Of(path) == FileEnding.Excel && !System.IO.Path.GetFileName(path)
            .StartsWith("~$", StringComparison.Ordinal)).ToList();
        return table is "subjects" or "entries" && books.Count == 1
            ? new TableFile(folder, books[0], isShared: true)
            : new TableFile(folder, System.IO.Path.Combine(folder, table + FileEnding.Csv), isShared: false);
    }

    /// <summary>Whether a file is that of a table in one of the formats, or would become it.</summary>
    public static bool IsFileOf(string folder, string table, string path) =>
        System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar)
            .Equals(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)), StringComparison.OrdinalIgnoreCase)
        && IsOf(path, table);

    /// <summary>Whether a file may hold a table, though its name or format is not that of one.</summary>
    private static bool IsStranger(string path) =>
        (IsOfTables(path) || OtherFormats.Contains(FileEnding.Of(path), StringComparer.OrdinalIgnoreCase))
        && !Array.Exists(["subjects", "entries", "earlier"], table => IsOf(path, table));

    private static bool IsOf(string path, string table) =>
        System.IO.Path.GetFileNameWithoutExtension(path).Equals(table, StringComparison.OrdinalIgnoreCase) && IsOfTables(path);

    private static bool IsOfTables(string path) => FileEnding.OfTables.Contains(FileEnding.Of(path));
}
