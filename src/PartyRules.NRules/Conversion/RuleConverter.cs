using System.Linq.Expressions;
using NRules.RuleModel.Builders;
using PartyRules.Engine.Model;
using PartyRules.NRules.Sessions;
using ActionElement = PartyRules.Engine.Model.ActionElement;
using ExistsElement = PartyRules.Engine.Model.ExistsElement;
using FilterType = NRules.RuleModel.FilterType;
using ForAllElement = PartyRules.Engine.Model.ForAllElement;
using IRuleDefinition = NRules.RuleModel.IRuleDefinition;
using NContext = NRules.RuleModel.IContext;
using NotElement = PartyRules.Engine.Model.NotElement;
using RuleDefinition = PartyRules.Engine.Model.RuleDefinition;
using RuleRepeatability = NRules.RuleModel.RuleRepeatability;

namespace PartyRules.NRules.Conversion;

/// <summary>Turns one alternative of a rule into an NRules rule definition. The rule's own expressions go over as they are.</summary>
internal sealed class RuleConverter
{
    private readonly RuleDefinition rule;
    private readonly RuleBuilder builder = new();
    private readonly GroupBuilder group;
    private readonly Declarations names = new();
    private readonly ParameterExpression gate;
    private readonly List<Premise> premises = [];
    private PatternBuilder lastPattern;

    private RuleConverter(RuleDefinition rule, string name, Place place)
    {
        this.rule = rule;
        builder.Name(name);
        builder.Description(rule.Description);
        builder.Tags(rule.Tags);
        builder.Priority(place.Priority);
        builder.Repeatability(
            rule.Repeatability == Engine.Model.RuleRepeatability.NonRepeatable
                ? RuleRepeatability.NonRepeatable
                : RuleRepeatability.Repeatable);
        group = builder.LeftHandSide();
        gate = names.Fresh(typeof(Gate), "gate");
        lastPattern = group.Pattern(gate.Type, gate.Name);
        lastPattern.Condition(place.Condition(gate.Name!));
    }

    /// <summary>The part of a rule that yields facts: a definition for each alternative; none where the rule yields nothing.</summary>
    public static IEnumerable<IRuleDefinition> Yields(RuleDefinition rule, Place place, Growth? growth) =>
        Each<YieldElement>(rule, rule.Name, place, growth);

    /// <summary>The part of a rule that acts on the outside.</summary>
    public static IEnumerable<IRuleDefinition> Actions(RuleDefinition rule, Place place) =>
        Each<DoElement>(rule, rule.RightHandSide.OfType<YieldElement>().Any() ? $"{rule.Name} (actions)" : rule.Name, place, null);

    private static IEnumerable<IRuleDefinition> Each<TAction>(
        RuleDefinition rule, string name, Place place, Growth? growth)
        where TAction : ActionElement
    {
        var actions = rule.RightHandSide.OfType<TAction>().ToList();
        return actions.Count == 0 ? [] : rule.Alternatives.Select((elements, i) =>
            new RuleConverter(rule, i == 0 ? name : $"{name} [{i + 1}]", place).Convert(elements, actions, growth));
    }

    private IRuleDefinition Convert(IReadOnlyList<SingleElement> elements, IEnumerable<ActionElement> actions, Growth? growth)
    {
        foreach (var element in elements)
            Add(element);
        foreach (var filter in rule.Filters)
            builder.Filters().Filter(FilterType.Predicate, Lambda(filter));
        foreach (var service in rule.Dependencies)
        {
            names.Declare(service);
            builder.Dependencies().Dependency(service.Type, names[service].Name!);
        }

        var origin = new Origin(rule, premises, growth);
        builder.Property(Origin.Property, origin);
        var number = 0;
        foreach (var action in actions)
            builder.RightHandSide().Action(Action(action, origin, number++));
        return builder.Build();
    }

    private void Add(SingleElement element)
    {
        switch (element)
        {
            case MatchElement match:
                var fact = names.Declare(match.Pattern.Fact);
                lastPattern = Pattern(group.Pattern(fact.Type, fact.Name), fact, match.Pattern.Conditions);
                premises.Add(new MatchedPremise(fact.Name!));
                break;
            case ExistsElement exists:
                var witness = names.Declare(exists.Pattern.Fact);
                Pattern(group.Exists().Pattern(witness.Type, witness.Name), witness, exists.Pattern.Conditions);
                premises.Add(new WitnessPremise(witness, [.. exists.Pattern.Conditions.Select(names.In)]));
                break;
            case NotElement not:
                var absent = names.Declare(not.Pattern.Fact);
                Pattern(group.Not().Pattern(absent.Type, absent.Name), absent, not.Pattern.Conditions);
                break;
            case ForAllElement all:
                var exception = names.Declare(all.Pattern.Fact);
                Pattern(
                    group.Not().Pattern(exception.Type, exception.Name),
                    exception,
                    [.. all.Pattern.Conditions, Expression.Not(all.Conditions.Aggregate(Expression.AndAlso))]);
                break;
            case LetElement let:
                var expression = Bound(let.Expression);
                var value = names.Declare(let.Value);
                lastPattern = group.Pattern(value.Type, value.Name);
                lastPattern.Binding().BindingExpression(expression);
                break;
            case HavingElement having:
                lastPattern.Condition(Lambda(having.Condition));
                break;
            case QueryElement query:
                Add(query);
                break;
            default:
                throw new NotSupportedException($"{element.GetType().Name} is not known as an element.");
        }
    }

    private PatternBuilder Pattern(PatternBuilder pattern, ParameterExpression fact, IEnumerable<Expression> conditions)
    {
        foreach (var condition in conditions)
            pattern.Condition(Lambda(condition, fact));
        return pattern;
    }

    /// <summary>
    /// A query: NRules collects the facts it starts from; its steps then run as one expression over them. Results that are many are
    /// numbered while NRules takes them apart, because it would merge those that are equal.
    /// </summary>
    private void Add(QueryElement query)
    {
        var source = query.Source switch
        {
            MatchSource match => Collected(query, match),
            FromSource from => Expression.NewArrayInit(from.From.ReturnType, from.From.Body),
            var other => throw new NotSupportedException($"{other.GetType().Name} is not known as the source of a query."),
        };

        var steps = QuerySteps.Apply(query.Steps, source, isSingle: query.Source is FromSource);
        Expression value = Expression.Call(typeof(QuerySteps), nameof(QuerySteps.Only), [steps.Element], steps.Results);
        if (!steps.IsSingle)
        {
            var numbered = names.Fresh(typeof(Numbered<>).MakeGenericType(steps.Element), $"{query.Result.Name}Result");
            var all = names.Fresh(typeof(IEnumerable<>).MakeGenericType(numbered.Type), $"{query.Result.Name}Results");
            lastPattern = group.Pattern(numbered.Type, numbered.Name);
            var aggregate = lastPattern.Aggregate();
            aggregate.Flatten(Expression.Lambda(all, all));
            aggregate.Pattern(all.Type, all.Name).Binding().BindingExpression(
                Bound(Expression.Call(typeof(QuerySteps), nameof(QuerySteps.Number), [steps.Element], steps.Results)));
            value = Expression.Property(numbered, nameof(Numbered<object>.Value));
        }

        var expression = Bound(value.Type == query.Result.Type ? value : Expression.Convert(value, query.Result.Type));
        var result = names.Declare(query.Result);
        lastPattern = group.Pattern(result.Type, result.Name);
        lastPattern.Binding().BindingExpression(expression);
        premises.Add(new QueryPremise(result.Name!, (source as ParameterExpression)?.Name));
    }

    /// <summary>The facts that a query starts from, as NRules collects them.</summary>
    private Expression Collected(QueryElement query, MatchSource source)
    {
        var collected = names.Fresh(typeof(IEnumerable<>).MakeGenericType(source.FactType), $"{query.Result.Name}Sources");
        var element = names.Fresh(source.FactType, $"{query.Result.Name}Source");
        lastPattern = group.Pattern(collected.Type, collected.Name);
        var aggregate = lastPattern.Aggregate();
        aggregate.Collect();
        var conditions = source.Conditions.Select(condition => Substitution.In(condition, element));
        Pattern(aggregate.Pattern(element.Type, element.Name), element, conditions);
        return collected;
    }

    private LambdaExpression Action(ActionElement action, Origin origin, int number)
    {
        var context = Expression.Parameter(typeof(NContext), "context");
        var lambda = action switch
        {
            YieldElement yield => yield.Fact,
            DoElement act => act.Action,
            var other => throw new NotSupportedException($"{other.GetType().Name} is not known as an action."),
        };
        var body = Substitution.In(lambda, Expression.New(typeof(RuleContext).GetConstructors()[0], context, Expression.Constant(rule)));
        if (action is YieldElement)
        {
            body = Expression.Call(
                Expression.Constant(origin),
                nameof(Origin.Yield),
                null,
                context,
                gate,
                Expression.Constant($"{rule.Name}/{number}"),
                Expression.Convert(body, typeof(object)));
        }

        body = names.In(body);
        return Expression.Lambda(body, [context, .. names.UsedBy(body).Where(name => name != context)]);
    }

    /// <summary>An expression that stays within the rule's gate, so that it is not evaluated before.</summary>
    private LambdaExpression Bound(Expression expression) => Lambda(expression, gate);

    private LambdaExpression Lambda(Expression expression, ParameterExpression? always = null)
    {
        var body = names.In(expression);
        ParameterExpression[] parameters = [.. names.UsedBy(body).Union(always is null ? [] : [always])];
        return Comparable.Lambda(body, parameters);
    }
}
