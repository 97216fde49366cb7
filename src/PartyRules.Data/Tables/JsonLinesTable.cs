using System.Text.Json;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>A file with one JSON object in each line; its columns are the names that occur in any of them.</summary>
internal sealed class JsonLinesTable(string path, TableShape shape, ProblemLog problems)
    : Table(Path.GetFileName(path), shape, problems)
{
    private const int LongestLine = 1024 * 1024;
    private const int MostColumns = 1000;
    private readonly Dictionary<string, string> row = new(StringComparer.Ordinal);
    private readonly List<string> written = [];
    private Lines lines = new(path);

    public override int Line => lines.Number;

    public override string this[int column] => column < 0 ? "" : row.GetValueOrDefault(written[column], "");

    public override SourceLocation At(int column) => new(Name, Line, null, column < 0 ? "$" : $"$.{written[column]}");

    public override void Dispose() => lines.Dispose();

    /// <summary>Reads the whole file once for its names; mistakes are reported when the rows are read.</summary>
    protected override IReadOnlyList<string>? ReadColumns()
    {
        var silent = new ProblemLog();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (lines.Next(out var text))
        {
            if (Parse(text, silent))
                written.AddRange(row.Keys.Where(known.Add));
            silent.Clear();
            if (written.Count > MostColumns)
            {
                Problems.Add(DataMessages.Problem("data.too-many-columns", new SourceLocation(Name, Line, 1), MostColumns));
                return null;
            }
        }

        lines.Dispose();
        lines = new Lines(path);
        written.AddRange(Shape.MissingIn([.. written.Select(Shape.NameOf)]).ToList());
        return written;
    }

    protected override bool ReadRow()
    {
        while (lines.Next(out var text))
        {
            if (Parse(text, Problems))
                return true;
        }

        return false;
    }

    private bool Parse(ReadOnlySpan<byte> text, ProblemLog found)
    {
        row.Clear();
        if (text.Length > LongestLine)
            return Fail(found, "data.too-long", null, null, LongestLine);
        if (!System.Text.Unicode.Utf8.IsValid(text))
            return Fail(found, "data.encoding", 1, null);
        try
        {
            var reader = new Utf8JsonReader(text);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Fail(found, "data.not-object", 1, "$");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    return Fail(found, "data.nested", null, $"$.{name}");
                if (!row.TryAdd(name, ValueOf(reader)))
                    return Fail(found, "data.duplicate-column", null, $"$.{name}", name);
            }

            return !reader.Read() || Fail(found, "data.not-object", 1, "$");
        }
        catch (JsonException exception)
        {
            return Fail(found, "data.bad-json", (int?)exception.BytePositionInLine + 1, null);
        }
    }

    private static string ValueOf(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Null => "",
        _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
    };

    private bool Fail(ProblemLog found, string code, int? column, string? at, params object?[] arguments)
    {
        found.Add(DataMessages.Problem(code, new SourceLocation(Name, Line, column, at), arguments));
        return false;
    }

    /// <summary>Lines of a file as bytes, each at most a little longer than is allowed.</summary>
    private sealed class Lines(string path) : IDisposable
    {
        private readonly FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        private readonly byte[] buffer = new byte[LongestLine + 2];
        private int start;
        private int end;

        public int Number { get; private set; }

        public bool Next(out ReadOnlySpan<byte> line)
        {
            while (true)
            {
                var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
                if (length < 0 && end - start <= LongestLine && Fill())
                    continue;
                if (length < 0 && start == end)
                {
                    line = default;
                    return false;
                }

                Number++;
                line = length < 0 ? buffer.AsSpan(start, end - start) : buffer.AsSpan(start, length);
                start += length < 0 ? line.Length : length + 1;
                if (line.Length > LongestLine)
                    SkipToNextLine();
                if (Number == 1 && line.StartsWith("\uFEFF"u8))
                    line = line[3..];
                if (line.ContainsAnyExcept(" \t\r"u8))
                    return true;
            }
        }

        public void Dispose() => file.Dispose();

        private bool Fill()
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var count = file.Read(buffer, end, buffer.Length - end);
            end += count;
            return count > 0;
        }

        private void SkipToNextLine()
        {
            int next;
            while ((next = file.ReadByte()) is not ('\n' or -1))
            {
                // The rest of a line that is too long anyway.
            }
        }
    }
}
