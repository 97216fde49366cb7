using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Summaries;

/// <summary>
/// Subjects that may be one: of one name, or with identifiers that differ in case, blanks or dashes alone; and parents that differ so.
/// </summary>
/// <remarks>The same in whatever order they are added. Not thread-safe.</remarks>
internal sealed class Likenesses
{
    /// <summary>How many different parents are compared; where there are more, none are, which is said.</summary>
    public const int MostParents = 1 << 16;

    private const int MostShown = 10;
    private const int MostIds = 3;
    private readonly Dictionary<string, Group> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Group> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> parents = new(StringComparer.Ordinal);

    /// <summary>Adds a subject's name.</summary>
    public void AddName(string name, string id) => Add(names, Folding.Fold(name), id);

    /// <summary>Adds a subject's identifier.</summary>
    public void AddId(string id) => Add(ids, Folding.Skeleton(id), id);

    /// <summary>Adds what a subject belongs to; the same may come again.</summary>
    public void AddParent(string parent)
    {
        if (parent.Length > 0 && parents.Count <= MostParents)
            parents.Add(parent);
    }

    /// <summary>Adds all subjects.</summary>
    public void AddAll(IEnumerable<Subject> subjects)
    {
        foreach (var subject in subjects)
        {
            AddName(subject.Name, subject.Id);
            AddId(subject.Id);
            AddParent(subject.Parent);
        }
    }

    public void AddParents(Likenesses others)
    {
        foreach (var parent in others.parents)
            AddParent(parent);
    }

    /// <summary>What to tell people.</summary>
    public IEnumerable<DataNotice> Notices
    {
        get
        {
            if (Told("notice.same-name", names.Values, group => $"{group.Key}: {group}") is { } ofNames)
                yield return ofNames;
            if (Told("notice.like-ids", ids.Values, group => group.ToString()) is { } ofIds)
                yield return ofIds;
            if (parents.Count > MostParents)
                yield return DataMessages.Notice("notice.many-parents", new SourceLocation(), MostParents);
            else if (Told("notice.like-parents", Groups(parents), group => group.ToString()) is { } ofParents)
                yield return ofParents;
        }
    }

    private static IEnumerable<Group> Groups(IEnumerable<string> words)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var word in words)
            Add(groups, Folding.Skeleton(word), word);
        return groups.Values;
    }

    private static void Add(Dictionary<string, Group> groups, string key, string id)
    {
        if (key.Length == 0)
            return;
        if (!groups.TryGetValue(key, out var group))
            groups.Add(key, group = new Group(key));
        group.Add(id);
    }

    private static DataNotice? Told(string code, IEnumerable<Group> groups, Func<Group, string> text)
    {
        var alike = groups.Where(group => group.Count > 1).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (alike.Count == 0)
            return null;
        var shown = string.Join("; ", alike.Take(MostShown).Select(text)) + (alike.Count > MostShown ? "; …" : "");
        return DataMessages.Notice(code, new SourceLocation(), alike.Count, shown);
    }

    /// <summary>Words that have something in common: the first ones, and how many there are.</summary>
    private sealed class Group(string key)
    {
        private readonly SortedSet<string> first = new(StringComparer.Ordinal);

        public string Key => key;

        public long Count { get; private set; }

        public void Add(string word)
        {
            Count++;
            first.Add(word);
            if (first.Count > MostIds)
                first.Remove(first.Max!);
        }

        public override string ToString() => string.Join(", ", first) + (Count > first.Count ? ", …" : "");
    }
}
