namespace PartyRules.Data.Storage;

/// <summary>The formats of files, which the endings of their names tell; upper and lower case are not told apart.</summary>
internal static class FileEnding
{
    public const string Csv = ".csv";
    public const string Excel = ".xlsx";
    public const string Parquet = ".parquet";
    public const string JsonLines = ".jsonl";
    private static readonly string[] OfOtherTables = [".xltx", ".xltm", ".xlt", ".xlsb", ".ett", ".ods", ".ots", ".numbers", ".tsv"];
    private static readonly string[] OfOtherPrograms = [".json", ".doc", ".docx", ".wps", ".pdf", ".html", ".htm"];

    /// <summary>The endings of the formats that tables can have and that are written.</summary>
    public static IReadOnlyList<string> Written { get; } = [Csv, Excel, Parquet, JsonLines];

    /// <summary>The endings of workbooks that are read: with macros, of old versions of Excel, and of WPS.</summary>
    public static IReadOnlyList<string> OfWorkbooks { get; } = [Excel, ".xlsm", ".xls", ".et"];

    /// <summary>The endings of the formats that tables can have.</summary>
    public static IReadOnlyList<string> OfTables { get; } = [Csv, .. OfWorkbooks, Parquet, JsonLines];

    /// <summary>The format of a file: one of those of tables, or the ending as it stands.</summary>
    public static string Of(string path)
    {
        var ending = Path.GetExtension(path);
        return OfTables.FirstOrDefault(format => format.Equals(ending, StringComparison.OrdinalIgnoreCase)) ?? ending;
    }

    /// <summary>Whether a file is a workbook by its ending.</summary>
    public static bool IsWorkbook(string path) => OfWorkbooks.Contains(Of(path), StringComparer.Ordinal);

    /// <summary>Whether a file is of a format that is not written, so that its name would say something false.</summary>
    public static bool IsForeign(string path) =>
        (IsWorkbook(path) && Of(path) != Excel) || Is(OfOtherTables, path) || Is(OfOtherPrograms, path);

    /// <summary>Whether a file may hold a table, in a format that is read or another one.</summary>
    public static bool MayHoldTable(string path) => OfTables.Contains(Of(path), StringComparer.Ordinal) || Is(OfOtherTables, path);

    private static bool Is(string[] endings, string path) =>
        endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
