using System.Runtime.InteropServices;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Summaries;

/// <summary>
/// Entries that say the same of one subject under two identifiers: one record may have been entered twice, and counts twice.
/// </summary>
/// <remarks>Looks at one subject at a time, and keeps ten pairs: the same ones in whatever order they are found. Not thread-safe.</remarks>
internal sealed class TwinEntries
{
    private const int Most = 10;
    private const int FewOfADay = 8;
    private readonly SortedSet<Pair> first = new(Pair.InOrder);

    /// <summary>How many entries are the twin of another.</summary>
    public long Count { get; private set; }

    /// <summary>What to tell people; null where there are none.</summary>
    public DataNotice? Notice => Count == 0
        ? null
        : DataMessages.Notice("notice.twin-entries", new SourceLocation(), Count, string.Join("; ", first.Select(pair => pair.ToString())));

    /// <summary>Compares the entries of one subject.</summary>
    /// <param name="own">The entries, by date and then by identifier, ordinally.</param>
    public void Add(ReadOnlySpan<Entry> own)
    {
        for (var (first, next) = (0, 0); first < own.Length; first = next)
        {
            while (next < own.Length && own[next].Date == own[first].Date)
                next++;
            if (next - first <= FewOfADay)
                AddFew(own[first..next]);
            else
                AddMany(own[first..next]);
        }
    }

    /// <summary>Compares the entries of one day with each other.</summary>
    private void AddFew(ReadOnlySpan<Entry> ofDay)
    {
        for (var i = 1; i < ofDay.Length; i++)
        {
            for (var j = i - 1; j >= 0; j--)
            {
                if (!AreTwins(ofDay[j], ofDay[i]))
                    continue;
                Add(ofDay[j], ofDay[i]);
                break;
            }
        }
    }

    /// <summary>Looks for the twin of each entry of one day by what it says.</summary>
    private void AddMany(ReadOnlySpan<Entry> ofDay)
    {
        var said = new Dictionary<(string Item, Points? Value, string Level, string Reference, string Evaluator, string Columns), Entry>(
            ofDay.Length);
        foreach (var entry in ofDay)
        {
            var what = (entry.Item, entry.Value, entry.Level, entry.Reference, entry.Evaluator, Columns(entry));
            if (!said.TryAdd(what, entry))
            {
                Add(said[what], entry);
                said[what] = entry;
            }
        }
    }

    private void Add(Entry entry, Entry twin)
    {
        Add(new Pair(entry.Subject, entry.Id, twin.Id));
        Count++;
    }

    /// <summary>Compares the entries of all subjects.</summary>
    /// <param name="entries">The entries, in any order.</param>
    public void AddAll(IEnumerable<Entry> entries)
    {
        foreach (var own in entries.GroupBy(entry => entry.Subject, StringComparer.Ordinal))
            Add(CollectionsMarshal.AsSpan(own.OrderBy(entry => entry.Date).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList()));
    }

    public void Add(TwinEntries others)
    {
        Count += others.Count;
        foreach (var pair in others.first)
            Add(pair);
    }

    private void Add(Pair pair)
    {
        first.Add(pair);
        if (first.Count > Most)
            first.Remove(first.Max!);
    }

    private static bool AreTwins(Entry left, Entry right) =>
        left.Item == right.Item && left.Value == right.Value && left.Level == right.Level && left.Reference == right.Reference
        && left.Evaluator == right.Evaluator
        && ((left.Attributes.Count == 0 && right.Attributes.Count == 0) || Columns(left) == Columns(right));

    /// <summary>What stands in further columns; those in which nothing does tell no entries apart.</summary>
    private static string Columns(Entry entry) => entry.Attributes.Count == 0 ? ""
        : string.Join('\n', entry.Attributes.Where(pair => pair.Value.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}\t{pair.Value}"));

    private sealed record Pair(string Subject, string Id, string TwinId)
    {
        public static IComparer<Pair> InOrder { get; } = Comparer<Pair>.Create((left, right) =>
            string.CompareOrdinal(left.Subject, right.Subject) is var bySubject && bySubject != 0 ? bySubject
            : string.CompareOrdinal(left.Id, right.Id) is var byId && byId != 0 ? byId
            : string.CompareOrdinal(left.TwinId, right.TwinId));

        public override string ToString() => $"{Subject}: {Id} = {TwinId}";
    }
}
