using PartyRules.Diagnostics;

namespace PartyRules.Data.Messages;

/// <summary>
/// What is wrong with a data set: the first thousand problems, and how many more there are, so that a wholly wrong file of any size can be
/// reported; and what is to be said about it though it is right.
/// </summary>
internal sealed class ProblemLog
{
    /// <summary>How many problems are kept.</summary>
    public const int Most = 1000;

    private readonly List<Problem> kept = [];

    /// <summary>How many problems there are.</summary>
    public long Count { get; private set; }

    /// <summary>The problems to show.</summary>
    public IReadOnlyList<Problem> Shown =>
        Count <= Most ? kept : [.. kept, DataMessages.Problem("data.more", new SourceLocation(), Count - Most)];

    /// <summary>Whether something could not be looked at, so that more may come to light when this is corrected.</summary>
    public bool IsUnfinished { get; set; }

    /// <summary>What is to be said.</summary>
    public List<DataNotice> Notices { get; } = [];

    public void Add(Problem problem)
    {
        if (Count++ < Most)
            kept.Add(problem);
    }

    public void Add(ProblemLog other)
    {
        kept.AddRange(other.kept.Take(Most - kept.Count));
        Count += other.Count;
        Notices.AddRange(other.Notices);
    }

    public void Clear()
    {
        kept.Clear();
        Count = 0;
    }
}
