using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>Values of a column that are written in another way than they are read: how many, and the first forms of them.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ReadAs
{
    private const int MostShown = 3;
    private readonly List<(string Written, string Read)> first = [];
    private long count;

    public void Add(string written, string read)
    {
        count++;
        if (first.Count < MostShown && !first.Contains((written, read)))
            first.Add((written, read));
    }

    /// <summary>What to tell people.</summary>
    /// <param name="location">The column.</param>
    /// <param name="code">The code of the notice.</param>
    public DataNotice NoticeAt(SourceLocation location, string code = "notice.read-as")
    {
        var shown = first
            .ConvertAll(pair => DataMessages.OfNotice("notice.read-as.one", WrittenNumbers.Shown(pair.Written), pair.Read));
        return DataMessages.Notice(code, location, count, DataMessages.Listed(shown));
    }
}
