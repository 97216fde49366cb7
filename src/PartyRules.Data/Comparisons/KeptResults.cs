using PartyRules.Data.Columns;
using PartyRules.Data.Writing;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Comparisons;

/// <summary>What a comparison keeps of a result by the baseline.</summary>
internal sealed class KeptResult
{
    public KeptResult(Assessment result, OutcomeSets outcomes)
    {
        (Scheme, Status, Total, Rank) = (result.Scheme, result.Status, result.Total, result.Rank);
        Grade = result.Grade?.Id;
        Ranks = result.Ranks.Count == 0 ? MovedResult.NoRanks : result.Ranks;
        Components = result.Components.Count == 0 ? [] : [.. result.Components.Select(score => score.Points)];
        Outcomes = outcomes.Of(result);
    }

    /// <summary>By which version.</summary>
    public Scheme Scheme { get; }

    public AssessmentStatus Status { get; }

    public Points? Total { get; }

    public int? Rank { get; }

    /// <summary>The ranks in further rankings.</summary>
    public IReadOnlyDictionary<string, int> Ranks { get; }

    public string? Grade { get; }

    /// <summary>The points of the components, in the order of the scheme; empty where nothing was scored.</summary>
    public Points[] Components { get; }

    /// <summary>What follows, shared between results that have the same.</summary>
    public IReadOnlyList<KnownOutcome> Outcomes { get; }

    /// <summary>Whether a result of the candidate has met this one.</summary>
    public bool IsMet { get; set; }

    public MovedResult InShort => new(Status, Total, Grade, Rank) { Ranks = Ranks };

    /// <summary>The code under which the grade, or the lack of one, is counted.</summary>
    public string Class => ClassOf(Status, Grade);

    public static string ClassOf(AssessmentStatus status, string? grade) =>
        status == AssessmentStatus.Assessed ? grade ?? "none" : ResultColumns.StatusCode(status);
}

/// <summary>An outcome without the subject that it is about.</summary>
internal sealed record KnownOutcome(OutcomeKind Kind, string Code, LocalText Name, string Clause);

/// <summary>The sets of outcomes that results have: few, however many results there are. Not thread-safe.</summary>
internal sealed class OutcomeSets
{
    private readonly Dictionary<string, IReadOnlyList<KnownOutcome>> sets = new(StringComparer.Ordinal);

    public IReadOnlyList<KnownOutcome> Of(Assessment result)
    {
        var all = result.Awards.Concat(result.Recommendations).Concat(result.Measures).Concat(result.Findings).ToList();
        if (all.Count == 0)
            return [];
        var key = string.Join('\n', all.Select(outcome => $"{outcome.Kind} {outcome.Code}"));
        if (!sets.TryGetValue(key, out var set))
        {
            set = [.. all.Select(outcome => new KnownOutcome(outcome.Kind, outcome.Code, outcome.Name, outcome.Cites?.Clause ?? ""))];
            sets.Add(key, set);
        }

        return set;
    }
}

/// <summary>Results that were handed over as they are.</summary>
internal sealed record PlainResults(IReadOnlyList<Assessment> Rows) : IResultsBatch
{
    public void Dispose()
    {
        // Results hold nothing that must be given back.
    }
}

/// <summary>Hands results over as they are.</summary>
internal sealed class PlainBatcher : ResultsBatcher
{
    private List<Assessment> rows = [];

    public override void Add(Assessment assessment) => rows.Add(assessment);

    public override IResultsBatch Take()
    {
        var taken = new PlainResults(rows);
        rows = [];
        return taken;
    }

    public override void Drop() => rows.Clear();
}

/// <summary>Keeps a few numbers of each result by the baseline.</summary>
internal sealed class KeepingOutput : ResultsOutput
{
    private readonly Dictionary<(string Subject, Period Period), KeptResult> kept = [];
    private readonly OutcomeSets outcomes = new();

    /// <summary>The result of a subject and period; null for none.</summary>
    public KeptResult? Of(Assessment result) => kept.GetValueOrDefault((result.Subject.Id, result.Period));

    /// <summary>How many results no result of the candidate has met.</summary>
    public long Unmet => kept.Values.Count(result => !result.IsMet);

    /// <summary>Forgets which results were met.</summary>
    public void Unmeet()
    {
        foreach (var result in kept.Values)
            result.IsMet = false;
    }

    public override ResultsBatcher CreateBatcher() => new PlainBatcher();

    public override void Start() => kept.Clear();

    public override void Append(IResultsBatch results)
    {
        foreach (var result in ((PlainResults)results).Rows)
            kept.Add((result.Subject.Id, result.Period), new KeptResult(result, outcomes));
    }

    public override void Complete()
    {
        // Everything is in memory.
    }
}
