using System.Collections.Frozen;
using System.Text.Json.Serialization;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>How far an assessment got.</summary>
public enum AssessmentStatus
{
    /// <summary>The subject was assessed.</summary>
    [JsonStringEnumMemberName("assessed")]
    Assessed,

    /// <summary>The subject is left out of scoring.</summary>
    [JsonStringEnumMemberName("exempt")]
    Exempt,

    /// <summary>Something that the scheme requires is not recorded, so there is no total.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,
}

/// <summary>The result for one subject in one period.</summary>
/// <remarks>
/// Awards, measures and recommendations are proposals for people to decide on. Each list is ordered by code, ordinally, and names a
/// code once. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(AssessmentJsonConverter))]
public sealed class Assessment
{
    /// <summary>Who was assessed.</summary>
    public required Subject Subject { get; init; }

    /// <summary>For which period.</summary>
    public required Period Period { get; init; }

    /// <summary>The day as of which it was judged; null for the end of the period.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>By which scheme.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>How far the assessment got.</summary>
    public required AssessmentStatus Status { get; init; }

    /// <summary>The scores of the scheme's components, in its order; empty where nothing was scored.</summary>
    public IReadOnlyList<ComponentScore> Components { get; init; } = [];

    /// <summary>The sum of the components; null where there is none.</summary>
    public Points? Total { get; init; }

    /// <summary>
    /// The total as it is compared with the bounds of the grades, where rounding makes it another; null where it is compared as it is, or
    /// not at all.
    /// </summary>
    public Points? RoundedTotal =>
        Total is { } total && Grade is not null && Scheme.Grades is { Start: null } scale && scale.Compared(total) is var rounded
            && rounded != total
            ? rounded
            : null;

    /// <summary>The grade; null where the scheme gives none or there is no total.</summary>
    public GradeBand? Grade { get; init; }

    /// <summary>The rank in the pool, 1 being the best; null where the scheme ranks nobody or there is no total.</summary>
    public int? Rank { get; init; }

    /// <summary>The ranks in the scheme's further rankings, by the identifier of the ranking; of those in which there is one.</summary>
    public IReadOnlyDictionary<string, int> Ranks { get; init; } = NoRanks;

    private static IReadOnlyDictionary<string, int> NoRanks { get; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Proposed awards.</summary>
    public IReadOnlyList<Outcome> Awards { get; init; } = [];

    /// <summary>Proposed recommendations.</summary>
    public IReadOnlyList<Outcome> Recommendations { get; init; } = [];

    /// <summary>Proposed measures.</summary>
    public IReadOnlyList<Outcome> Measures { get; init; } = [];

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<Outcome> Findings { get; init; } = [];

    /// <summary>How the result came about, down to the entries; null unless it was asked for.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>The assessment of a subject who was scored.</summary>
    internal static Assessment Of(Scheme scheme, Standing standing, IReadOnlyList<Outcome> outcomes)
    {
        var given = new ByKind(outcomes);
        return new Assessment
        {
            Subject = standing.Dossier.Subject,
            Period = standing.Dossier.Period,
            AsOf = standing.Dossier.Until,
            Scheme = scheme,
            Status = AssessmentStatus.Assessed,
            Components = standing.Total.Scores,
            Total = scheme.Components.Count == 0 ? null : standing.Total.Points,
            Grade = standing.Grade?.Grade,
            Rank = standing.Placing?.Rank,
            Ranks = scheme.Rankings.Count == 0 ? NoRanks : RanksOf(standing.Placings),
            Awards = given.Awards,
            Recommendations = given.Recommendations,
            Measures = given.Measures,
            Findings = given.Findings,
        };
    }

    /// <summary>The assessment of an exempt subject: its status alone.</summary>
    internal static Assessment OfExempt(Scheme scheme, Dossier dossier) => new()
    {
        Subject = dossier.Subject,
        Period = dossier.Period,
        AsOf = dossier.Until,
        Scheme = scheme,
        Status = AssessmentStatus.Exempt,
    };

    /// <summary>
    /// The assessment of a subject whose record lacks something required: no total, and findings that say what is missing.
    /// </summary>
    internal static Assessment OfIncomplete(Scheme scheme, Dossier dossier, IReadOnlyList<Outcome> outcomes) => new()
    {
        Subject = dossier.Subject,
        Period = dossier.Period,
        AsOf = dossier.Until,
        Scheme = scheme,
        Status = AssessmentStatus.Incomplete,
        Findings = new ByKind(outcomes).Findings,
    };

    /// <summary>The assessment of a year whose rounds are assessed one by one; incomplete until all were held.</summary>
    internal static Assessment OfYear(Scheme scheme, YearCase year, IReadOnlyList<Outcome> outcomes)
    {
        var given = new ByKind(outcomes);
        return new Assessment
        {
            Subject = year.Dossier.Subject,
            Period = year.Dossier.Period,
            AsOf = year.Dossier.Until,
            Scheme = scheme,
            Status = year.IsComplete && scheme.Year is null ? AssessmentStatus.Assessed : AssessmentStatus.Incomplete,
            Awards = given.Awards,
            Recommendations = given.Recommendations,
            Measures = given.Measures,
            Findings = given.Findings,
        };
    }

    internal Assessment With(Derivation derivation) => new()
    {
        Subject = Subject,
        Period = Period,
        AsOf = AsOf,
        Scheme = Scheme,
        Status = Status,
        Components = Components,
        Total = Total,
        Grade = Grade,
        Rank = Rank,
        Ranks = Ranks,
        Awards = Awards,
        Recommendations = Recommendations,
        Measures = Measures,
        Findings = Findings,
        Derivation = derivation,
    };

    /// <summary>The assessment as an input of another: of a scheme that looks at this one's results, or of the next year.</summary>
    public EarlierResult ToEarlierResult() => new(Scheme.Id, Subject.Id, Period, Total, Grade?.Id ?? "", Rank) { Parent = Subject.Parent };

    /// <summary>The assessment as flat data, for JSON and for storing.</summary>
    public AssessmentRecord ToRecord() => new()
    {
        Subject = Subject.Id,
        Period = Period,
        AsOf = AsOf,
        Scheme = Scheme.Id,
        Version = Scheme.Version,
        ContentHash = Scheme.ContentHash,
        Status = Status,
        Components = Components.ToDictionary(score => score.Component.Id, score => score.Points, StringComparer.Ordinal),
        Total = Total,
        Grade = Grade?.Id,
        Rank = Rank,
        Ranks = Ranks.Count == 0 ? null : Ranks,
        Awards = CodesOf(Awards),
        Recommendations = CodesOf(Recommendations),
        Measures = CodesOf(Measures),
        Findings = CodesOf(Findings),
    };

    private static IReadOnlyDictionary<string, int> RanksOf(IReadOnlyList<Placing> placings) => placings
        .Where(placing => placing.Ranking.Id.Length > 0)
        .ToDictionary(placing => placing.Ranking.Id, placing => placing.Rank, StringComparer.Ordinal);

    private static IReadOnlyList<string> CodesOf(IReadOnlyList<Outcome> outcomes) => [.. outcomes.Select(outcome => outcome.Code)];

    /// <summary>The score of a component, also where another version of the scheme gave the result; null for none.</summary>
    /// <param name="component">The component, of any version of the scheme.</param>
    public ComponentScore? ScoreOf(Component component)
    {
        if (component.Index < Components.Count && Components[component.Index].Component.Id == component.Id)
            return Components[component.Index];
        for (var i = 0; i < Components.Count; i++)
        {
            if (Components[i].Component.Id == component.Id)
                return Components[i];
        }

        return null;
    }

    /// <summary>Subject, period and status.</summary>
    public override string ToString() => $"{Subject.Id} {Period} {Status}";

    /// <summary>Outcomes by kind, each list ordered by code and naming a code once.</summary>
    private readonly ref struct ByKind
    {
        private readonly List<Outcome>? awards, recommendations, measures, findings;

        public ByKind(IReadOnlyList<Outcome> outcomes)
        {
            for (var i = 0; i < outcomes.Count; i++)
            {
                var outcome = outcomes[i];
                switch (outcome.Kind)
                {
                    case OutcomeKind.Award or OutcomeKind.Flag:
                        Place(outcome, ref awards);
                        break;
                    case OutcomeKind.Recommendation:
                        Place(outcome, ref recommendations);
                        break;
                    case OutcomeKind.Measure:
                        Place(outcome, ref measures);
                        break;
                    default:
                        Place(outcome, ref findings);
                        break;
                }
            }
        }

        public IReadOnlyList<Outcome> Awards => awards ?? (IReadOnlyList<Outcome>)[];

        public IReadOnlyList<Outcome> Recommendations => recommendations ?? (IReadOnlyList<Outcome>)[];

        public IReadOnlyList<Outcome> Measures => measures ?? (IReadOnlyList<Outcome>)[];

        public IReadOnlyList<Outcome> Findings => findings ?? (IReadOnlyList<Outcome>)[];

        /// <summary>Puts an outcome in its place by code; of several of one code the first stays.</summary>
        private static void Place(Outcome outcome, ref List<Outcome>? list)
        {
            list ??= new List<Outcome>(2);
            var at = list.Count;
            for (; at > 0; at--)
            {
                var order = string.CompareOrdinal(list[at - 1].Code, outcome.Code);
                if (order == 0)
                    return;
                if (order < 0)
                    break;
            }

            list.Insert(at, outcome);
        }
    }
}
