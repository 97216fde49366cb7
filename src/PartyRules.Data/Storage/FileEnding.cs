namespace PartyRules.Data.Storage;

/// <summary>The formats of files, which the endings of their names tell; upper and lower case are not told apart.</summary>
internal static class FileEnding
{
    public const string Csv = ".csv";
    public const string Excel = ".xlsx";
    public const string Parquet = ".parquet";
    public const string JsonLines = ".jsonl";

    /// <summary>The endings of the formats that tables can have.</summary>
    public static IReadOnlyList<string> OfTables { get; } = [Csv, Excel, Parquet, JsonLines];

    /// <summary>The format of a file: one of those of tables, or the ending as it stands.</summary>
    public static string Of(string path)
    {
        var ending = Path.GetExtension(path);
        return OfTables.FirstOrDefault(format => format.Equals(ending, StringComparison.OrdinalIgnoreCase)) ?? ending;
    }
}
