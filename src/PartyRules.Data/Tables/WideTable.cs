using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>
/// A register with a row for each subject, read as one with a row for each entry: each cell that is not empty gives one, or several.
/// </summary>
internal sealed class WideTable : Table
{
    private static readonly string[] OfEntries =
        [.. new Column[] { EntryColumns.Id, EntryColumns.Subject, EntryColumns.Name, EntryColumns.Parent, EntryColumns.Item,
            EntryColumns.Date, EntryColumns.Value, EntryColumns.Level }.Select(column => column.Name)];

    private readonly Table register;
    private readonly IReadOnlyList<MappedColumn> columns;
    private readonly Column[] inRegister;
    private readonly int[] places;
    private int at = int.MaxValue;
    private long left;
    private bool isOneMore;
    private long zeros;

    /// <summary>Reads a register.</summary>
    /// <param name="register">The register, with its columns by their names.</param>
    /// <param name="columns">What those columns mean that hold entries.</param>
    /// <param name="shape">What makes a table of entries.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    public WideTable(Table register, IReadOnlyList<MappedColumn> columns, TableShape shape, ProblemLog problems)
        : base(register.Name, shape, problems)
    {
        (this.register, this.columns) = (register, columns);
        inRegister = [.. columns.Select(column => new Column<Entry>(register.NameOf(column.Column), ValueKind.Number, _ => Cell.Empty))];
        places = [.. inRegister.Select(column => register.IndexOf(column.Name))];
        foreach (var other in register.Columns.Where(name => name.Length > 0 && !TableShape.IsSerial(name))
            .Except(inRegister.Select(column => column.Name)).Except(OfEntries))
            problems.Notices.Add(DataMessages.Notice("notice.unknown-column", new SourceLocation(Name, path: other)));
        register.Use([.. inRegister, EntryColumns.Subject, EntryColumns.Name, EntryColumns.Parent]);
    }

    public override int Line => register.Line;

    public override RowPlace Place => register.Place;

    public override bool IsOneMore => isOneMore;

    private MappedColumn Current => columns[at];

    public override string this[int column] => column < 0 ? "" : OfEntries[column] switch
    {
        "id" => $"{register.Describe(register.Place)}:{Current.Column}" + (left > 0 ? $":{left + 1}" : ""),
        "item" => Current.Item,
        "date" => Current.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        "level" => Current.Level,
        "value" => Current.Means == CellMeaning.Value ? register[places[at]] : "",
        var name => register[register.IndexOf(name)],
    };

    public override string Number(int column) => column >= 0 && OfEntries[column] == "value" && Current.Means == CellMeaning.Value
        ? register.Number(places[at]) : this[column];

    public override SourceLocation At(int column) => register.At(
        column >= 0 && OfEntries[column] is "subject" or "name" or "parent" && register.IndexOf(OfEntries[column]) is >= 0 and var place
            ? place : places[Math.Min(at, places.Length - 1)]);

    public override string Describe(RowPlace place) => register.Describe(place);

    public override void Dispose() => register.Dispose();

    protected override IReadOnlyList<string> ReadColumns() => OfEntries;

    protected override bool ReadRow()
    {
        isOneMore = left > 0;
        if (isOneMore)
        {
            left--;
            return true;
        }

        while (true)
        {
            for (at = at == int.MaxValue ? columns.Count : at + 1; at < columns.Count; at++)
            {
                if (IsEntry())
                    return true;
            }

            at = int.MaxValue;
            if (!register.Read())
                break;
            at = -1;
        }

        if (zeros > 0)
            Problems.Notices.Add(DataMessages.Notice("notice.zero-cells", new SourceLocation(Name), zeros));
        return false;
    }

    /// <summary>Whether the cell gives an entry: one with nothing or a zero in it does not.</summary>
    private bool IsEntry()
    {
        var text = register.Number(places[at]);
        if (Folding.Fold(text).Length == 0)
            return false;
        var number = WrittenNumbers.Read(text).Number;
        if (number == Points.Zero)
        {
            zeros++;
            return false;
        }

        if (Current.Means == CellMeaning.Value)
            return true;
        if (number is not { } count || count < 0 || count > 10_000 || count.Millionths % 1_000_000 != 0)
        {
            register.Report("data.not-whole", places[at], text);
            return false;
        }

        left = (count.Millionths / 1_000_000) - 1;
        return true;
    }
}
