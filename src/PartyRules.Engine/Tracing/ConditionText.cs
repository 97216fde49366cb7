using System.Globalization;
using System.Linq.Expressions;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Tracing;

/// <summary>A condition as code, with the values that decided it.</summary>
internal static class ConditionText
{
    public static string Of(RuleTracer tracer, Expression condition)
    {
        var text = CodeText.Of(condition);
        try
        {
            _ = tracer.Evaluate(condition);
        }
        catch (TracedFailure failure)
        {
            return $"{text} fails: {failure.Message}";
        }

        var values = condition is BinaryExpression binary && CodeText.Comparison(binary.NodeType) is { } sign
            ? $"{Value(tracer, binary.Left, binary.Right)} {sign} {Value(tracer, binary.Right, binary.Left)}"
            : string.Join(
                ", ", Chains.In(condition).Select(chain => (Text: CodeText.Of(chain), Value: ValueText.Of(tracer.Evaluate(chain))))
                .Distinct()
                .Select(chain => $"{chain.Text} is {chain.Value}"));
        return values.Length == 0 || values == text ? text : $"{text} ({values})";
    }

    /// <summary>How far the two sides of a comparison of numbers or dates are apart; 0 for any other condition.</summary>
    public static double Distance(RuleTracer tracer, Expression condition)
    {
        if (condition is not BinaryExpression binary || CodeText.Comparison(binary.NodeType) is null)
            return 0;
        try
        {
            return NumberOf(tracer.Evaluate(binary.Left)) is { } left && NumberOf(tracer.Evaluate(binary.Right)) is { } right
                ? Math.Abs(left - right)
                : 0;
        }
        catch (TracedFailure)
        {
            return 0;
        }
    }

    private static double? NumberOf(object? value) => value switch
    {
        DateOnly date => date.DayNumber,
        decimal number => (double)number,
        not null and not bool and not char and not Enum when value.GetType().IsPrimitive =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The value of a side of a comparison; where the compiler turned an enumeration into a number, its name.</summary>
    private static string Value(RuleTracer tracer, Expression side, Expression other)
    {
        var type = new[] { side, other }.OfType<UnaryExpression>().Where(unary => unary.NodeType == ExpressionType.Convert)
            .Select(unary => Nullable.GetUnderlyingType(unary.Operand.Type) ?? unary.Operand.Type).FirstOrDefault(type => type.IsEnum);
        var value = tracer.Evaluate(side);
        return ValueText.Of(type is not null && value is not null ? Enum.ToObject(type, value) : value);
    }

    /// <summary>The longest chains of members of matched facts, such as <c>order.Customer.Name</c>.</summary>
    private sealed class Chains : ExpressionVisitor
    {
        private readonly List<Expression> found = [];

        public static IReadOnlyList<Expression> In(Expression condition)
        {
            var chains = new Chains();
            chains.Visit(condition);
            return chains.found;
        }

        protected override Expression VisitLambda<T>(Expression<T> node) => node;

        protected override Expression VisitMember(MemberExpression node)
        {
            for (Expression? inner = node; ; inner = ((MemberExpression)inner).Expression)
            {
                if (inner is ParameterExpression)
                    found.Add(node);
                if (inner is not MemberExpression)
                    break;
            }

            return found.Contains(node) ? node : base.VisitMember(node);
        }
    }
}
