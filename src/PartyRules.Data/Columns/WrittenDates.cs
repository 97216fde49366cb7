using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyRules.Data.Columns;

/// <summary>What came of reading a date.</summary>
/// <param name="Date">The date; null where it is none, or may be several.</param>
/// <param name="Trouble">The code of the message about what is wrong; null for nothing.</param>
internal readonly record struct WrittenDate(DateOnly? Date, string? Trouble = null);

/// <summary>
/// Reads dates in the forms that people write, where one cannot be taken for another day: year, month and day in this order, with the year
/// in four digits, or with the month as a word. A time of day is left out.
/// </summary>
internal static partial class WrittenDates
{
    /// <summary>What may follow a day: the day of the week, and a time.</summary>
    private const string Rest = @"( *\(?(星期|周|礼拜)(?<week>[一二三四五六日天])\)?)?"
        + @"(( +|T)(?<half>上午|下午|AM |PM )? *(?<hour>[0-9]{1,2})[:时点](?<minute>[0-9]{1,2})(([:分](?<second>[0-9]{1,2})(\.[0-9]+)?)秒?|分)?"
        + @"( ?(?<half>AM|PM))? ?(?<zone>Z|[+-][0-9][0-9]:?[0-9][0-9])?)?$";

    private const string Numerals = "〇一二三四五六七八九";
    private const int FirstYearInEight = 1900;
    private const int LastYearInEight = 2100;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] MonthNames =
        ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text, as folding leaves it.</param>
    public static WrittenDate Read(string text)
    {
        var written = Plain(text);
        foreach (var form in new[] { YearFirst(), InChinese(), InEightDigits(), DayFirst(), MonthFirst() })
        {
            if (form.Match(written) is { Success: true } match)
                return DayOf(match);
        }

        return new WrittenDate(null, TroubleOf(written));
    }

    /// <summary>Why a text is no date, as exactly as can be told.</summary>
    private static string TroubleOf(string written) =>
        Several().IsMatch(written) ? "data.date-several"
        : NoYear().IsMatch(written) ? "data.date-no-year"
        : NoDay().IsMatch(written) ? "data.date-no-day"
        : AnyOrder().IsMatch(written) ? "data.date-order"
        : "data.bad-date";

    private static WrittenDate DayOf(Match match)
    {
        var year = Number(match.Groups["y"].ValueSpan);
        var month = match.Groups["name"] is { Success: true } name ? MonthOf(name.Value) : Number(match.Groups["m"].ValueSpan);
        var day = Number(match.Groups["d"].ValueSpan);
        if (month == 0 && match.Groups["name"].Success)
            return new WrittenDate(null, "data.bad-date");
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return new WrittenDate(null, "data.date-never");
        if (match.Groups["eight"].Success && year is < FirstYearInEight or > LastYearInEight)
            return new WrittenDate(null, "data.bad-date");
        var date = new DateOnly(year, month, day);
        if (match.Groups["week"] is { Success: true } week && "日一二三四五六".IndexOf(week.Value.Replace('天', '日'), StringComparison.Ordinal)
            != (int)date.DayOfWeek)
            return new WrittenDate(null, "data.date-weekday");
        return new WrittenDate(IsTime(match) ? date : null, IsTime(match) ? null : "data.date-time");
    }

    /// <summary>Whether what follows the day is a time of it, where no other place's clock makes another day of it.</summary>
    private static bool IsTime(Match match)
    {
        if (!match.Groups["hour"].Success)
            return true;
        var (hour, minute, second) =
            (Number(match.Groups["hour"].ValueSpan), Number(match.Groups["minute"].ValueSpan), Number(match.Groups["second"].ValueSpan));
        var ofHalfDay = match.Groups["half"].Success;
        return hour <= (ofHalfDay ? 12 : 23) && minute <= 59 && second <= 59 && match.Groups["zone"].ValueSpan is "" or "+08:00" or "+0800";
    }

    private static int Number(ReadOnlySpan<char> digits) => digits.IsEmpty ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static int MonthOf(string name)
    {
        var upper = name.ToUpperInvariant();
        return Math.Max(Math.Max(Array.IndexOf(Months, upper), Array.IndexOf(MonthNames, upper)), upper == "SEPT" ? 8 : -1) + 1;
    }

    /// <summary>The text with dashes and colons of every shape as one, and digits in the place of Chinese numerals.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                >= '\u2010' and <= '\u2015' or '\u2212' => '-',
                '○' or '零' => '〇',
                '號' => '号',
                _ => character,
            });
        }

        return ChineseNumeral().Replace(plain.ToString(), numeral => DigitsOf(numeral.Value));
    }

    /// <summary>The digits of a year, which is written digit by digit, or of a number below a hundred.</summary>
    private static string DigitsOf(string numeral)
    {
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return string.Concat(numeral.Select(digit => (char)('0' + Numerals.IndexOf(digit, StringComparison.Ordinal))));
        var tens = ten == 0 ? 1 : Numerals.IndexOf(numeral[0], StringComparison.Ordinal);
        var ones = ten == numeral.Length - 1 ? 0 : Numerals.IndexOf(numeral[^1], StringComparison.Ordinal);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<s>[-./]) ?(?<m>[0-9]{1,2})\k<s> ?(?<d>[0-9]{1,2})\.?" + Rest, RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4}) ?年 ?(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?[日号]?" + Rest, RegexOptions.ExplicitCapture)]
    private static partial Regex InChinese();

    [GeneratedRegex(@"^(?<eight>(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex InEightDigits();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[- ](?<name>[A-Za-z]{3,9})\.?,?[- ](?<y>[0-9]{4})" + Rest, RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<name>[A-Za-z]{3,9})\.? (?<d>[0-9]{1,2}),? (?<y>[0-9]{4})" + Rest, RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();

    [GeneratedRegex("[〇一二三四五六七八九]?十[一二三四五六七八九]?(?=[月日号])|[〇一二三四五六七八九]+(?=[年月日号])")]
    private static partial Regex ChineseNumeral();

    [GeneratedRegex("[0-9].*([至到~、;]|[.月][0-9]{1,2}日? *- *[0-9]{1,2}[.月日]|日 *- *).*[0-9]")]
    private static partial Regex Several();

    [GeneratedRegex(
        @"^([0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]?|[0-9]{1,2}[./-][0-9]{1,2}|[A-Za-z]{3,9}\.? [0-9]{1,2}|[0-9]{1,2}[- ][A-Za-z]{3,9})$")]
    private static partial Regex NoYear();

    [GeneratedRegex(@"^[0-9]{4} ?(年|年 ?[0-9]{1,2} ?月([上中下]旬|底|初|份)?|[./-][0-9]{1,2})$")]
    private static partial Regex NoDay();

    [GeneratedRegex(@"^[0-9]{1,2} ?[./年-] ?[0-9]{1,2} ?[./月-] ?[0-9]{1,4} ?[日号]?( .*)?$")]
    private static partial Regex AnyOrder();
}
