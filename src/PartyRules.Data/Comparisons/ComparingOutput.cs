using System.Runtime.InteropServices;
using PartyRules.Data.Writing;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Comparisons;

/// <summary>Compares each result by the candidate with that by the baseline while it passes by.</summary>
internal sealed class ComparingOutput(KeepingOutput before, int mostMoves) : ResultsOutput
{
    private readonly OutcomeSets sets = new();
    private readonly Dictionary<(string From, string To), long> grades = [];
    private readonly SortedDictionary<(OutcomeKind Kind, string Code), Counted> outcomes =
        new(Comparer<(OutcomeKind Kind, string Code)>.Create(
            (x, y) => x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : string.CompareOrdinal(x.Code, y.Code)));

    private readonly SortedDictionary<string, Group> categories = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Group> parents = new(StringComparer.Ordinal);
    private readonly List<Moved> moves = [];
    private readonly long[] totals = new long[3];
    private readonly long[] ranks = new long[3];
    private readonly Dictionary<string, long[]> ranksOf = new(StringComparer.Ordinal);
    private long results, same, alone;

    public override ResultsBatcher CreateBatcher() => new PlainBatcher();

    public override void Start()
    {
        before.Unmeet();
        grades.Clear();
        outcomes.Clear();
        categories.Clear();
        parents.Clear();
        moves.Clear();
        Array.Clear(totals);
        Array.Clear(ranks);
        ranksOf.Clear();
        (results, same, alone) = (0, 0, 0);
    }

    public override void Append(IResultsBatch batch)
    {
        foreach (var result in ((PlainResults)batch).Rows)
        {
            if (before.Of(result) is { } old)
                Compare(old, result);
            else
                alone++;
        }
    }

    public override void Complete()
    {
        // Everything is in memory.
    }

    /// <summary>The comparison.</summary>
    public Comparison Take(Scheme baseline, Scheme candidate, int year) => new(baseline, candidate, year)
    {
        Results = results,
        Same = same,
        OnlyInBaseline = before.Unmet,
        OnlyInCandidate = alone,
        Totals = Taken(totals),
        Ranks = Taken(ranks),
        Rankings =
        [
            .. candidate.Rankings.Where(ranking => ranksOf.ContainsKey(ranking.Id))
                .Select(ranking => new RankingChange(ranking.Id, ranking.Name!, Taken(ranksOf[ranking.Id]))),
        ],
        Grades =
        [
            .. grades.OrderBy(change => OrderOf(baseline, change.Key.From)).ThenBy(change => OrderOf(candidate, change.Key.To))
                .Select(change => new GradeChange(
                    change.Key.From, NameOf(baseline, change.Key.From), change.Key.To, NameOf(candidate, change.Key.To), change.Value)),
        ],
        Outcomes =
        [
            .. outcomes.Select(counted => new OutcomeChange(
                counted.Key.Kind, counted.Key.Code, counted.Value.Name, counted.Value.Gained, counted.Value.Lost, counted.Value.Kept)),
        ],
        Categories = [.. categories.Select(group => group.Value.Taken(group.Key))],
        Parents = [.. parents.Select(group => group.Value.Taken(group.Key))],
        Moves =
        [
            .. moves.Select(moved => new Move(
                moved.Result.Subject, moved.Result.Period, moved.Old.InShort,
                new MovedResult(moved.Result.Status, moved.Result.Total, moved.Result.Grade?.Id, moved.Result.Rank)
                {
                    Ranks = moved.Result.Ranks.Count == 0 ? MovedResult.NoRanks : moved.Result.Ranks,
                },
                Causes.Of(moved.Old, moved.Result, moved.Outcomes))),
        ],
    };

    private static Direction Taken(long[] moved) => new(moved[0], moved[1], moved[2]);

    private static int OrderOf(Scheme scheme, string grade) =>
        scheme.Grades?.Bands.FirstOrDefault(band => band.Id == grade)?.Index ?? grade switch
        {
            "none" => int.MaxValue - 2,
            "exempt" => int.MaxValue - 1,
            _ => int.MaxValue,
        };

    private static LocalText NameOf(Scheme scheme, string grade) =>
        scheme.Grades?.Bands.FirstOrDefault(band => band.Id == grade)?.Name ?? ComparisonWords.Of(grade);

    private void Compare(KeptResult old, Assessment result)
    {
        old.IsMet = true;
        results++;
        var follows = sets.Of(result);
        CollectionsMarshal.GetValueRefOrAddDefault(
            grades, (old.Class, KeptResult.ClassOf(result.Status, result.Grade?.Id)), out _)++;
        var direction = old.Total is { } was && result.Total is { } now ? DirectionOf(now.CompareTo(was)) : (int?)null;
        if (direction is { } moved)
            totals[moved]++;
        if (old.Rank is { } oldRank && result.Rank is { } rank)
            ranks[DirectionOf(oldRank.CompareTo(rank))]++;
        CountRanks(old, result);
        Count(old.Outcomes, follows);
        var isOtherGrade = old.Grade != result.Grade?.Id;
        if (result.Subject.Category.Length > 0)
            GroupOf(categories, result.Subject.Category).Add(direction, isOtherGrade);
        if (result.Subject.Parent.Length > 0)
            GroupOf(parents, result.Subject.Parent).Add(direction, isOtherGrade);
        if (IsSame(old, result, follows))
            same++;
        else if (moves.Count < mostMoves)
            moves.Add(new Moved(old, result, follows));
    }

    private void CountRanks(KeptResult old, Assessment result)
    {
        foreach (var (ranking, rank) in result.Ranks)
        {
            if (!old.Ranks.TryGetValue(ranking, out var before))
                continue;
            if (!ranksOf.TryGetValue(ranking, out var moved))
                ranksOf.Add(ranking, moved = new long[3]);
            moved[DirectionOf(before.CompareTo(rank))]++;
        }
    }

    private void Count(IReadOnlyList<KnownOutcome> old, IReadOnlyList<KnownOutcome> follows)
    {
        foreach (var outcome in follows)
        {
            var counted = CountedOf(outcome);
            counted.Name = outcome.Name;
            if (old.Any(other => Is(other, outcome)))
                counted.Kept++;
            else
                counted.Gained++;
        }

        foreach (var outcome in old.Where(outcome => !follows.Any(other => Is(other, outcome))))
            CountedOf(outcome).Lost++;
    }

    private Counted CountedOf(KnownOutcome outcome)
    {
        if (!outcomes.TryGetValue((outcome.Kind, outcome.Code), out var counted))
            outcomes.Add((outcome.Kind, outcome.Code), counted = new Counted { Name = outcome.Name });
        return counted;
    }

    private static Group GroupOf(SortedDictionary<string, Group> groups, string key)
    {
        if (!groups.TryGetValue(key, out var group))
            groups.Add(key, group = new Group());
        return group;
    }

    /// <summary>Whether two outcomes are one to those who read results.</summary>
    internal static bool Is(KnownOutcome one, KnownOutcome other) => one.Kind == other.Kind && one.Code == other.Code;

    private static bool IsSame(KeptResult old, Assessment result, IReadOnlyList<KnownOutcome> follows) =>
        old.Status == result.Status && old.Total == result.Total && old.Rank == result.Rank && old.Grade == result.Grade?.Id
        && HasSameRanks(old.Ranks, result.Ranks) && HasSameComponents(old, result)
        && old.Outcomes.Count == follows.Count && old.Outcomes.All(outcome => follows.Any(other => Is(other, outcome)));

    private static bool HasSameRanks(IReadOnlyDictionary<string, int> old, IReadOnlyDictionary<string, int> now) =>
        old.Count == now.Count && now.All(rank => old.TryGetValue(rank.Key, out var before) && before == rank.Value);

    /// <summary>Whether each component has the same points by both; one that a scheme lacks has none.</summary>
    private static bool HasSameComponents(KeptResult old, Assessment result)
    {
        var (scores, components) = (result.Components, old.Scheme.Components);
        var areAlike = scores.Count == old.Components.Length;
        for (var i = 0; i < scores.Count && areAlike; i++)
            areAlike = scores[i].Component.Id == components[i].Id;
        if (!areAlike)
            return Causes.Of(old, result, old.Outcomes).All(cause => cause.By is null);
        for (var i = 0; i < scores.Count; i++)
        {
            if (scores[i].Points != old.Components[i])
                return false;
        }

        return true;
    }

    private static int DirectionOf(int compared) => compared > 0 ? 0 : compared < 0 ? 1 : 2;

    private sealed record Moved(KeptResult Old, Assessment Result, IReadOnlyList<KnownOutcome> Outcomes);

    private sealed class Counted
    {
        public required LocalText Name { get; set; }

        public long Gained { get; set; }

        public long Lost { get; set; }

        public long Kept { get; set; }
    }

    private sealed class Group
    {
        private long results, higher, lower, otherGrade;

        public void Add(int? direction, bool isOtherGrade)
        {
            results++;
            if (direction == 0)
                higher++;
            else if (direction == 1)
                lower++;
            if (isOtherGrade)
                otherGrade++;
        }

        public GroupChange Taken(string group) => new(group, results, higher, lower, otherGrade);
    }
}
