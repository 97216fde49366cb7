using System.Text.Encodings.Web;
using System.Text.Json;
using PartyRules.Data.Columns;

namespace PartyRules.Data.Writing;

/// <summary>JSON Lines: one object for each row, without empty values; numbers are numbers.</summary>
internal sealed class JsonLinesTableWriter(Stream target, IReadOnlyList<Column> columns) : TableWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Utf8JsonWriter json = new(target, Options);

    public override void Write(ReadOnlySpan<Cell> row)
    {
        json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].IsEmpty)
                continue;
            if (row[i].Kind is ValueKind.Number or ValueKind.Whole)
                json.WriteNumber(columns[i].Name, row[i].Number.ToDecimal());
            else
                json.WriteString(columns[i].Name, row[i].ToString());
        }

        json.WriteEndObject();
        json.Flush();
        json.Reset();
        target.WriteByte((byte)'\n');
    }

    protected override void Release() => json.Dispose();
}
