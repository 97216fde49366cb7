using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>Which names the elements of an alternative give, and which they need.</summary>
internal static class ElementNames
{
    /// <summary>The names that an element gives to those after it.</summary>
    public static IEnumerable<ParameterExpression> GivenBy(RuleElement element) => element switch
    {
        MatchElement match => [match.Pattern.Fact],
        LetElement let => [let.Value],
        CompiledQuery query => query.Gives,
        _ => [],
    };

    /// <summary>The names that an element needs from those before it.</summary>
    public static IEnumerable<ParameterExpression> NeededBy(RuleElement element) => element switch
    {
        MatchElement match => NeededBy(match.Pattern),
        ExistsElement exists => NeededBy(exists.Pattern),
        NotElement not => NeededBy(not.Pattern),
        ForAllElement all => NeededBy(new Pattern(all.Pattern.Fact, [.. all.Pattern.Conditions, .. all.Conditions])),
        LetElement let => Expressions.FreeVariables(let.Expression),
        HavingElement having => Expressions.FreeVariables(having.Condition),
        CompiledQuery query => query.Needs,
        _ => [],
    };

    /// <summary>What an element works out.</summary>
    public static IEnumerable<Expression> ExpressionsOf(RuleElement element) => element switch
    {
        MatchElement match => match.Pattern.Conditions,
        ExistsElement exists => exists.Pattern.Conditions,
        NotElement not => not.Pattern.Conditions,
        ForAllElement all => all.Pattern.Conditions.Concat(all.Conditions),
        LetElement let => [let.Expression],
        HavingElement having => [having.Condition],
        CompiledQuery query => query.Lambdas.Select(lambda => lambda.Body),
        _ => [],
    };

    /// <summary>The names that stand for facts within an element.</summary>
    public static IEnumerable<ParameterExpression> ParametersOf(RuleElement element) => element switch
    {
        MatchElement match => [match.Pattern.Fact],
        ExistsElement exists => [exists.Pattern.Fact],
        NotElement not => [not.Pattern.Fact],
        ForAllElement all => [all.Pattern.Fact],
        CompiledQuery { Source: MatchSource source } => source.Conditions.SelectMany(condition => condition.Parameters),
        _ => [],
    };

    /// <summary>Refuses a name that is used before its element, or outside its group.</summary>
    public static void Check(RuleDefinition rule, IReadOnlyList<RuleElement> elements, IReadOnlyList<ActionElement> actions)
    {
        var given = new HashSet<ParameterExpression>();
        foreach (var element in elements)
        {
            Refuse(NeededBy(element));
            given.UnionWith(GivenBy(element));
        }

        given.UnionWith(rule.Dependencies);
        foreach (var action in actions)
            Refuse(Expressions.FreeVariables(action switch { YieldElement yield => yield.Fact, DoElement act => act.Action, var other => throw new NotSupportedException(other.GetType().Name) }));

        void Refuse(IEnumerable<ParameterExpression> needed)
        {
            if (needed.FirstOrDefault(name => !given.Contains(name)) is { } missing)
                throw new RuleDefinitionException(rule.Name, $"the name '{missing.Name}' is used where it is not known. A name may be used only after the element that gives it, and not outside its group.");
        }
    }

    private static IEnumerable<ParameterExpression> NeededBy(Pattern pattern) =>
        pattern.Conditions.SelectMany(Expressions.FreeVariables).Where(name => name != pattern.Fact);
}
