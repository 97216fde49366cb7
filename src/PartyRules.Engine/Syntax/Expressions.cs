using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace PartyRules.Engine.Syntax;

/// <summary>Small questions about expressions, and small pieces of generated code.</summary>
internal static class Expressions
{
    private static readonly ConcurrentDictionary<MemberInfo, bool> NeverNullMembers = new();

    /// <summary>The parts that must all hold, from left to right.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso } and
            ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
            : [condition];

    /// <summary>The names that an expression uses and does not give itself.</summary>
    public static IReadOnlySet<ParameterExpression> FreeVariables(Expression expression)
    {
        var finder = new FreeVariableFinder();
        finder.Visit(expression);
        return finder.Free;
    }

    /// <summary>A lambda applied to arguments, without a call.</summary>
    public static Expression Apply(LambdaExpression lambda, params Expression[] arguments) =>
        new Substitution(lambda.Parameters, arguments).Visit(lambda.Body);

    /// <summary>
    /// Whether an expression surely has a value whatever the facts, so that it may be worked out earlier than it is written.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="neverNull">The names that always stand for something.</param>
    public static bool CannotFail(Expression expression, IReadOnlySet<ParameterExpression> neverNull) => expression switch
    {
        ParameterExpression or ConstantExpression or DefaultExpression => true,
        MemberExpression { Expression: null } => true,
        MemberExpression { Expression: { } owner } member => CannotFail(owner, neverNull)
            && IsThere(owner, neverNull)
            && !(Nullable.GetUnderlyingType(owner.Type) is not null && member.Member.Name == "Value"),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert => CannotFail(convert.Operand, neverNull)
            && (convert.Type.IsAssignableFrom(convert.Operand.Type)
                || (IsNumberOrEnum(convert.Operand.Type) && IsNumberOrEnum(convert.Type))),
        UnaryExpression { NodeType: ExpressionType.Not, Method: null } not => CannotFail(not.Operand, neverNull),
        BinaryExpression binary => IsHarmless(binary) && CannotFail(binary.Left, neverNull) && CannotFail(binary.Right, neverNull),
        _ => false,
    };

    public static Expression For(Expression from, Expression below, Func<ParameterExpression, Expression> body)
    {
        var i = Expression.Variable(typeof(int), "i");
        var end = Expression.Variable(typeof(int), "end");
        var done = Expression.Label();
        return Expression.Block(
            [i, end],
            Expression.Assign(i, from),
            Expression.Assign(end, below),
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.LessThan(i, end),
                    Expression.Block(body(i), Expression.PreIncrementAssign(i)),
                    Expression.Break(done)),
                done));
    }

    /// <summary>Lambdas that capture nothing become ready delegates, made once rather than at every evaluation.</summary>
    public static Expression Prepare(Expression expression) => new LambdaFreezer().Visit(expression);

    private static bool IsThere(Expression owner, IReadOnlySet<ParameterExpression> neverNull) => owner switch
    {
        _ when owner.Type.IsValueType => true,
        ParameterExpression name => neverNull.Contains(name),
        MemberExpression { Member: var member } => NeverNullMembers.GetOrAdd(member, IsNeverNull),
        _ => false,
    };

    private static bool IsNeverNull(MemberInfo member) => member switch
    {
        PropertyInfo property => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull,
        FieldInfo field => new NullabilityInfoContext().Create(field).ReadState == NullabilityState.NotNull,
        _ => false,
    };

    /// <summary>Whether an operator has a value for all operands. A method of its own may throw, but equality never does.</summary>
    private static bool IsHarmless(BinaryExpression binary) => binary.NodeType switch
    {
        ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply or ExpressionType.Coalesce =>
            binary is { Method: null, Conversion: null },
        ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Equal or ExpressionType.NotEqual => true,
        ExpressionType.LessThan or ExpressionType.LessThanOrEqual => binary.Method is null,
        ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual => binary.Method is null,
        _ => false,
    };

    /// <summary>A nullable number converts to a nullable number without failing; to a number it may fail.</summary>
    private static bool IsNumberOrEnum(Type type) => type.IsPrimitive || type.IsEnum;

    private sealed class Substitution(IReadOnlyList<ParameterExpression> from, IReadOnlyList<Expression> to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < from.Count; i++)
            {
                if (from[i] == node)
                    return to[i];
            }

            return node;
        }
    }

    private sealed class LambdaFreezer : ExpressionVisitor
    {
        protected override Expression VisitUnary(UnaryExpression node) =>
            node.NodeType == ExpressionType.Quote ? node : base.VisitUnary(node);

        protected override Expression VisitLambda<T>(Expression<T> node) =>
            FreeVariables(node).Count == 0 ? Expression.Constant(node.Compile(), typeof(T)) : base.VisitLambda(node);
    }

    private sealed class FreeVariableFinder : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> bound = [];
        private readonly HashSet<ParameterExpression> free = [];

        public IReadOnlySet<ParameterExpression> Free
        {
            get
            {
                free.ExceptWith(bound);
                return free;
            }
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
            free.Add(node);
            return node;
        }
    }
}
