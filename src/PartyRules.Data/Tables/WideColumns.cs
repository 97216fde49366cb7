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
    private readonly Vocabulary items = Vocabulary.OfValues(words.Items);

    /// <summary>Whether columns are those of a register with a row for each subject.</summary>
    public bool AreOf(IReadOnlyCollection<string> columns) => columns.Count(IsOne) >= FewColumns;

    /// <summary>Whether a column holds entries.</summary>
    public bool IsOne(string column) => MonthOf(column) is not null || ItemOf(column) is not null;

    /// <summary>The month that a column is named after, from 1; null for none.</summary>
    public static int? MonthOf(string column) => Month().Match(Folding.Fold(column)) is { Success: true } match
        ? match.Groups["n"].Success && int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? month
            : match.Groups["c"].Success ? Array.IndexOf(Chinese, match.Groups["c"].Value) + 1 : null
        : null;

    /// <summary>The code of the item that a column is named after; null for none.</summary>
    public string? ItemOf(string column)
    {
        var name = Folding.Fold(column);
        if (!words.Items.Codes.Contains(items.CodeOf(name)) && name.EndsWith(')')
            && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
            name = name[..open];
        return items.CodeOf(name) is var code && words.Items.Codes.Contains(code) ? code : null;
    }

    [GeneratedRegex("^(20[0-9]{2}年)?((?<n>[0-9]{1,2})|(?<c>十[一二]?|[一二三四五六七八九]))月(份|得分|积分)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Month();
}
