using System.Text.Json.Serialization;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>How a total becomes a grade.</summary>
/// <remarks>
/// Every total has exactly one grade: lower bounds are included, and the lowest grade takes what is left. Immutable and thread-safe.
/// </remarks>
/// <seealso href="docs/schemes/clauses/grades.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class GradeScale
{
    internal GradeScale(
        int? places, MidpointRounding rounding, IReadOnlyList<GradeBand> bands, IReadOnlyList<ForcedGradeClause> forced, Citation cites)
    {
        Places = places;
        Rounding = rounding;
        Bands = bands;
        Forced = forced;
        Cites = cites;
    }

    /// <summary>Decimal places, 0 to 6, the total is rounded to before it is compared; null for no rounding.</summary>
    public int? Places { get; }

    /// <summary>How it is rounded where <see cref="Places"/> is set.</summary>
    public MidpointRounding Rounding { get; }

    /// <summary>The grades from highest to lowest; at least one.</summary>
    public IReadOnlyList<GradeBand> Bands { get; }

    /// <summary>
    /// Grades given whatever the total, in order: the first that holds and gives exactly a grade decides; otherwise floors raise, then
    /// ceilings lower. Where a veto leaves a subject out of the ranking, it decides.
    /// </summary>
    public IReadOnlyList<ForcedGradeClause> Forced { get; }

    /// <summary>What the bounds rest on.</summary>
    public Citation Cites { get; }

    /// <summary>Which rows carry a grade.</summary>
    internal Rows On { get; init; }

    /// <summary>The rankings that vetoes may leave subjects out of.</summary>
    internal IReadOnlyList<RankingClause> Rankings { get; init; } = [];

    /// <summary>The grade of a subject without a previous one, where grades move; null where totals decide.</summary>
    internal GradeBand? Start { get; init; }

    /// <summary>How grades move from the previous one.</summary>
    internal IReadOnlyList<GradeMove> Moves { get; init; } = [];

    /// <summary>The grade a total falls in: the highest whose bound the rounded total reaches.</summary>
    /// <param name="total">The exact total.</param>
    /// <param name="dossier">Whose total it is.</param>
    public GradeBand Of(Points total, Dossier dossier)
    {
        var compared = Compared(total);
        for (var i = 0; i < Bands.Count; i++)
        {
            var band = Bands[i];
            if (band.From is not { } from || compared >= from.Of(dossier))
                return band;
        }

        return Bands[^1];
    }

    /// <summary>A total as it is compared with the bounds: rounded where the scale rounds, otherwise as it is.</summary>
    /// <param name="total">The exact total.</param>
    internal Points Compared(Points total) => Places is { } places ? total.Round(places, Rounding) : total;

    /// <summary>The position of a clause among those that force a grade, from 0.</summary>
    internal int OrderOf(ForcedGradeClause clause)
    {
        var order = 0;
        while (Forced[order] != clause)
            order++;
        return order;
    }

    /// <summary>The position of a move among all of them, from 0.</summary>
    internal int OrderOf(GradeMove move) => Moves.TakeWhile(other => other != move).Count();

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
/// <remarks>
/// Two grades are the same only if they are the same object; those of several versions of a scheme have their codes in common. Immutable
/// and thread-safe.
/// </remarks>
public sealed class GradeBand
{
    internal GradeBand(string id, int index, LocalText name, Amount? from) => (Id, Index, Name, From) = (id, index, name, from);

    /// <summary>The code in results.</summary>
    public string Id { get; }

    /// <summary>The position from the highest grade, which is 0.</summary>
    public int Index { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>The lowest total of the grade, included; null for the lowest grade, and where grades move from the previous one.</summary>
    public Amount? From { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Id;
}

/// <summary>A grade given whatever the total.</summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
public sealed class ForcedGradeClause
{
    internal ForcedGradeClause(string id, GradeBand grade, ForcedEffect effect, Condition when, FindingText finding, Citation cites) =>
        (Id, Grade, Effect, When, Finding, Cites) = (id, grade, effect, when, finding, cites);

    /// <summary>The identifier, unique among the scale's forced grades.</summary>
    public string Id { get; }

    /// <summary>The grade that is given.</summary>
    public GradeBand Grade { get; }

    /// <summary>Whether exactly this grade is given, or at most or at least it.</summary>
    public ForcedEffect Effect { get; }

    /// <summary>The finding that says so.</summary>
    public FindingText Finding { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The condition.</summary>
    internal Condition When { get; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}

/// <summary>How a grade is forced.</summary>
public enum ForcedEffect
{
    /// <summary>Exactly this grade.</summary>
    [JsonStringEnumMemberName("exactly")]
    Exactly,

    /// <summary>At most this grade.</summary>
    [JsonStringEnumMemberName("ceiling")]
    Ceiling,

    /// <summary>At least this grade.</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,
}

/// <summary>A move from the previous grade.</summary>
internal sealed record GradeMove(int By, Condition When, Citation Cites);
