using System.Text.Json.Serialization;
using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>How a total becomes a grade.</summary>
/// <remarks>Every total has exactly one grade: lower bounds are included, and the lowest grade takes what is left. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/grades.md">The kind of clause, its keys and how it is evaluated</seealso>
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

    /// <summary>Grades given whatever the total: the first that holds and gives exactly a grade decides; otherwise floors raise, then ceilings lower.</summary>
    public IReadOnlyList<ForcedGradeClause> Forced { get; }

    /// <summary>What the bounds rest on.</summary>
    public Citation Cites { get; }

    /// <summary>Which rows carry a grade.</summary>
    internal Rows On { get; init; }

    /// <summary>The grade of a subject without a previous one, where grades move; null where totals decide.</summary>
    internal GradeBand? Start { get; init; }

    /// <summary>How grades move from the previous one.</summary>
    internal IReadOnlyList<GradeMove> Moves { get; init; } = [];

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
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Id">The code in results.</param>
/// <param name="Index">The position from the highest grade, which is 0.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="From">The lowest total of the grade, included; null for the lowest grade.</param>
public sealed record GradeBand(string Id, int Index, LocalText Name, Points? From);

/// <summary>A grade given whatever the total.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
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
