using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Comparisons;

/// <summary>Finds the clauses by which two results differ.</summary>
internal static class Causes
{
    /// <summary>What differs; empty for nothing that a clause says.</summary>
    public static IReadOnlyList<MoveCause> Of(KeptResult old, Assessment result, IReadOnlyList<KnownOutcome> follows)
    {
        var causes = new List<MoveCause>();
        var before = old.Scheme.Components.Zip(old.Components).ToDictionary(
            pair => pair.First.Id, pair => (Component: pair.First, Points: pair.Second), StringComparer.Ordinal);
        foreach (var score in result.Components)
        {
            var was = before.Remove(score.Component.Id, out var known) ? known.Points : 0;
            Add(score.Component, score.Points - was);
        }

        foreach (var component in old.Scheme.Components.Where(component => before.ContainsKey(component.Id)))
            Add(component, -before[component.Id].Points);
        if (old.Status != result.Status)
            causes.Add(new MoveCause("", ComparisonWords.Of("status"), null));
        else if (old.Grade != result.Grade?.Id && (result.Scheme.Grades ?? old.Scheme.Grades) is { } scale)
            causes.Add(new MoveCause(scale.Cites.Clause, ComparisonWords.Of("grade"), null));
        causes.AddRange(follows.Where(outcome => !old.Outcomes.Any(other => ComparingOutput.Is(other, outcome)))
            .Concat(old.Outcomes.Where(outcome => !follows.Any(other => ComparingOutput.Is(other, outcome))))
            .OrderBy(outcome => outcome.Clause, StringComparer.Ordinal).ThenBy(outcome => outcome.Code, StringComparer.Ordinal)
            .Select(outcome => new MoveCause(outcome.Clause, outcome.Name, null)));
        return causes;

        void Add(Component component, Points by)
        {
            if (by != 0)
                causes.Add(new MoveCause(component.Cites.Clause, component.Name, by));
        }
    }
}

/// <summary>The words of a comparison that no scheme has.</summary>
internal static class ComparisonWords
{
    private static readonly MessageCatalog Texts = new("PartyRules.Data.Resources.ComparisonWords", typeof(ComparisonWords).Assembly);

    public static LocalText Of(string key) => Texts.Format(key);
}
