using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What the points of a component, of a group or of the total are multiplied by.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Source">What the factor is made of.</param>
/// <param name="When">When it applies; null for always.</param>
/// <param name="OnAdditions">Whether only what adds points is multiplied, and neither the start nor what deducts.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/multipliers.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record Multiplier(FactorSource Source, Condition? When, bool OnAdditions, Citation Cites)
{
    /// <summary>
    /// The factor for a dossier, and what it was made of; null where the multiplier does not apply, or which row of its table holds is not
    /// decided before the period is over.
    /// </summary>
    public Factor? FactorOf(Dossier dossier)
    {
        var known = new Known(dossier);
        return When is null || When.Holds(known) ? Source.Of(known) : null;
    }

    /// <summary>Whether it applies to a dossier.</summary>
    public bool AppliesTo(Dossier dossier) => When is null || When.Holds(new Known(dossier));

    /// <summary>Says which facts it looks at that a data set may lack.</summary>
    public void LookAt(LookedAt facts)
    {
        When?.LookAt(facts.By(Cites));
        Source.LookAt(facts.By(Cites));
    }
}

/// <summary>What multipliers make of points.</summary>
internal static class Multiplying
{
    /// <summary>Points times the factors of all multipliers that apply.</summary>
    public static Exact Times(this Exact points, IReadOnlyList<Multiplier> multipliers, Dossier dossier)
    {
        for (var i = 0; i < multipliers.Count; i++)
        {
            if (multipliers[i].FactorOf(dossier) is { } factor)
                points *= factor.Number;
        }

        return points;
    }
}
