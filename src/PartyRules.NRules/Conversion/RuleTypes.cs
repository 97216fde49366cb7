using PartyRules.Clauses.Selections;
using PartyRules.Engine.Model;

namespace PartyRules.NRules.Conversion;

/// <summary>Which types of fact a rule reads and yields.</summary>
internal static class RuleTypes
{
    public static IEnumerable<Type> YieldsOf(RuleDefinition rule) => rule.RightHandSide.OfType<YieldElement>().Select(yield => yield.Fact.ReturnType);

    public static IEnumerable<Type> ReadingsOf(IEnumerable<RuleElement> elements) => elements.SelectMany<RuleElement, Type>(element => element switch
    {
        MatchElement match => [match.Pattern.Fact.Type],
        ExistsElement exists => [exists.Pattern.Fact.Type],
        NotElement not => [not.Pattern.Fact.Type],
        ForAllElement all => [all.Pattern.Fact.Type],
        QueryElement { Source: MatchSource source } => [source.FactType],
        AndElement and => ReadingsOf(and.Elements),
        OrElement or => ReadingsOf(or.Elements),
        _ => [],
    });

    /// <summary>Whether a fact of one type may be read where the other is asked for.</summary>
    public static bool MayBe(Type yielded, Type read) => read.IsAssignableFrom(yielded) || yielded.IsAssignableFrom(read);

    /// <summary>Whether equal facts of a type are one fact, though they may be different objects.</summary>
    public static bool HasValueEquality(Type type) =>
        type.IsValueType || type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object);

    /// <summary>The alternatives of a left-hand side: lists of elements without groups.</summary>
    public static IEnumerable<IReadOnlyList<RuleElement>> AlternativesOf(IEnumerable<RuleElement> elements)
    {
        IEnumerable<IReadOnlyList<RuleElement>> alternatives = [[]];
        foreach (var element in elements)
        {
            var choices = element switch
            {
                AndElement and => AlternativesOf(and.Elements),
                OrElement or => or.Elements.SelectMany(choice => AlternativesOf([choice])),
                _ => [[element]],
            };
            alternatives = [.. alternatives.SelectMany(begun => choices, (begun, choice) => (IReadOnlyList<RuleElement>)[.. begun, .. choice])];
        }

        return alternatives;
    }
}
