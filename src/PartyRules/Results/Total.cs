using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>The total of all components.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
public sealed class Total : IKnownTotal
{
    /// <summary>Makes a total of scores that were worked out elsewhere, as the scheme says: with its weights, groups and bounds.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="dossier">Whose total.</param>
    /// <param name="scores">One score for each component of the scheme, in any order.</param>
    /// <exception cref="ArgumentException">A component has no score or several, or a score is of no component of the scheme.</exception>
    /// <exception cref="OverflowException">The total is outside the range of points.</exception>
    public Total(Scheme scheme, Dossier dossier, IReadOnlyList<ComponentScore> scores)
        : this(dossier, OneOfEach(scheme, scores), scheme.Total)
    {
    }

    internal Total(Dossier dossier, Points points, IReadOnlyList<Total> rounds)
    {
        Dossier = dossier;
        Scores = [];
        Points = points;
        Rounds = rounds;
        IsOfRound = false;
    }

    internal Total(Dossier dossier, IReadOnlyList<ComponentScore> scores, TotalClause? clause)
    {
        Dossier = dossier;
        var ordered = new ComponentScore[scores.Count];
        for (var i = 0; i < scores.Count; i++)
        {
            var score = scores[i];
            ordered[score.Component.Index] = score;
        }

        Scores = ordered;
        Points = clause is null ? TotalArithmetic.Sum(ordered) : clause.Of(ordered, dossier);
        if (clause is { Forced.Count: > 0 } && ForcedTotal.Of(clause.Forced, new Known(dossier, this)) is (var points, { } decided))
            (Forced, Points) = (new ForcedTotal(decided, Points), points);
    }

    /// <summary>Whose total it is.</summary>
    public Dossier Dossier { get; }

    /// <summary>Whether it is the total of a round, rather than of a year of rounds.</summary>
    internal bool IsOfRound { get; } = true;

    /// <summary>The totals of the rounds that make a year's, in order; empty for a round.</summary>
    internal IReadOnlyList<Total> Rounds { get; } = [];

    /// <summary>The rounds of a year that were held for nobody, and are left out of it; empty for a round.</summary>
    internal IReadOnlyList<Period> LeftOut { get; init; } = [];

    /// <summary>The scores, in the scheme's order of components.</summary>
    public IReadOnlyList<ComponentScore> Scores { get; }

    /// <summary>
    /// What the scores make: their sum, or what weights, groups and the bounds of the total make of it; or what a clause gives whatever the
    /// scores.
    /// </summary>
    public Points Points { get; }

    /// <summary>The clause that decided it, and what the scores made; null where the scores decide.</summary>
    internal ForcedTotal? Forced { get; }

    Points? IKnownTotal.PointsOf(int component) => Scores.Count == 0 ? null : Scores[component].Points;

    private static IReadOnlyList<ComponentScore> OneOfEach(Scheme scheme, IReadOnlyList<ComponentScore> scores) =>
        scores.Count == scheme.Components.Count && scores.Select(score => score.Component).ToHashSet().SetEquals(scheme.Components)
            ? scores
            : throw new ArgumentException($"One score for each component of the scheme '{scheme.Id}' is needed.", nameof(scores));

    /// <summary>The points.</summary>
    public override string ToString() => Points.ToString();
}
