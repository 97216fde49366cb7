using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>Rules as they would be written, for people who look at a failing case.</summary>
internal static class RuleText
{
    public static string Of(RuleDefinition rule) =>
        $"rule {rule.Name}{(rule.Priority == 0 ? "" : $" (priority {rule.Priority})")}\n  when\n{Lines(rule.LeftHandSide, "    ")}"
        + string.Concat(rule.Filters.Select(filter => $"    filter {filter}\n"))
        + $"  then\n{string.Concat(rule.RightHandSide.Select(action => $"    {Of(action)}\n"))}";

    private static string Lines(IEnumerable<RuleElement> elements, string indent) => string.Concat(elements.Select(element => element switch
    {
        AndElement and => $"{indent}and\n{Lines(and.Elements, indent + "  ")}",
        OrElement or => $"{indent}or\n{Lines(or.Elements, indent + "  ")}",
        _ => $"{indent}{Of(element)}\n",
    }));

    public static string Of(RuleElement element) => element switch
    {
        MatchElement match => $"match {Of(match.Pattern)}",
        ExistsElement exists => $"exists {Of(exists.Pattern)}",
        NotElement not => $"not {Of(not.Pattern)}",
        ForAllElement all => $"all {Of(all.Pattern)} meet {Join(all.Conditions)}",
        LetElement let => $"let {let.Value.Name} = {let.Expression}",
        HavingElement having => $"having {having.Condition}",
        QueryElement query => $"query {query.Result.Name} = {Of(query.Source)}{string.Concat(query.Steps.Select(Of))}",
        GroupElement group => Lines([group], ""),
        _ => throw new NotSupportedException(element.GetType().Name),
    };

    private static string Of(Pattern pattern) =>
        $"{pattern.Fact.Type.Name} {pattern.Fact.Name}{(pattern.Conditions.Count == 0 ? "" : $" where {Join(pattern.Conditions)}")}";

    private static string Of(QuerySource source) => source switch
    {
        MatchSource match => $"Match<{match.FactType.Name}>({string.Join(", ", match.Conditions)})",
        FromSource from => $"From({from.From})",
        _ => throw new NotSupportedException(source.GetType().Name),
    };

    private static string Of(QueryStep step) => $".{step.Kind}({string.Join(", ", step.Lambdas)})";

    private static string Of(ActionElement action) => action switch
    {
        YieldElement yield => $"yield {yield.Fact.ReturnType.Name}: {yield.Fact.Body}",
        DoElement act => $"do {act.Action.Body}",
        _ => throw new NotSupportedException(action.GetType().Name),
    };

    private static string Join(IEnumerable<Expression> conditions) => string.Join(" and ", conditions);
}
