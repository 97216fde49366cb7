using PartyRules.Clauses.Core;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Verification.Search;

/// <summary>What a scheme made of a draft.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="draft">The draft.</param>
/// <param name="results">The assessments of all its subjects.</param>
internal sealed class Seen(Draft draft, IReadOnlyList<Assessment> results)
{
    private readonly Dictionary<Period, FactsOf> facts = [];

    /// <summary>The draft.</summary>
    public Draft Draft => draft;

    /// <summary>The assessments of all subjects.</summary>
    public IReadOnlyList<Assessment> Results => results;

    /// <summary>The subject's row of a period; null where there is none.</summary>
    public Assessment? Of(Period row) =>
        results.FirstOrDefault(assessment => assessment.Subject.Id == draft.Subject.Id && assessment.Period == row);

    /// <summary>The facts that the subject's row of a period rests on.</summary>
    public IEnumerable<T> Facts<T>(Period row)
    {
        if (Of(row) is not { Derivation: { } derivation })
            return [];
        if (!facts.TryGetValue(row, out var known))
            facts.Add(row, known = new FactsOf(derivation));
        return known.Of<T>();
    }

    /// <summary>The total of a row; null where there is none.</summary>
    public Points? TotalOf(Period row) => Of(row)?.Total;

    /// <summary>The score of a component in a row; null where there is none.</summary>
    public Points? ScoreOf(Period row, Component component) =>
        Of(row)?.Components.FirstOrDefault(score => score.Component.Index == component.Index)?.Points;
}
