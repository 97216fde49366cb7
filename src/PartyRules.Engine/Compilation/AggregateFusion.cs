using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>Finds queries of whose collection or group only aggregates are used, and lets the aggregates stand for it.</summary>
internal sealed class AggregateFusion : ExpressionVisitor
{
    private readonly CompiledQuery query;
    private readonly Dictionary<object, int> identities;
    private readonly IReadOnlySet<ParameterExpression> known;
    private readonly List<Aggregate> aggregates = [];
    private readonly Dictionary<string, ParameterExpression> byText = [];
    private ParameterExpression? key;
    private bool fails;

    private AggregateFusion(CompiledQuery query, IReadOnlySet<ParameterExpression> known, Dictionary<object, int> identities)
    {
        this.query = query;
        this.known = known;
        this.identities = identities;
    }

    /// <summary>Fuses what can be fused in one alternative of a rule.</summary>
    /// <param name="elements">The elements, in written order.</param>
    /// <param name="actions">What follows from a match.</param>
    public static (IReadOnlyList<RuleElement> Elements, IReadOnlyList<ActionElement> Actions) Apply(IReadOnlyList<RuleElement> elements, IReadOnlyList<ActionElement> actions)
    {
        var identities = ExpressionText.NewIdentities();
        var fused = elements.Select(element => element is QueryElement query ? new CompiledQuery(query.Result, query.Source, query.Steps, null, []) { IsFused = false } : element).ToList();
        for (var i = 0; i < fused.Count; i++)
        {
            if (fused[i] is not CompiledQuery { IsFused: false, Steps: [.., { Kind: QueryStepKind.Collect or QueryStepKind.GroupBy }] } query)
                continue;
            var known = fused.Take(i).SelectMany(ElementNames.GivenBy).ToHashSet();
            var fusion = new AggregateFusion(query, known, identities);
            var rewritten = fused.Select(element => element == query ? element : fusion.Rewrite(element)).ToList();
            var rewrittenActions = actions.Select(fusion.Rewrite).ToList();
            if (fusion.fails)
                continue;
            rewritten[i] = query with { Key = fusion.key, Aggregates = [.. fusion.aggregates], IsFused = true };
            (fused, actions) = (rewritten, rewrittenActions);
        }

        return (fused, actions);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        fails |= node == query.Result;
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != query.Result)
            return base.VisitMember(node);
        switch (node.Member.Name)
        {
            case nameof(FactGroup<int, int>.Key):
                return key ??= Expression.Variable(node.Type, $"{query.Result.Name}.Key");
            case nameof(Facts<int>.Count):
                return NameOf(AggregateKind.Count, typeof(int), null);
            default:
                return base.VisitMember(node);
        }
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object != query.Result || node.Object is null)
            return base.VisitMethodCall(node);
        var selector = node.Arguments is [var argument] ? argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : argument : null;
        if (node.Method.Name == nameof(Facts<int>.Sum) && selector is LambdaExpression lambda && Expressions.FreeVariables(lambda).IsSubsetOf(known) && CanAdd(lambda.ReturnType))
            return NameOf(AggregateKind.Sum, lambda.ReturnType, lambda);
        if (query.Steps[^1].Kind == QueryStepKind.Collect && node.Method.Name == "get_Item" && node.Arguments is [ConstantExpression { Value: 0 }])
            return Expression.Call(typeof(QuerySupport), nameof(QuerySupport.FirstOf), [node.Type], NameOf(AggregateKind.Count, typeof(int), null), NameOf(AggregateKind.First, node.Type, null));
        return base.VisitMethodCall(node);
    }

    private ParameterExpression NameOf(AggregateKind kind, Type type, LambdaExpression? selector)
    {
        var text = selector is null ? $"{kind}" : $"{kind}:{ExpressionText.Canonical(identities, selector)}";
        if (!byText.TryGetValue(text, out var name))
        {
            name = Expression.Variable(type, $"{query.Result.Name}.{kind}");
            byText.Add(text, name);
            aggregates.Add(new Aggregate(kind, name, selector));
        }

        return name;
    }

    private static bool CanAdd(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double)
        || type.GetMethod("op_Addition", [type, type])?.ReturnType == type;

    private RuleElement Rewrite(RuleElement element) => element switch
    {
        MatchElement match => new MatchElement(Rewrite(match.Pattern)),
        ExistsElement exists => new ExistsElement(Rewrite(exists.Pattern)),
        NotElement not => new NotElement(Rewrite(not.Pattern)),
        ForAllElement all => new ForAllElement(Rewrite(all.Pattern), [.. all.Conditions.Select(condition => Visit(condition))]),
        LetElement let => let with { Expression = Visit(let.Expression) },
        HavingElement having => new HavingElement(Visit(having.Condition)),
        CompiledQuery other => other with
        {
            Source = Rewrite(other.Source),
            Steps = [.. other.Steps.Select(step => step with { Lambdas = [.. step.Lambdas.Select(Rewrite)] })],
            Aggregates = [.. other.Aggregates.Select(aggregate => aggregate.Selector is null ? aggregate : aggregate with { Selector = Rewrite(aggregate.Selector) })],
        },
        _ => element,
    };

    private Pattern Rewrite(Pattern pattern) => pattern with { Conditions = [.. pattern.Conditions.Select(condition => Visit(condition))] };

    private QuerySource Rewrite(QuerySource source) => source switch
    {
        MatchSource match => match with { Conditions = [.. match.Conditions.Select(Rewrite)] },
        FromSource from => new FromSource(Rewrite(from.From)),
        _ => source,
    };

    private ActionElement Rewrite(ActionElement action) => action switch
    {
        YieldElement yield => new YieldElement(Rewrite(yield.Fact)),
        DoElement act => new DoElement(Rewrite(act.Action)),
        _ => action,
    };

    private LambdaExpression Rewrite(LambdaExpression lambda) => (LambdaExpression)Visit(lambda);
}
