using PartyRules.Diagnostics;

namespace PartyRules.Data.Messages;

/// <summary>
/// What is wrong with a data set: problems of one kind in one place by the first ones and how many there are, so that a wholly wrong file
/// of any size can be reported; and what is to be said about it though it is right.
/// </summary>
internal sealed class ProblemLog
{
    /// <summary>How many kinds of problems are kept.</summary>
    public const int Most = 1000;

    private readonly Dictionary<(string Code, string? File, string? Path), Kind> kinds = [];
    private readonly List<Kind> inOrder = [];
    private long further;

    /// <summary>How many problems there are.</summary>
    public long Count { get; private set; }

    /// <summary>The problems to show: many of one kind as one that says how many they are.</summary>
    public IReadOnlyList<Problem> Shown
    {
        get
        {
            var shown = inOrder.SelectMany(kind => kind.Shown).ToList();
            if (further > 0)
                shown.Add(DataMessages.Problem("data.more", new SourceLocation(), further).Times(further));
            if (IsUnfinished)
                shown.Add(DataMessages.Problem("data.unfinished", new SourceLocation()).Times(0));
            return shown;
        }
    }

    /// <summary>Whether something could not be looked at, so that more may come to light when this is corrected.</summary>
    public bool IsUnfinished { get; set; }

    /// <summary>What is to be said.</summary>
    public List<DataNotice> Notices { get; } = [];

    /// <summary>Adds a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="word">What stands there; null for nothing.</param>
    public void Add(Problem problem, string? word = null)
    {
        Count++;
        var key = KeyOf(problem);
        if (!kinds.TryGetValue(key, out var kind))
        {
            if (inOrder.Count == Most)
            {
                further++;
                return;
            }

            kinds.Add(key, kind = new Kind());
            inOrder.Add(kind);
        }

        kind.Add(problem, word);
    }

    public void Add(ProblemLog other)
    {
        foreach (var kind in other.inOrder)
            kind.AddTo(this);
        (Count, further) = (Count + other.further, further + other.further);
        IsUnfinished |= other.IsUnfinished;
        Notices.AddRange(other.Notices);
    }

    public void Clear()
    {
        kinds.Clear();
        inOrder.Clear();
        (Count, further) = (0, 0);
    }

    /// <summary>What problems of one kind have in common.</summary>
    private static (string Code, string? File, string? Path) KeyOf(Problem problem) =>
        (problem.Code, FileOf(problem.Location), problem.Location.Path);

    /// <summary>The file, without the sheet and the cell.</summary>
    private static string? FileOf(SourceLocation location) =>
        location.File?.IndexOf('[', StringComparison.Ordinal) is > 0 and var end ? location.File[..end] : location.File;

    /// <summary>Problems of one kind: a few of them as they are, more as one.</summary>
    private sealed class Kind
    {
        private const int Few = 3;
        private const int MostWords = 20;
        private readonly List<(Problem Problem, string? Word)> first = [];
        private readonly List<string> words = [];
        private long count;

        public IEnumerable<Problem> Shown => count <= Few ? first.Select(each => each.Problem) : [AsOne()];

        public void Add(Problem problem, string? word, long times = 1)
        {
            count += times;
            if (first.Count <= Few)
                first.Add((problem, word));
            if (word is { Length: > 0 } && words.Count <= MostWords && !words.Contains(word))
                words.Add(word);
        }

        public void AddTo(ProblemLog log)
        {
            foreach (var (problem, word) in first)
                log.Add(problem, word);
            if (count > first.Count)
            {
                log.Count += count - first.Count;
                log.kinds[KeyOf(first[0].Problem)].count += count - first.Count;
            }
        }

        private Problem AsOne()
        {
            var (problem, word) = first[0];
            var places = DataMessages.Listed([.. first.Skip(1).Take(Few - 1).Select(each => PlaceOf(each.Problem.Location))]);
            var others = words.Where(other => other != word).Take(MostWords).ToList();
            var message = others.Count == 0 ? DataMessages.Format("data.alike", problem.Message, count, places)
                : DataMessages.Format("data.alike-words", problem.Message, count, places,
                    string.Join(", ", others.Select(Short)) + (words.Count > MostWords ? ", …" : ""));
            return new Problem(problem.Code, problem.Location, message).Times(count);
        }

        private static string Short(string word) => word.Length > 40 ? word[..40] + "…" : word;

        private static LocalText PlaceOf(SourceLocation location)
        {
            var cell = location.File is { } file && file.IndexOf('[', StringComparison.Ordinal) is > 0 and var start
                ? file[(start + 1)..^1] : null;
            return location.Line is { } line ? DataMessages.Format("data.line", line)
                : new LocalText(cell ?? location.ToString(), cell ?? location.ToString());
        }
    }
}
