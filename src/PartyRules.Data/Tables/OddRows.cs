using System.Text.RegularExpressions;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>
/// Rows that are no records, and what is to be said about them: empty ones, headings that are repeated, totals, signatures, and rows that
/// only bear a number.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="shape">What makes the table.</param>
/// <param name="columns">The names of the columns.</param>
internal sealed partial class OddRows(TableShape shape, IReadOnlyList<string> columns)
{
    private const int MostShown = 3;
    private const int FewRepeated = 3;
    private readonly int[] essential = [.. Enumerable.Range(0, columns.Count).Where(i => shape.Essential.Contains(columns[i]))];
    private readonly List<(string Place, string Text)> closing = [];
    private long closings;
    private long repeated;
    private long numbered;

    /// <summary>Whether a row is no record. One that has something in a column where every record has something is one.</summary>
    /// <param name="cell">What stands in a column.</param>
    /// <param name="place">Where the row is, in words.</param>
    public bool Takes(Func<int, string> cell, Func<string> place)
    {
        if (essential.Length > 0 && Array.TrueForAll(essential, i => cell(i).Length > 0) && !IsRepeated(cell, essential)
            && !IsClosing(Folding.Fold(cell(essential[0]))))
            return false;
        var filled = Enumerable.Range(0, columns.Count).Where(i => Folding.Fold(cell(i)).Length > 0).ToArray();
        if (filled.Length == 0)
            return true;
        if (filled.Length >= FewRepeated && IsRepeated(cell, filled))
        {
            repeated++;
            return true;
        }

        if (Array.Exists(essential, i => Folding.Fold(cell(i)) is { Length: > 0 } text && !IsClosing(text)))
            return false;
        var words = filled.Select(i => Folding.Fold(cell(i))).FirstOrDefault(IsClosing);
        if (words is not null)
        {
            closings++;
            if (closing.Count < MostShown)
                closing.Add((place(), words));
            return true;
        }

        var isNumbered = Array.TrueForAll(filled, i => columns[i] == "id" || TableShape.IsSerial(columns[i]));
        numbered += isNumbered ? 1 : 0;
        return isNumbered;
    }

    /// <summary>What to tell people.</summary>
    /// <param name="file">The name of the file.</param>
    public IEnumerable<DataNotice> NoticesOf(string file)
    {
        var location = new SourceLocation(file);
        if (closings > 0)
        {
            var shown = closing.ConvertAll(row => DataMessages.OfNotice("notice.closing-row.one", row.Place, row.Text));
            yield return DataMessages.Notice("notice.closing-rows", location, closings, DataMessages.Listed(shown));
        }

        if (repeated > 0)
            yield return DataMessages.Notice("notice.repeated-headings", location, repeated);
        if (numbered > 0)
            yield return DataMessages.Notice("notice.numbered-rows", location, numbered);
    }

    /// <summary>Whether a text closes a table: it names a sum, or who answers for the table.</summary>
    public static bool IsClosing(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        return Sum().IsMatch(bare) || Signature().IsMatch(bare);
    }

    private bool IsRepeated(Func<int, string> cell, int[] places) =>
        Array.TrueForAll(places, i => columns[i].Length > 0 && shape.NameOf(cell(i)) == columns[i]);

    [GeneratedRegex("^.{0,12}(合计|总计|小计|共计|累计|平均|平均分)[:(]?.{0,8}$|^(grandtotal|subtotal|total|sum|average)s?:?$", RegexOptions.IgnoreCase)]
    private static partial Regex Sum();

    [GeneratedRegex(
        "^(注|备注|说明|填表|制表|填报|报送|审核|复核|审批|审定|核对|统计|登记|经办|负责|联系|主管|单位|支部|书记|组织|日期|时间|签字|签名|党支部|党委)"
        + ".{0,12}:|^(注|备注|说明)[0-9一二三四五六七八九十]*[:.、]|(签字|签名|盖章|公章|签章)\\)?:?.{0,12}$"
        + "|^(prepared|checked|approved|reviewed|signed|signature|notes?|remarks?|date)[^:]{0,20}:",
        RegexOptions.IgnoreCase)]
    private static partial Regex Signature();
}
