using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

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
    public static (IReadOnlyList<SingleElement> Elements, IReadOnlyList<ActionElement> Actions) Apply(
        IReadOnlyList<SingleElement> elements, IReadOnlyList<ActionElement> actions)
    {
        var identities = ExpressionText.NewIdentities();
        var fused = elements.Select(element => element is QueryElement query ? new CompiledQuery(query) : element).ToList();
        for (var i = 0; i < fused.Count; i++)
        {
            if (fused[i] is not CompiledQuery { IsFused: false, Steps: [.., { Kind: QueryStepKind.Collect or QueryStepKind.GroupBy }] }
                query)
            {
                continue;
            }

            var known = fused.Take(i).SelectMany(element => element.Gives).ToHashSet();
            var fusion = new AggregateFusion(query, known, identities);
            var rewritten = fused.Select(element => element == query ? element : element.Rewrite(fusion.Visit)).ToList();
            var rewrittenActions = actions.Select(action => action.With((LambdaExpression)fusion.Visit(action.Lambda))).ToList();
            if (fusion.fails)
                continue;
            rewritten[i] = query.Fused(fusion.key, [.. fusion.aggregates]);
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
        var selector = node.Arguments switch
        {
            [UnaryExpression { NodeType: ExpressionType.Quote } quote] => quote.Operand,
            [var argument] => argument,
            _ => null,
        };
        if (node.Method.Name == nameof(Facts<int>.Sum) && selector is LambdaExpression lambda
            && Expressions.FreeVariables(lambda).IsSubsetOf(known) && CanAdd(lambda.ReturnType))
            return NameOf(AggregateKind.Sum, lambda.ReturnType, lambda);
        if (query.Steps[^1].Kind == QueryStepKind.Collect && node.Method.Name == "get_Item"
            && node.Arguments is [ConstantExpression { Value: 0 }])
            return Expression.Call(
                typeof(QuerySupport),
                nameof(QuerySupport.FirstOf),
                [node.Type],
                NameOf(AggregateKind.Count, typeof(int), null),
                NameOf(AggregateKind.First, node.Type, null));
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
}
