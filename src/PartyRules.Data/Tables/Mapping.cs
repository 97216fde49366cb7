using System.Globalization;
using System.Text.Json;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>What the number in a column of a register means that has a row for each subject.</summary>
internal enum CellMeaning
{
    /// <summary>The value of one entry.</summary>
    Value,

    /// <summary>How many entries there are.</summary>
    Count,
}

/// <summary>A column of a register that has a row for each subject: of which item and day the entries in it are.</summary>
/// <param name="Column">The name of the column, as it is written.</param>
/// <param name="Item">The code of the item.</param>
/// <param name="Date">The day.</param>
/// <param name="Level">The level; empty for none.</param>
/// <param name="Means">What the number in it means.</param>
internal sealed record MappedColumn(string Column, string Item, DateOnly Date, string Level, CellMeaning Means);

/// <summary>
/// Reads <c>mapping.json</c>, which says what the columns of a register mean that has a row for each subject instead of one for each entry.
/// </summary>
internal static class Mapping
{
    public const string FileName = "mapping.json";

    private static readonly JsonSerializerOptions Unescaped =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Keys = ["column", "item", "date", "level", "means"];

    /// <summary>Where the mapping of a data set is.</summary>
    /// <param name="folder">The folder, or the workbook that holds all tables.</param>
    public static string PathOf(string folder) =>
        Path.Combine(File.Exists(folder) ? Path.GetDirectoryName(Path.GetFullPath(folder))! : folder, FileName);

    /// <summary>
    /// The columns of the entries; null where there is no mapping, and none where something is wrong with it, which is added to the
    /// problems.
    /// </summary>
    public static IReadOnlyList<MappedColumn>? Read(string folder, SchemeWords words, ProblemLog problems)
    {
        var path = PathOf(folder);
        if (!File.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("entries", out var entries)
                && entries.ValueKind == JsonValueKind.Object && entries.TryGetProperty("columns", out var columns)
                && columns.ValueKind == JsonValueKind.Array && columns.GetArrayLength() > 0)
            {
                var before = problems.Count;
                List<MappedColumn> read = [.. columns.EnumerateArray().Select((column, i) => ColumnOf(column, i, words, problems))];
                return problems.Count == before ? read : [];
            }

            problems.Add(DataMessages.Problem("data.mapping-empty", new SourceLocation(FileName, path: "$.entries.columns")));
        }
        catch (JsonException exception)
        {
            var location = new SourceLocation(FileName, (int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1);
            problems.Add(DataMessages.Problem("data.bad-json", location));
        }

        return [];
    }

    private static MappedColumn ColumnOf(JsonElement column, int number, SchemeWords words, ProblemLog problems)
    {
        var path = $"$.entries.columns[{number}]";
        void Add(string code, string key, params object?[] arguments)
        {
            problems.Add(DataMessages.Problem(code, new SourceLocation(FileName, path: $"{path}.{key}"), arguments));
        }

        string Text(string key) => column.ValueKind == JsonValueKind.Object && column.TryGetProperty(key, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (column.ValueKind == JsonValueKind.Object)
        {
            foreach (var unknown in column.EnumerateObject().Select(property => property.Name).Except(Keys))
                Add("data.mapping-key", unknown, unknown, DataMessages.Hint(unknown, Keys));
        }

        var (name, item, level) = (Text("column"), words.Items.CodeOf(Text("item")), words.Levels.CodeOf(Text("level")));
        if (name.Length == 0)
            Add("data.empty", "column", "column");
        if (item.Length == 0)
            Add("data.mapping-item", "item", name);
        else if (!words.Items.Codes.Contains(item))
            Add("data.mapping-unknown", "item", item, DataMessages.Hint(item, words.Items));
        if (level.Length > 0 && !words.Levels.Codes.Contains(level))
            Add("data.mapping-unknown", "level", level, DataMessages.Hint(level, words.Levels));
        if (!Dates.TryParse(Text("date"), out var date))
            Add("data.bad-date", "date", Text("date"));
        var means = Text("means") switch
        {
            "value" or "" => CellMeaning.Value,
            "count" => CellMeaning.Count,
            _ => (CellMeaning?)null,
        };
        if (means is null)
            Add("data.mapping-unknown", "means", Text("means"), DataMessages.Hint(Text("means"), ["value", "count"]));
        return new MappedColumn(name, item, date, level, means ?? CellMeaning.Value);
    }

    /// <summary>The text of a mapping.</summary>
    public static string TextOf(IEnumerable<(string Column, string Item, DateOnly? Date, CellMeaning Means)> columns)
    {
        var lines = columns.Select(column => $"      {{\"column\": {Quoted(column.Column)}, \"item\": {Quoted(column.Item)}, "
            + $"\"date\": \"{column.Date?.ToString("O", CultureInfo.InvariantCulture)}\", "
            + $"\"means\": \"{(column.Means == CellMeaning.Value ? "value" : "count")}\"}}");
        return "{\n  \"entries\": {\n    \"columns\": [\n" + string.Join(",\n", lines) + "\n    ]\n  }\n}\n";
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Unescaped);
}
