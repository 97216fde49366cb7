using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>The file that holds a table of a data set.</summary>
internal sealed class TableFile
{
    private const int MostNeighbours = 10;
    private readonly string folder;

    private TableFile(string folder, string path, bool isShared) => (this.folder, Path, IsShared) = (folder, path, isShared);

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The format: the ending of the name, in lower case.</summary>
    public string Format => FileEnding.Of(Path);

    public bool Exists => File.Exists(Path);

    /// <summary>Whether it is the one workbook of the folder, which holds all tables.</summary>
    public bool IsShared { get; }

    /// <summary>Whether it bears another name than that of its table, in upper or lower case.</summary>
    public bool IsNamedOtherwise { get; private init; }

    /// <summary>What the folder holds beside the tables that bear their names, for whoever looks for this file; null for nothing.</summary>
    public LocalText? Neighbours
    {
        get
        {
            var names = FilesIn(folder).Where(path => FileEnding.MayHoldTable(path) || FileEnding.IsForeign(path))
                .Where(path => !TableNames.All.Any(table => TableNames.IsExact(path, table) && IsOf(path, table)))
                .Select(System.IO.Path.GetFileName).ToList();
            return names.Count == 0 ? null : DataMessages.Format("data.neighbours", string.Join(", ", names.Take(MostNeighbours)));
        }
    }

    /// <summary>
    /// The file of a table, whichever format it has: the one that bears its name; else one that bears a name by which offices call such a
    /// table, or is a copy; else the one workbook that bears no other table's name; the CSV file where there is none at all.
    /// </summary>
    /// <param name="folder">The folder, or a workbook that holds all tables.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    public static TableFile Of(string folder, string table, ProblemLog problems)
    {
        if (File.Exists(folder))
            return OfOne(folder, table);
        var files = FilesIn(folder);
        var named = files.Where(path => IsOf(path, table)).ToList();
        var exact = named.Where(path => TableNames.IsExact(path, table)).ToList();
        var found = (exact.Count > 0 ? exact : named).OrderBy(path => FileEnding.OfTables.ToList().IndexOf(FileEnding.Of(path))).ToList();
        if (found.Count > 1)
        {
            var names = string.Join(", ", found.Select(System.IO.Path.GetFileName));
            problems.Add(DataMessages.Problem("data.several-files", new SourceLocation(System.IO.Path.GetFileName(found[0])), names));
        }

        if (found.Count > 0)
            return new TableFile(folder, found[0], isShared: false) { IsNamedOtherwise = exact.Count == 0 };
        if (table != TableNames.Earlier && SharedIn(files) is { } shared)
            return new TableFile(folder, shared, isShared: true);
        return new TableFile(folder, System.IO.Path.Combine(folder, table + FileEnding.Csv), isShared: false);
    }

    /// <summary>A file by its path, whatever it is called.</summary>
    public static TableFile At(string path) =>
        new(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, path, isShared: false);

    /// <summary>What is to be said of the files of a folder: which are read for another name, and which are not read.</summary>
    public static IEnumerable<DataNotice> NoticesOf(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        var tables = TableNames.All.Select(table => Of(folder, table, new ProblemLog())).Where(file => file.Exists).ToList();
        foreach (var file in tables.Where(file => file.IsNamedOtherwise && tables.Count(other => other.Path == file.Path) == 1))
            yield return DataMessages.Notice("notice.named-otherwise", new SourceLocation(file.Name));
        var unread = FilesIn(folder).Except(tables.Select(file => file.Path)).Where(FileEnding.MayHoldTable)
            .Where(path => !TableNames.IsOfResults(path)).Select(System.IO.Path.GetFileName).ToList();
        if (unread.Count > 0)
        {
            var names = string.Join(", ", unread.Take(MostNeighbours)) + (unread.Count > MostNeighbours ? ", …" : "");
            yield return DataMessages.Notice("notice.unread-files", new SourceLocation(), unread.Count, names);
        }
    }

    /// <summary>Whether a file is that of a table in one of the formats, or would become it.</summary>
    public static bool IsFileOf(string folder, string table, string path) =>
        System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar)
            .Equals(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)), StringComparison.OrdinalIgnoreCase)
        && FileEnding.OfTables.Contains(FileEnding.Of(path)) && TableNames.IsExact(path, table);

    private static TableFile OfOne(string path, string table)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        return table == TableNames.Earlier ? new TableFile(folder, System.IO.Path.Combine(path, table + FileEnding.Csv), isShared: false)
            : new TableFile(folder, path, isShared: true);
    }

    /// <summary>The only workbook, or the only one that bears no table's name; null for none.</summary>
    private static string? SharedIn(List<string> files)
    {
        var books = files.Where(FileEnding.IsWorkbook).ToList();
        var nameless = books.Where(path => !TableNames.All.Any(table => IsOf(path, table))).ToList();
        return books.Count == 1 ? books[0] : nameless.Count == 1 ? nameless[0] : null;
    }

    /// <summary>The files of a folder in order, without those that programs make while they edit another.</summary>
    private static List<string> FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => !System.IO.Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal)
                && !System.IO.Path.GetFileName(path).StartsWith('.'))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsOf(string path, string table) =>
        FileEnding.OfTables.Contains(FileEnding.Of(path)) && TableNames.IsOf(path, table);
}
