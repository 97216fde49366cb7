using System.Collections.Frozen;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Comparisons;

/// <summary>
/// What changes for everybody where one scheme, or version of it, takes the place of another: the same data scored by both.
/// </summary>
/// <remarks>A comparison proposes nothing; people decide what is better. Immutable and thread-safe.</remarks>
public sealed class Comparison
{
    internal Comparison(Scheme baseline, Scheme candidate, int year) => (Baseline, Candidate, Year) = (baseline, candidate, year);

    /// <summary>The scheme that holds now: of several versions the one that decides the year.</summary>
    public Scheme Baseline { get; }

    /// <summary>The scheme that may take its place.</summary>
    public Scheme Candidate { get; }

    /// <summary>The calendar year that was assessed.</summary>
    public int Year { get; }

    /// <summary>How many results both give: rows of one subject and period.</summary>
    public long Results { get; internal init; }

    /// <summary>How many of them are the same in status, components, total, grade, ranks and what follows.</summary>
    public long Same { get; internal init; }

    /// <summary>How many results only <see cref="Baseline"/> gives, because the other knows no such round.</summary>
    public long OnlyInBaseline { get; internal init; }

    /// <summary>How many results only <see cref="Candidate"/> gives.</summary>
    public long OnlyInCandidate { get; internal init; }

    /// <summary>How totals, of results that have one in both, move.</summary>
    public Direction Totals { get; internal init; } = new(0, 0, 0);

    /// <summary>How ranks, of results that have one in both, move; higher is nearer to 1.</summary>
    public Direction Ranks { get; internal init; } = new(0, 0, 0);

    /// <summary>
    /// How ranks move in each of the further rankings that both schemes have under one identifier, in the candidate's order; without those
    /// in which no result has a rank by both.
    /// </summary>
    public IReadOnlyList<RankingChange> Rankings { get; internal init; } = [];

    /// <summary>
    /// How many results go from which grade to which, those that stay included; in the order of the grades of <see cref="Baseline"/>, then
    /// of <see cref="Candidate"/>, results without a grade last.
    /// </summary>
    public IReadOnlyList<GradeChange> Grades { get; internal init; } = [];

    /// <summary>Who gains and loses what follows from a result, by kind, then by code, ordinally.</summary>
    public IReadOnlyList<OutcomeChange> Outcomes { get; internal init; } = [];

    /// <summary>How the results of each category move, by category, ordinally; empty where subjects have none.</summary>
    public IReadOnlyList<GroupChange> Categories { get; internal init; } = [];

    /// <summary>How the results of each parent's subjects move, by parent, ordinally; empty where subjects have none.</summary>
    public IReadOnlyList<GroupChange> Parents { get; internal init; } = [];

    /// <summary>
    /// The results that differ, in the order of results; at most <see cref="CompareOptions.MostMoves"/>, of <see cref="Results"/> less
    /// <see cref="Same"/>.
    /// </summary>
    public IReadOnlyList<Move> Moves { get; internal init; } = [];
}

/// <summary>How many numbers rise, fall and stay.</summary>
/// <param name="Higher">How many are better by the candidate.</param>
/// <param name="Lower">How many are worse.</param>
/// <param name="Same">How many stay.</param>
public sealed record Direction(long Higher, long Lower, long Same);

/// <summary>How ranks move in a further ranking.</summary>
/// <param name="Ranking">Its identifier.</param>
/// <param name="Name">Its name by the candidate.</param>
/// <param name="Ranks">How ranks, of results that have one in both, move; higher is nearer to 1.</param>
public sealed record RankingChange(string Ranking, LocalText Name, Direction Ranks);

/// <summary>How many results go from one grade to another.</summary>
/// <param name="From">By the baseline: the code of a grade, or <c>exempt</c>, <c>incomplete</c> or <c>none</c>.</param>
/// <param name="FromName">Its name.</param>
/// <param name="To">By the candidate.</param>
/// <param name="ToName">Its name.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record GradeChange(string From, LocalText FromName, string To, LocalText ToName, long Count);

/// <summary>How many results gain, lose and keep an outcome.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; by the candidate, where both know it.</param>
/// <param name="Gained">How many have it by the candidate alone.</param>
/// <param name="Lost">How many have it by the baseline alone.</param>
/// <param name="Kept">How many have it by both.</param>
public sealed record OutcomeChange(OutcomeKind Kind, string Code, LocalText Name, long Gained, long Lost, long Kept);

/// <summary>How the results of a group move.</summary>
/// <param name="Group">The code of the category, or the identifier of the parent.</param>
/// <param name="Results">How many results of the group both give.</param>
/// <param name="Higher">How many totals are higher by the candidate.</param>
/// <param name="Lower">How many are lower.</param>
/// <param name="OtherGrade">How many results have another grade, or one where there was none, or none where there was one.</param>
public sealed record GroupChange(string Group, long Results, long Higher, long Lower, long OtherGrade);

/// <summary>A result that differs.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Before">The result by the baseline.</param>
/// <param name="After">The result by the candidate.</param>
/// <param name="Causes">
/// What differs, clause by clause: components, bounds of grades, what follows; in the order of the candidate's components, then by clause.
/// </param>
public sealed record Move(Subject Subject, Period Period, MovedResult Before, MovedResult After, IReadOnlyList<MoveCause> Causes);

/// <summary>What a result says in short.</summary>
/// <param name="Status">How far the assessment got.</param>
/// <param name="Total">The total; null for none.</param>
/// <param name="Grade">The code of the grade; null for none.</param>
/// <param name="Rank">The rank; null for none.</param>
public sealed record MovedResult(AssessmentStatus Status, Points? Total, string? Grade, int? Rank)
{
    /// <summary>The ranks in the scheme's further rankings, by the identifier of the ranking; of those in which there is one.</summary>
    public IReadOnlyDictionary<string, int> Ranks { get; init; } = NoRanks;

    internal static IReadOnlyDictionary<string, int> NoRanks { get; } = FrozenDictionary<string, int>.Empty;
}

/// <summary>A part of two results that differs.</summary>
/// <param name="Clause">The clause that it rests on, as schemes cite it; empty for none.</param>
/// <param name="Name">What differs: a component, the grades, or an outcome.</param>
/// <param name="By">By how many points the candidate gives more, or less where negative; null where it is no number.</param>
public sealed record MoveCause(string Clause, LocalText Name, Points? By);
