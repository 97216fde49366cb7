using System.Globalization;
using PartyRules.Data.Columns;

namespace PartyRules.Data.Workbooks;

/// <summary>A cell as a reader of tables takes it.</summary>
/// <param name="Shown">The value as text: as it is shown, where how it is shown is a part of it.</param>
/// <param name="Number">The value as a number; as it is shown where it is a percentage, a date or a time.</param>
/// <param name="Trouble">The code of the message about what cannot be read; null for nothing.</param>
/// <param name="IsScaled">Whether it is shown in thousands or millions.</param>
internal readonly record struct CellText(string Shown, string Number, string? Trouble = null, bool IsScaled = false)
{
    private const double FirstInexact = 1e15;
    private const int FirstYear = 1900;

    /// <summary>The cell in words.</summary>
    public static CellText Of(in SheetCell cell, Workbook book)
    {
        if (cell.Value is null || (cell.Value.Length == 0 && cell.Type is not "str"))
            return Plain("") with { Trouble = cell.HasFormula ? "data.no-result" : null };
        return cell.Type switch
        {
            "s" => Plain(book.TextAt(int.Parse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture))),
            "str" => Plain(Xml.Unescape(cell.Value)),
            "inlineStr" => Plain(cell.Value),
            "b" => Plain(cell.Value.Trim() is "1" or "true" ? "true" : "false"),
            "e" => OfError(cell.Value),
            "d" => OfIso(cell.Value),
            _ => OfNumber(cell.Value, book.FormatOf(cell.Style), book.IsFrom1904),
        };
    }

    /// <summary>A text.</summary>
    public static CellText OfText(string text) => Plain(text);

    /// <summary>An error, as it is shown.</summary>
    public static CellText OfError(string error) => Plain(error) with { Trouble = "data.cell-error" };

    /// <summary>A day, with a time of it where that is not midnight; a time of day alone where it is before workbooks count.</summary>
    public static CellText OfDay(DateTime day) =>
        Plain(day.Year < FirstYear ? Dates.TimeTextOf(day.TimeOfDay.TotalDays) : Dates.TextOf(day));

    /// <summary>A time of day, or a longer time in hours.</summary>
    public static CellText OfTime(TimeSpan time) => Plain(Dates.TimeTextOf(time));

    private static CellText Plain(string text) => new(text, text);

    private static CellText OfIso(string value)
    {
        const DateTimeStyles styles = DateTimeStyles.RoundtripKind | DateTimeStyles.NoCurrentDateDefault;
        return DateTime.TryParse(value.TrimStart('T'), CultureInfo.InvariantCulture, styles, out var date) ? OfDay(date) : Plain(value);
    }

    /// <summary>A number as its format shows it.</summary>
    public static CellText OfNumber(string stored, NumberFormat format, bool isFrom1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Plain(stored);
        if (format.Shape is NumberShape.Date || (format.Shape is NumberShape.Time && number >= 1))
            return Dates.OfSerial(number, isFrom1904) is { } date ? Plain(Dates.TextOf(date))
                : Plain(stored) with { Trouble = "data.no-day" };
        if (format.Shape is NumberShape.Time)
            return Plain(number < 0 ? stored : Dates.TimeTextOf(number));
        if (Numbers.TextOf(number, FirstInexact) is not { } text)
            return Plain(stored) with { Trouble = "data.lost-digits" };
        return format.Shape switch
        {
            NumberShape.Percent => Plain(Numbers.TextOf(decimal.Parse(text, CultureInfo.InvariantCulture) * 100) + "%"),
            NumberShape.Pattern when text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 =>
                new CellText(format.Show(text), text),
            _ => new CellText(text, text, IsScaled: format.Shape == NumberShape.Scaled),
        };
    }
}
