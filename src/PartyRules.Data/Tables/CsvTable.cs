using System.Text;
using System.Text.Unicode;
using CsvHelper;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>A CSV file read row by row: one header line, rows of equal length, in an encoding of <see cref="TextFile"/>.</summary>
internal sealed class CsvTable : Table
{
    private const int MaximumFieldLength = 64 * 1024;
    private const int MaximumRecordLength = 1024 * 1024;
    private const int MostRowsAbove = 20;

    private readonly CsvReader reader;
    private readonly bool isTranscoded;
    private int columns;

    public CsvTable(string path, TableShape shape, ProblemLog problems)
        : base(Path.GetFileName(path), shape, problems)
    {
        (var stream, isTranscoded) = TextFile.Open(path);
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MaxRecordSize = MaximumRecordLength };
        reader = CsvReader.Create(stream, options);
    }

    /// <summary>The physical line on which the row starts, from 1.</summary>
    public override int Line => (int)reader.LineNumber;

    public override string this[int column] => column < 0 ? "" : reader.GetString(column);

    /// <summary>The place of a field of the row.</summary>
    public override SourceLocation At(int column) =>
        new(Name, Line, column < 0 ? 1 : StartOf(column), column < 0 || Columns.Count == 0 ? null : Columns[column]);

    public override void Dispose() => reader.Dispose();

    protected override IReadOnlyList<string>? ReadColumns()
    {
        if (!ReadRecord())
        {
            Problems.Add(DataMessages.Problem("data.empty-file", new SourceLocation(Name, 1, 1), string.Join(',', Shape.Usual)));
            return null;
        }

        if (!IsWellFormed())
            return null;
        var above = new List<IReadOnlyList<string>>();
        var nearest = Cells();
        IReadOnlyList<string>? best = null;
        do
        {
            var row = Cells();
            foreach (var (names, areOfTwoRows) in Shape.HeadingsOf(above.Count == 0 ? [] : Filled(above[^1], row.Count), Filled(row)))
            {
                var texts = Spread(names, row.Count);
                var isHeading = Shape.IsHeadedBy(texts);
                if (isHeading && !Shape.LooksFurther)
                    return Headed(texts, areOfTwoRows ? above[..^1] : above, areOfTwoRows);
                if (isHeading && (best is null || Shape.Recognised(texts) > Shape.Recognised(best)))
                    best = texts;
                if (Shape.IsLikeRegister(texts) ? !Shape.IsLike(nearest) && !Shape.IsLikeRegister(nearest)
                    : areOfTwoRows && Shape.Recognised(texts) > Shape.Recognised(nearest))
                    nearest = texts;
            }

            above.Add(row);
        }
        while (above.Count <= MostRowsAbove && ReadRecord() && IsWellFormed());

        return best ?? CheckFirst(nearest);
    }

    private IReadOnlyList<string>? Headed(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>> above, bool areOfTwoRows)
    {
        columns = reader.FieldCount;
        var location = new SourceLocation(Name, Line, 1);
        if (!PassAbove(above, location, Line))
            return null;
        if (areOfTwoRows)
            NoteTwoRows(names, location);
        return names;
    }

    /// <summary>The fields of a row that are not empty; none where it has more than there are columns.</summary>
    private static List<(int Column, string Text)> Filled(IReadOnlyList<string> row, int columns = int.MaxValue)
    {
        List<(int Column, string Text)> filled =
            [.. row.Select((text, column) => (column, text)).Where(field => Folding.Fold(field.text).Length > 0)];
        return filled.Count > 0 && filled[^1].Column >= columns ? [] : filled;
    }

    private static string[] Spread(IEnumerable<(int Column, string Text)> names, int columns)
    {
        var texts = new string[columns];
        Array.Fill(texts, "");
        foreach (var (column, text) in names)
            texts[column] = text;
        return texts;
    }

    /// <summary>The row that comes nearest, where none names the columns: what is wrong is told of it.</summary>
    private IReadOnlyList<string>? CheckFirst(IReadOnlyList<string> cells)
    {
        if (cells.Count == 1 && cells[0].Split('，', '；', '、') is { Length: > 1 } parts && Shape.IsLike(parts))
        {
            Problems.Add(DataMessages.Problem("data.separator", new SourceLocation(Name, 1, 1)));
            return null;
        }

        return cells;
    }

    protected override bool ReadRow()
    {
        while (ReadRecord())
        {
            if (!IsWellFormed())
                continue;
            if (reader.FieldCount == columns)
                return true;
            if (reader.FieldCount < columns ? IsOdd(Cells()) : AreRestEmpty())
            {
                if (reader.FieldCount > columns)
                    return true;
                continue;
            }

            Problems.Add(DataMessages.Problem("data.field-count", new SourceLocation(Name, Line, 1), reader.FieldCount, columns));
        }

        return false;
    }

    /// <summary>Whether nothing stands behind the last column, so that a row only ends in more separators.</summary>
    private bool AreRestEmpty() => Enumerable.Range(columns, reader.FieldCount - columns).All(i => reader.GetString(i).Trim().Length == 0);

    private IReadOnlyList<string> Cells() => [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))];

    private bool ReadRecord()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            var location = new SourceLocation(Name, (int?)exception.LineNumber, 1);
            Problems.Add(DataMessages.Problem("data.too-long", location, MaximumFieldLength));
            return false;
        }
    }

    private bool IsWellFormed()
    {
        var raw = reader.RawRecord;
        if (!Utf8.IsValid(raw) || raw.Contains((byte)0) || (isTranscoded && raw.IndexOf(TextFile.Undecodable) >= 0))
        {
            Problems.Add(DataMessages.Problem("data.encoding", new SourceLocation(Name, Line, 1)));
            return false;
        }

        if (raw.Count((byte)'"') % 2 != 0)
        {
            Problems.Add(DataMessages.Problem("data.quote", new SourceLocation(Name, Line, 1)));
            return false;
        }

        for (var i = 0; raw.Length > MaximumFieldLength && i < reader.FieldCount; i++)
        {
            if (reader.GetRawSpan(i).Length <= MaximumFieldLength)
                continue;
            Report("data.too-long", i, MaximumFieldLength);
            return false;
        }

        return true;
    }

    /// <summary>The first character of a field, counted in characters from 1 within its record.</summary>
    private int StartOf(int column)
    {
        var start = 1;
        for (var i = 0; i < column; i++)
            start += Encoding.UTF8.GetCharCount(reader.GetRawSpan(i)) + 1;
        return start;
    }
}
