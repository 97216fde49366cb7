using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>A left-hand side without groups: every <see cref="OrElement"/> multiplied out, every <see cref="AndElement"/> flattened.</summary>
internal static class Conjunction
{
    /// <summary>The alternatives of a left-hand side, each a list of elements that must all be satisfied.</summary>
    public static IEnumerable<IReadOnlyList<RuleElement>> AlternativesOf(IReadOnlyList<RuleElement> elements)
    {
        IEnumerable<IReadOnlyList<RuleElement>> alternatives = [[]];
        foreach (var element in elements)
        {
            var own = Expand(element).ToList();
            alternatives = alternatives.SelectMany(before => own, (before, after) => (IReadOnlyList<RuleElement>)[.. before, .. after]).ToList();
        }

        return alternatives;
    }

    private static IEnumerable<IReadOnlyList<RuleElement>> Expand(RuleElement element) => element switch
    {
        AndElement and => AlternativesOf(and.Elements),
        OrElement or => or.Elements.SelectMany(Expand),
        _ => [[element]],
    };
}
