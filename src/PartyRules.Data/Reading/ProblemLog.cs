using PartyRules.Diagnostics;

namespace PartyRules.Data.Reading;

/// <summary>What is wrong with a data set: the first thousand problems, and how many more there are, so that a wholly wrong file of any size can be reported.</summary>
internal sealed class ProblemLog
{
    /// <summary>How many problems are kept.</summary>
    public const int Most = 1000;

    private readonly List<Problem> kept = [];

    /// <summary>How many problems there are.</summary>
    public long Count { get; private set; }

    /// <summary>The problems to show.</summary>
    public IReadOnlyList<Problem> Shown => Count <= Most ? kept : [.. kept, DataSetReader.Messages.Problem("data.more", new SourceLocation(), Count - Most)];

    public void Add(Problem problem)
    {
        if (Count++ < Most)
            kept.Add(problem);
    }

    public void Add(ProblemLog other)
    {
        kept.AddRange(other.kept.Take(Most - kept.Count));
        Count += other.Count;
    }

    public void Clear()
    {
        kept.Clear();
        Count = 0;
    }
}
