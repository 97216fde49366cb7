using System.Linq.Expressions;

namespace PartyRules.Engine.Tracing;

/// <summary>The names of a rule that an expression uses: its parameters, without those that lambdas within it declare.</summary>
internal sealed class Names : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> used = [];
    private readonly HashSet<ParameterExpression> own = [];

    public static HashSet<ParameterExpression> In(Expression expression)
    {
        var names = new Names();
        names.Visit(expression);
        names.used.ExceptWith(names.own);
        return names.used;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        own.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        used.Add(node);
        return node;
    }
}
