using System.Globalization;
using PartyRules.Diagnostics;

namespace PartyRules.Reports.Model;

/// <summary>The texts of a report in its language.</summary>
internal sealed class Words(Language language)
{
    private static readonly MessageCatalog Texts = new("PartyRules.Reports.Resources.Texts", typeof(Words).Assembly);

    public Language Language { get; } = language;

    /// <summary>A text without places.</summary>
    public string this[string key] => Texts.In(Language, key);

    /// <summary>A text with its places filled in.</summary>
    public string Of(string key, params object?[] arguments) => Texts.In(Language, key, arguments);

    /// <summary>Texts as a list within a sentence.</summary>
    public string List(IEnumerable<string> texts) => string.Join(this["list.separator"], texts);

    public string Date(DateOnly date)
    {
        var year = date.Year.ToString("0000", CultureInfo.InvariantCulture);
        return Of("date", year, date.Month, date.Day, date.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>A period with its year.</summary>
    public string Period(Period period) => period.FirstMonth == 1
        ? Of($"period.{period.Kind}", period.Start.Year, Part(period))
        : Of(period.Kind == PeriodKind.Year ? "period.cycle" : "period.cycle.part", YearOf(period), Part(period));

    /// <summary>From which month of which year to which month a year is that does not begin in January.</summary>
    private string YearOf(Period period)
    {
        var year = PartyRules.Period.OfYear(period.Year, period.FirstMonth);
        return Of("cycle", year.Start.Year, this[$"month.{year.Start.Month}"], year.End.Year, this[$"month.{year.End.Month}"]);
    }

    /// <summary>A round within its year, for headings of columns.</summary>
    public string Part(Period period) => period.Kind switch
    {
        PeriodKind.Month => this[$"month.{period.Start.Month}"],
        PeriodKind.Bimonth => Of("months", this[$"month.{period.Start.Month}"], this[$"month.{period.End.Month}"]),
        PeriodKind.Quarter => Of("quarter", period.Number),
        PeriodKind.HalfYear => this[$"half.{period.Number}"],
        PeriodKind.HalfMonth => OfMonth($"half-month.{((period.Number - 1) % 2) + 1}", period),
        PeriodKind.TenDays => OfMonth($"ten-days.{((period.Number - 1) % 3) + 1}", period),
        _ => period.ToString(),
    };

    private string OfMonth(string part, Period period) => Of(part, this[$"month.{period.Start.Month}"]);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number rounded half up to two places, without trailing zeros.</summary>
    public static string Rounded(decimal number) =>
        decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
