using PartyRules.Results;
using PartyRules.Schemes.Conditions;

namespace PartyRules.Schemes;

/// <summary>When a subject is left out of scoring.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition, on the subject and the entries.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record ExemptionClause(string Id, LocalText Name, Condition When, Citation Cites)
{
    /// <summary>Whether the subject is pending, so that its row is incomplete, rather than exempt.</summary>
    internal bool IsPending { get; init; }
}

/// <summary>How a total becomes a grade.</summary>
public sealed class GradeScale
{
    /// <summary>Makes a scale.</summary>
    /// <param name="places">Decimal places the total is rounded to; null for no rounding.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="bands">The grades from highest to lowest.</param>
    /// <param name="forced">Grades given whatever the total, in order.</param>
    /// <param name="cites">What the bounds rest on.</param>
    public GradeScale(int? places, MidpointRounding rounding, IReadOnlyList<GradeBand> bands, IReadOnlyList<ForcedGradeClause> forced, Citation cites)
    {
        Places = places;
        Rounding = rounding;
        Bands = bands;
        Forced = forced;
        Cites = cites;
    }

    /// <summary>Decimal places the total is rounded to before it is compared; null for no rounding.</summary>
    public int? Places { get; }

    /// <summary>How it is rounded where <see cref="Places"/> is set.</summary>
    public MidpointRounding Rounding { get; }

    /// <summary>The grades from highest to lowest.</summary>
    public IReadOnlyList<GradeBand> Bands { get; }

    /// <summary>Grades given whatever the total; the first that holds applies.</summary>
    public IReadOnlyList<ForcedGradeClause> Forced { get; }

    /// <summary>What the bounds rest on.</summary>
    public Citation Cites { get; }

    /// <summary>Which rows carry a grade.</summary>
    internal Rows On { get; init; }

    /// <summary>The grade of a subject without a previous one, where grades move; null where totals decide.</summary>
    internal GradeBand? Start { get; init; }

    /// <summary>How grades move from the previous one.</summary>
    internal IReadOnlyList<GradeMove> Moves { get; init; } = [];

    /// <summary>The grade that a total, moves and forced grades give.</summary>
    /// <param name="total">The total.</param>
    /// <param name="forced">The clauses that force a grade.</param>
    /// <param name="moves">The moves that hold, where grades move.</param>
    internal GradeDecision Decide(Total total, IReadOnlyList<ForcedGrade> forced, IReadOnlyList<GradeMoved> moves)
    {
        var moved = 0;
        for (var i = 0; i < moves.Count; i++)
            moved += moves[i].Clause.By;

        var previous = total.Dossier.Subject.PreviousGrade;
        ForcedGrade? exactly = null;
        for (var i = 0; i < forced.Count; i++)
        {
            if (forced[i].Clause.Effect == ForcedEffect.Exactly && (exactly is null || forced[i].Order < exactly.Order))
                exactly = forced[i];
        }

        if (exactly is not null)
            return new GradeDecision(total.Dossier, exactly.Clause.Grade, exactly.Clause, Rise(previous, exactly.Clause.Grade));
        var band = Start is null ? Of(total.Points) : Moved(previous, moved);
        var (floored, floor) = Strictest(ForcedEffect.Floor, forced, band);
        var (decided, ceiling) = Strictest(ForcedEffect.Ceiling, forced, floored);
        return new GradeDecision(total.Dossier, decided, ceiling ?? floor, Rise(previous, decided));
    }

    /// <summary>Whether rows of a period carry a grade.</summary>
    internal bool IsFor(bool isOfRound) => On == Rows.Both || (On == Rows.Round) == isOfRound;

    private static (GradeBand Band, ForcedGradeClause? Clause) Strictest(ForcedEffect effect, IReadOnlyList<ForcedGrade> forced, GradeBand band)
    {
        ForcedGradeClause? clause = null;
        for (var i = 0; i < forced.Count; i++)
        {
            var other = forced[i].Clause;
            if (other.Effect == effect && (effect == ForcedEffect.Floor ? other.Grade.Index < band.Index : other.Grade.Index > band.Index))
                (band, clause) = (other.Grade, other);
        }

        return (band, clause);
    }

    private GradeBand Moved(string previous, int moved)
    {
        for (var i = 0; i < Bands.Count; i++)
        {
            if (Bands[i].Id == previous)
                return Bands[Math.Clamp(i - moved, 0, Bands.Count - 1)];
        }

        return Start!;
    }

    /// <summary>The grade a total falls in: the highest whose bound the rounded total reaches.</summary>
    /// <param name="total">The exact total.</param>
    public GradeBand Of(Points total)
    {
        var compared = Places is { } places ? total.Round(places, Rounding) : total;
        for (var i = 0; i < Bands.Count; i++)
        {
            var band = Bands[i];
            if (band.From is not { } from || compared >= from)
                return band;
        }

        return Bands[^1];
    }

    /// <summary>The position of a clause among those that force a grade, from 0.</summary>
    /// <param name="clause">The clause.</param>
    public int OrderOf(ForcedGradeClause clause)
    {
        var order = 0;
        while (Forced[order] != clause)
            order++;
        return order;
    }

    /// <summary>By how many grades a subject rose; negative for a fall; null where the previous grade is unknown.</summary>
    /// <param name="previous">The code of the grade before; may be empty.</param>
    /// <param name="current">The grade now.</param>
    public int? Rise(string previous, GradeBand current)
    {
        for (var i = 0; i < Bands.Count; i++)
        {
            if (Bands[i].Id == previous)
                return i - current.Index;
        }

        return null;
    }
}

/// <summary>One grade.</summary>
/// <param name="Id">The code in results.</param>
/// <param name="Index">The position from the highest grade, which is 0.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="From">The lowest total of the grade, included; null for the lowest grade.</param>
public sealed record GradeBand(string Id, int Index, LocalText Name, Points? From);

/// <summary>A grade given whatever the total.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Grade">The grade that is given.</param>
/// <param name="When">The condition.</param>
/// <param name="Finding">The finding that says so.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record ForcedGradeClause(string Id, GradeBand Grade, Condition When, FindingText Finding, Citation Cites)
{
    /// <summary>Whether exactly this grade is given, or at most or at least it.</summary>
    internal ForcedEffect Effect { get; init; }
}

/// <summary>How a grade is forced.</summary>
internal enum ForcedEffect
{
    /// <summary>Exactly this grade.</summary>
    Exactly,

    /// <summary>At most this grade.</summary>
    Ceiling,

    /// <summary>At least this grade.</summary>
    Floor,
}

/// <summary>Which rows a clause is about.</summary>
internal enum Rows
{
    /// <summary>The rounds.</summary>
    Round,

    /// <summary>The year.</summary>
    Year,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>A move from the previous grade.</summary>
/// <param name="By">By how many grades; negative for down.</param>
/// <param name="When">The condition.</param>
/// <param name="Cites">What it rests on.</param>
internal sealed record GradeMove(int By, Condition When, Citation Cites);

/// <summary>Something of which the share among a pool's subjects is taken.</summary>
internal sealed class Target(string id, LocalText name, PoolKind pool, Condition when, Citation cites)
{
    public string Id { get; } = id;

    public LocalText Name { get; } = name;

    public PoolKind Pool { get; } = pool;

    public Condition When { get; } = when;

    public Citation Cites { get; } = cites;

    /// <summary>The share of one pool in one period.</summary>
    /// <param name="totals">The pool's totals, at least one.</param>
    public PoolShare ShareOf(IReadOnlyList<Total> totals)
    {
        var met = 0;
        for (var i = 0; i < totals.Count; i++)
            met += When.HoldsFor(totals[i]) ? 1 : 0;
        return new PoolShare(this, totals[0].Dossier.Period, met, totals.Count);
    }
}

/// <summary>What happens to equals in a ranking.</summary>
internal enum TieKind
{
    /// <summary>They share the better rank: 1, 2, 2, 4.</summary>
    Share,

    /// <summary>They share a rank and the next follows: 1, 2, 2, 3.</summary>
    Dense,

    /// <summary>They share the lower rank: 1, 3, 3, 4.</summary>
    Lower,
}

/// <summary>Who competes with whom.</summary>
public enum PoolKind
{
    /// <summary>Subjects of one parent.</summary>
    Parent,

    /// <summary>Subjects of one category.</summary>
    Category,

    /// <summary>All subjects.</summary>
    All,
}

/// <summary>How subjects are ranked in each round: by total, the highest first; ties that the tie-breaks leave share a rank (1, 2, 2, 4).</summary>
/// <param name="Pool">Who competes with whom.</param>
/// <param name="TieBreaks">Components that break a tie, in order, the higher score first.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record RankingClause(PoolKind Pool, IReadOnlyList<Component> TieBreaks, Citation Cites)
{
    /// <summary>What happens to equals.</summary>
    internal TieKind Ties { get; init; }

    /// <summary>Which rows are ranked.</summary>
    internal Rows On { get; init; }

    /// <summary>Whether rows of a period are ranked.</summary>
    internal bool IsFor(bool isOfRound) => On == Rows.Both || (On == Rows.Round) == isOfRound;

    /// <summary>The key of the pool a subject competes in.</summary>
    /// <param name="subject">The subject.</param>
    public string PoolOf(Subject subject) => KeyOf(Pool, subject);

    internal static string KeyOf(PoolKind pool, Subject subject) => pool switch
    {
        PoolKind.Parent => subject.Parent,
        PoolKind.Category => subject.Category,
        _ => "",
    };

    /// <summary>Places the totals of a pool.</summary>
    /// <param name="totals">The totals, in any order.</param>
    /// <returns>A place for each, the best first; equals in order of their subjects' identifiers.</returns>
    public IReadOnlyList<Placing> Place(IReadOnlyCollection<Total> totals)
    {
        var ordered = totals.OrderBy(total => total, Comparer<Total>.Create(Compare)).ThenBy(total => total.Dossier.Subject.Id, StringComparer.Ordinal).ToList();
        var placings = new List<Placing>(ordered.Count);
        for (var (first, group) = (0, 1); first < ordered.Count; group++)
        {
            var next = first + 1;
            while (next < ordered.Count && Compare(ordered[first], ordered[next]) == 0)
                next++;
            var rank = Ties switch { TieKind.Dense => group, TieKind.Lower => next, _ => first + 1 };
            for (var i = first; i < next; i++)
                placings.Add(new Placing(ordered[i], rank, next == ordered.Count && first > 0, ordered.Count) { Better = first, NoWorse = next });
            first = next;
        }

        return placings;
    }

    private int Compare(Total left, Total right)
    {
        var order = right.Points.CompareTo(left.Points);
        for (var i = 0; order == 0 && i < TieBreaks.Count; i++)
            order = right.Scores[TieBreaks[i].Index].Points.CompareTo(left.Scores[TieBreaks[i].Index].Points);
        return order;
    }
}

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition on the round.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record MarkClause(string Id, LocalText Name, Condition When, Citation Cites);

/// <summary>What an outcome is.</summary>
public enum OutcomeKind
{
    /// <summary>A proposed award.</summary>
    Award,

    /// <summary>A proposed measure.</summary>
    Measure,

    /// <summary>A proposed recommendation.</summary>
    Recommendation,

    /// <summary>Something a person should look at.</summary>
    Finding,
}

/// <summary>What follows from a result.</summary>
/// <param name="Code">The code in results.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="OnYear">Whether it stands on the year's row rather than a round's, where they differ.</param>
/// <param name="When">The condition.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record OutcomeClause(string Code, OutcomeKind Kind, LocalText Name, bool OnYear, Condition When, Citation Cites);

/// <summary>A quantity that must be reached in every window of a round.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Records">The records whose values are added up.</param>
/// <param name="Per">The window.</param>
/// <param name="AtLeast">The least that must be reached, included.</param>
/// <param name="UnrecordedIsZero">Whether a window without any such entry counts as zero; otherwise it is ignored.</param>
/// <param name="Finding">The finding raised where it is not reached.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record RequirementClause(
    string Id, IReadOnlyList<RecordItem> Records, PeriodKind Per, Points AtLeast, bool UnrecordedIsZero, FindingText Finding, Citation Cites)
{
    /// <summary>The windows within a period.</summary>
    /// <param name="period">The period; not shorter than a window.</param>
    public IEnumerable<Period> WindowsIn(Period period) =>
        Period.AllIn(period.Year, Per).Where(window => period.Contains(window.Start));

    /// <summary>Whether an entry adds to the quantity.</summary>
    /// <param name="entry">The entry.</param>
    public bool Counts(Entry entry) => Records.Any(record => record.Code == entry.Item);

    /// <summary>Whether entries are counted; otherwise their values are added up.</summary>
    internal bool CountsEntries { get; init; }

    /// <summary>Whether a window with so many entries of such a sum misses the requirement.</summary>
    /// <param name="count">How many entries the window has.</param>
    /// <param name="sum">What their values add up to.</param>
    public bool IsMissedBy(int count, Points sum) => (count > 0 || UnrecordedIsZero) && (CountsEntries ? count : sum) < AtLeast;
}

/// <summary>A promise in one round that must be answered, under the same reference, in the next.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Promise">The record that promises.</param>
/// <param name="Answer">The record that answers.</param>
/// <param name="Finding">The finding raised on the next round where no answer is recorded in it.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record FollowUpClause(string Id, RecordItem Promise, RecordItem Answer, FindingText Finding, Citation Cites)
{
    /// <summary>The days from the promise to the answer; null for any day of the next round.</summary>
    internal NumberRange? Days { get; init; }

    /// <summary>Whether an entry answers a promise in time, where days are stated.</summary>
    internal bool IsAnswered(Entry promise, Entry answer) =>
        Days is { } days && answer.Item == Answer.Code && answer.Reference == promise.Reference && days.Contains(answer.Date.DayNumber - promise.Date.DayNumber);
}
