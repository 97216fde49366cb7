using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace PartyRules.Data.Workbooks;

/// <summary>A workbook of Excel 97 to 2003 or of WPS, whose cells a library reads.</summary>
internal sealed class OldWorkbook : Book
{
    private readonly byte[] file;
    private readonly OldRecords records;
    private readonly List<SheetInfo> sheets = [];

    /// <summary>Opens a workbook.</summary>
    /// <param name="file">The file.</param>
    /// <param name="records">What its records say.</param>
    public OldWorkbook(byte[] file, OldRecords records)
    {
        (this.file, this.records, IsFrom1904) = (file, records, records.IsFrom1904);
        using var reader = Read();
        do
            sheets.Add(new SheetInfo(reader.Name, reader.VisibleState != "visible", sheets.Count.ToString(CultureInfo.InvariantCulture)));
        while (reader.NextResult());
        if (sheets.Count != records.Sheets)
            throw new InvalidDataException("sheets");
    }

    public override IReadOnlyList<SheetInfo> Sheets => sheets;

    public override SheetRows Open(SheetInfo sheet)
    {
        var reader = Read();
        var number = sheets.IndexOf(sheet);
        for (var i = 0; i < number; i++)
            reader.NextResult();
        return new OldSheet(reader, records, number);
    }

    public override long SizeOf(SheetInfo sheet) => 0;

    public override void Dispose()
    {
        // The file is in memory.
    }

    private IExcelDataReader Read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var options = new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("gb18030") };
        return ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file, writable: false), options);
    }

    /// <summary>A sheet, row by row.</summary>
    private sealed class OldSheet : SheetRows
    {
        private readonly IExcelDataReader reader;
        private readonly OldRecords records;
        private readonly int number;

        public OldSheet(IExcelDataReader reader, OldRecords records, int number)
        {
            (this.reader, this.records, this.number) = (reader, records, number);
            foreach (var range in reader.MergeCells ?? [])
            {
                var (first, last) = (LettersOf(range.FromColumn), LettersOf(range.ToColumn));
                Merged.Add(new($"{first}{range.FromRow + 1}:{last}{range.ToRow + 1}", range.FromColumn, range.FromRow + 1, range.ToColumn,
                    range.ToRow + 1));
            }
        }

        public override bool Read()
        {
            if (!reader.Read())
                return false;
            Line++;
            IsHidden = reader.RowHeight == 0;
            Cells.Clear();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (records.ErrorAt(number, Line, column) is { } error)
                    Cells.Add(new BookCell(column, CellText.OfError(error)));
                else if (reader.GetValue(column) is { } value)
                    Cells.Add(new BookCell(column, TextOf(value, column)));
            }

            return true;
        }

        public override void Dispose() => reader.Dispose();

        private CellText TextOf(object value, int column) => value switch
        {
            DateTime time when IsFirstDay(time) && FormatOf(column).Shape == NumberShape.Time => CellText.OfTime(time.TimeOfDay),
            DateTime day => CellText.OfDay(day),
            TimeSpan time => CellText.OfTime(time),
            bool truth => CellText.OfText(truth ? "true" : "false"),
            double number => CellText.OfNumber(number.ToString("R", CultureInfo.InvariantCulture), FormatOf(column), records.IsFrom1904),
            int number => CellText.OfNumber(number.ToString(CultureInfo.InvariantCulture), FormatOf(column), records.IsFrom1904),
            _ => CellText.OfText(value.ToString() ?? ""),
        };

        /// <summary>Whether a day is that from which the workbook counts, on which times of day are that are of no day.</summary>
        private bool IsFirstDay(DateTime day) => records.IsFrom1904 && day.Date == new DateTime(1904, 1, 1);

        private NumberFormat FormatOf(int column) => reader.GetNumberFormatString(column) is { Length: > 0 } code ? NumberFormat.Parse(code)
            : NumberFormat.BuiltIn(reader.GetNumberFormatIndex(column));
    }
}
