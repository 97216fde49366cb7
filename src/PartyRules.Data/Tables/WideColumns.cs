using System.Globalization;
using System.Text.RegularExpressions;
using PartyRules.Data.Columns;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>Recognises the columns of a register that has a row for each subject: months, and items of the scheme.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed partial class WideColumns(SchemeWords words)
{
    private const int FewColumns = 2;
    private static readonly string[] Chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    private static readonly string[] English = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private readonly Vocabulary items = Vocabulary.OfValues(words.Items);

    /// <summary>Whether columns are those of a register with a row for each subject.</summary>
    public bool AreOf(IReadOnlyCollection<string> columns) => columns.Count(IsOne) >= FewColumns;

    /// <summary>Whether a column holds entries.</summary>
    public bool IsOne(string column) => MonthOf(column) is not null || ItemOf(column) is not null;

    /// <summary>
    /// Whether the name of a group of columns says of a column in it what its own name does not: the month, or the item.
    /// </summary>
    public bool IsGroup(string group, string column) =>
        (MonthOf(group) is not null && MonthOf(column) is null) || (ItemOf(group) is not null && ItemOf(column) is null);

    /// <summary>
    /// The month that a column is named after, from 1, or the last one of the quarter or half of the year; null for none.
    /// </summary>
    public static int? MonthOf(string column) => Parts(column).Select(LastMonthOf).FirstOrDefault(month => month is not null);

    /// <summary>Whether a column is named after a quarter or a half of the year, which begin with the year.</summary>
    public static bool IsOfSeveralMonths(string column) => Parts(column).Any(part => Quarter().IsMatch(part) || Half().IsMatch(part));

    /// <summary>A name, or its parts where it comes from two rows.</summary>
    private static IEnumerable<string> Parts(string column) =>
        Folding.Fold(column) is var name && name.Contains(TwoRowHeading.Joint, StringComparison.Ordinal)
            ? [name, .. name.Split(TwoRowHeading.Joint, 2)]
            : [name];

    private static int? LastMonthOf(string name)
    {
        if (Month().Match(name) is { Success: true } month)
            return month.Groups["n"].Success ? Within(month.Groups["n"].Value, 12) : Array.IndexOf(Chinese, month.Groups["c"].Value) + 1;
        if (EnglishMonth().Match(name) is { Success: true } english)
            return Array.IndexOf(English, english.Value[..3].ToUpperInvariant()) + 1;
        if (Quarter().Match(name) is { Success: true } quarter)
            return 3 * (quarter.Groups["n"].Success ? Within(quarter.Groups["n"].Value, 4)
                : Array.IndexOf(Chinese, quarter.Groups["c"].Value) + 1);
        return Half().Match(name) is { Success: true } half ? half.Groups["first"].Success ? 6 : 12 : null;
    }

    private static int? Within(string digits, int most) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and var number && number <= most ? number : null;

    /// <summary>The code of the item that a column is named after; null for none.</summary>
    public string? ItemOf(string column) => Parts(column).Select(CodeOf).FirstOrDefault(code => code is not null);

    private string? CodeOf(string column)
    {
        var name = column;
        if (!words.Items.Codes.Contains(items.CodeOf(name)) && name.EndsWith(')')
            && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
            name = name[..open];
        return items.CodeOf(name) is var code && words.Items.Codes.Contains(code) ? code : null;
    }

    [GeneratedRegex("^(20[0-9]{2}年)?((?<n>[0-9]{1,2})|(?<c>十[一二]?|[一二三四五六七八九]))月(份|得分|积分)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex(
        "^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)[.]?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishMonth();

    [GeneratedRegex("^(20[0-9]{2}年)?(第?((?<n>[1-4])|(?<c>[一二三四]))季度?(得分|积分)?|Q(?<n>[1-4]))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quarter();

    [GeneratedRegex("^(20[0-9]{2}年)?((?<first>上半年)|下半年)(得分|积分)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Half();
}
