using System.Linq.Expressions;

namespace PartyRules.NRules.Conversion;

/// <summary>
/// NRules compares expressions to let rules share nodes. It does not know every kind of expression, and does not tell apart outer names
/// inside a nested lambda; so what is not plain goes over as a ready delegate, which equals itself alone.
/// </summary>
internal static class Comparable
{
    public static LambdaExpression Lambda(Expression body, ParameterExpression[] parameters)
    {
        if (Plainness.IsPlain(body))
            return Expression.Lambda(body, parameters);
        var compiled = Expression.Lambda(new Freezer().Visit(body), parameters).Compile();
        return Expression.Lambda(Expression.Invoke(Expression.Constant(compiled), parameters), parameters);
    }

    private sealed class Plainness : ExpressionVisitor
    {
        private bool isPlain = true;

        public static bool IsPlain(Expression expression)
        {
            var visitor = new Plainness();
            visitor.Visit(expression);
            return visitor.isPlain;
        }

        public override Expression? Visit(Expression? node)
        {
            isPlain &= node switch
            {
                null or ParameterExpression or ConstantExpression or UnaryExpression or TypeBinaryExpression => true,
                ConditionalExpression or MethodCallExpression => true,
                BinaryExpression binary => binary.Conversion is null,
                MemberExpression member =>
                    member.Expression is null or ParameterExpression or MemberExpression or ConstantExpression or MethodCallExpression,
                _ => false,
            };
            return isPlain ? base.Visit(node) : node;
        }
    }

    /// <summary>Lambdas that use nothing from outside become delegates once, rather than at every evaluation.</summary>
    private sealed class Freezer : ExpressionVisitor
    {
        protected override Expression VisitUnary(UnaryExpression node) =>
            node.NodeType == ExpressionType.Quote ? node : base.VisitUnary(node);

        protected override Expression VisitLambda<T>(Expression<T> node) =>
            new Outer().In(node) ? base.VisitLambda(node) : Expression.Constant(node.Compile(), typeof(T));
    }

    private sealed class Outer : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> bound = [];
        private bool usesOuter;

        public bool In(LambdaExpression lambda)
        {
            Visit(lambda);
            return usesOuter;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            bound.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitBlock(BlockExpression node)
        {
            bound.UnionWith(node.Variables);
            return base.VisitBlock(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            usesOuter |= !bound.Contains(node);
            return node;
        }
    }
}
