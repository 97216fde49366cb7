using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Simpler cases than a given one: without a rule, an element, a condition, a step, an action or facts, as long as every name still has its
/// element.
/// </summary>
internal static class Shrinker
{
    public static IEnumerable<Case> Simpler(Case full)
    {
        foreach (var partitions in Fewer(full.Partitions).Where(partitions => partitions.Count > 0))
            yield return full with { Partitions = partitions };
        foreach (var rules in Fewer(full.Rules).Where(rules => rules.Count > 0))
            yield return full with { Rules = rules };
        for (var i = 0; i < full.Partitions.Count; i++)
        {
            foreach (var facts in Fewer(full.Partitions[i]))
                yield return full with { Partitions = With(full.Partitions, i, facts) };
        }

        for (var i = 0; i < full.Rules.Count; i++)
        {
            foreach (var rule in Simpler(full.Rules[i]).Where(HasItsNames))
                yield return full with { Rules = With(full.Rules, i, rule) };
        }
    }

    private static IEnumerable<RuleDefinition> Simpler(RuleDefinition rule) =>
        Elements(rule.LeftHandSide).Where(elements => elements.Count > 0).Select(elements => Copy(rule, left: elements))
            .Concat(Fewer(rule.Filters).Select(filters => Copy(rule, filters: filters)))
            .Concat(Fewer(rule.RightHandSide).Where(actions => actions.Count > 0).Select(actions => Copy(rule, right: actions)));

    private static IEnumerable<IReadOnlyList<RuleElement>> Elements(IReadOnlyList<RuleElement> elements) =>
        Fewer(elements).Concat(elements.SelectMany((element, i) => Simpler(element).Select(simpler => With(elements, i, simpler))));

    private static IEnumerable<RuleElement> Simpler(RuleElement element) => element switch
    {
        MatchElement match => Simpler(match.Pattern).Select(pattern => new MatchElement(pattern)),
        ExistsElement exists => Simpler(exists.Pattern).Select(pattern => new ExistsElement(pattern)),
        NotElement not => Simpler(not.Pattern).Select(pattern => new NotElement(pattern)),
        ForAllElement all => Simpler(all.Pattern).Select(pattern => new ForAllElement(pattern, all.Conditions))
            .Concat(
                Fewer(all.Conditions).Where(conditions => conditions.Count > 0)
                .Select(conditions => new ForAllElement(all.Pattern, conditions))),
        QueryElement query => Simpler(query),
        AndElement and =>
            and.Elements.Concat(Elements(and.Elements).Where(elements => elements.Count > 0).Select(elements => new AndElement(elements))),
        OrElement or =>
            or.Elements.Concat(Elements(or.Elements).Where(elements => elements.Count > 0).Select(elements => new OrElement(elements))),
        _ => [],
    };

    private static IEnumerable<Pattern> Simpler(Pattern pattern) =>
        Conditions(pattern.Conditions).Select(conditions => new Pattern(pattern.Fact, conditions));

    private static IEnumerable<IReadOnlyList<Expression>> Conditions(IReadOnlyList<Expression> conditions) =>
        Fewer(conditions).Concat(conditions.SelectMany((condition, i) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both
            ? [With(conditions, i, both.Left), With(conditions, i, both.Right)]
            : Array.Empty<IReadOnlyList<Expression>>()));

    private static IEnumerable<QueryElement> Simpler(QueryElement query)
    {
        if (query.Source is MatchSource match)
        {
            foreach (var conditions in Fewer(match.Conditions))
                yield return new QueryElement(query.Result, new MatchSource(match.FactType, conditions), query.Steps);
        }

        for (var i = 0; i < query.Steps.Count; i++)
        {
            var isSelfContained = query.Steps[i].Kind is QueryStepKind.Where or QueryStepKind.ThenBy or QueryStepKind.ThenByDescending
                || (query.Steps[i].Kind is QueryStepKind.OrderBy or QueryStepKind.OrderByDescending
                    && query.Steps.ElementAtOrDefault(i + 1)?.Kind is not (QueryStepKind.ThenBy or QueryStepKind.ThenByDescending));
            if (isSelfContained)
                yield return new QueryElement(query.Result, query.Source, [.. query.Steps.Where((_, step) => step != i)]);
        }
    }

    /// <summary>A half, then all but one.</summary>
    private static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> all)
    {
        if (all.Count > 3)
        {
            yield return [.. all.Take(all.Count / 2)];
            yield return [.. all.Skip(all.Count / 2)];
        }

        for (var i = 0; i < Math.Min(all.Count, 40); i++)
            yield return [.. all.Where((_, other) => other != i)];
    }

    private static bool HasItsNames(RuleDefinition rule)
    {
        var given = rule.Dependencies.ToHashSet();
        return HasItsNames(rule.LeftHandSide, given) && Known(given, [.. rule.Filters])
            && Known(given, [.. rule.RightHandSide.Select(action => action switch
        {
            YieldElement yield => yield.Fact,
            DoElement act => act.Action,
            _ => (Expression)Expression.Empty(),
        })]);
    }

    private static bool HasItsNames(IEnumerable<RuleElement> elements, HashSet<ParameterExpression> given) =>
        elements.All(element => element switch
    {
        MatchElement match => given.Add(match.Pattern.Fact) && Known(given, match.Pattern.Conditions),
        ExistsElement exists => Known([.. given, exists.Pattern.Fact], exists.Pattern.Conditions),
        NotElement not => Known([.. given, not.Pattern.Fact], not.Pattern.Conditions),
        ForAllElement all => Known([.. given, all.Pattern.Fact], [.. all.Pattern.Conditions, .. all.Conditions]),
        LetElement let => Known(given, [let.Expression]) && given.Add(let.Value),
        HavingElement having => Known(given, [having.Condition]),
        QueryElement query => Known(
            given,
            [
                .. query.Source is MatchSource match
                ? match.Conditions
                : [((FromSource)query.Source).From], .. query.Steps.SelectMany(step => step.Lambdas),
            ])
            && given.Add(query.Result),
        AndElement and => HasItsNames(and.Elements, [.. given]),
        OrElement or => or.Elements.All(alternative => HasItsNames([alternative], [.. given])),
        _ => false,
    });

    private static bool Known(HashSet<ParameterExpression> given, IReadOnlyList<Expression> expressions) =>
        given.IsSupersetOf(Names.UsedIn(expressions).Where(name => name.Type != typeof(Fluent.IContext)));

    private static RuleDefinition Copy(
        RuleDefinition rule,
        IReadOnlyList<RuleElement>? left = null,
        IReadOnlyList<Expression>? filters = null,
        IReadOnlyList<ActionElement>? right = null) => new()
        {
            Name = rule.Name,
            Priority = rule.Priority,
            Dependencies = rule.Dependencies,
            Filters = filters ?? rule.Filters,
            LeftHandSide = left ?? rule.LeftHandSide,
            RightHandSide = right ?? rule.RightHandSide,
        };

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, int index, T value) =>
        [.. all.Select((old, i) => i == index ? value : old)];
}
