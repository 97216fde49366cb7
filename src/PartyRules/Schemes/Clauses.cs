using PartyRules.Results;
using PartyRules.Schemes.Conditions;

namespace PartyRules.Schemes;

/// <summary>When a subject is left out of scoring.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition, on the subject and the entries.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record ExemptionClause(string Id, LocalText Name, Condition When, Citation Cites);

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
public sealed record ForcedGradeClause(string Id, GradeBand Grade, Condition When, FindingText Finding, Citation Cites);

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
    /// <summary>The key of the pool a subject competes in.</summary>
    /// <param name="subject">The subject.</param>
    public string PoolOf(Subject subject) => Pool switch
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
        var ranks = new int[ordered.Count];
        for (var i = 0; i < ordered.Count; i++)
            ranks[i] = i > 0 && Compare(ordered[i - 1], ordered[i]) == 0 ? ranks[i - 1] : i + 1;
        return [.. ordered.Select((total, i) => new Placing(total, ranks[i], ranks[i] == ranks[^1] && ranks[i] > 1, ordered.Count))];
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

    /// <summary>Whether a window with so many entries of such a sum misses the requirement.</summary>
    /// <param name="count">How many entries the window has.</param>
    /// <param name="sum">What their values add up to.</param>
    public bool IsMissedBy(int count, Points sum) => (count > 0 || UnrecordedIsZero) && sum < AtLeast;
}

/// <summary>A promise in one round that must be answered, under the same reference, in the next.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Promise">The record that promises.</param>
/// <param name="Answer">The record that answers.</param>
/// <param name="Finding">The finding raised on the next round where no answer is recorded in it.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record FollowUpClause(string Id, RecordItem Promise, RecordItem Answer, FindingText Finding, Citation Cites);
