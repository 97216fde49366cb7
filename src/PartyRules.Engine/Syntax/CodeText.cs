using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PartyRules.Engine.Syntax;

/// <summary>Expressions as their author wrote them, or nearly so.</summary>
internal static class CodeText
{
    /// <summary>The text of an expression.</summary>
    public static string Of(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.ArrayIndex } index => $"{Operand(index.Left, 20)}[{Of(index.Right)}]",
        BinaryExpression binary => Binary(binary),
        UnaryExpression unary => Unary(unary),
        MemberExpression { Expression: null } member => $"{member.Member.DeclaringType!.Name}.{member.Member.Name}",
        MemberExpression { Expression: ConstantExpression } captured => captured.Member.Name,
        MemberExpression member => $"{Operand(member.Expression, 20)}.{member.Member.Name}",
        MethodCallExpression call => Call(call),
        ParameterExpression parameter => NameOf(parameter),
        ConstantExpression constant => ValueText.Of(constant.Value),
        ConditionalExpression conditional => $"{Operand(conditional.Test, 2)} ? {Of(conditional.IfTrue)} : {Of(conditional.IfFalse)}",
        LambdaExpression lambda => Lambda(lambda),
        NewExpression made => $"new {TypeName(made.Type)}({All(made.Arguments)})",
        NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => $"[{All(array.Expressions)}]",
        MemberInitExpression init => $"{Of(init.NewExpression)} {{ {string.Join(", ", init.Bindings.Select(Binding))} }}",
        TypeBinaryExpression test => $"{Operand(test.Expression, 12)} is {TypeName(test.TypeOperand)}",
        IndexExpression index => $"{Operand(index.Object!, 20)}[{All(index.Arguments)}]",
        InvocationExpression invocation => $"{Operand(invocation.Expression, 20)}({All(invocation.Arguments)})",
        DefaultExpression => "default",
        _ => expression.ToString(),
    };

    /// <summary>The name of a parameter; a pattern without one goes by its type.</summary>
    public static string NameOf(ParameterExpression parameter) =>
        parameter.Name is { Length: > 0 } name and not "_"
            ? name
            : char.ToLowerInvariant(parameter.Type.Name[0]) + parameter.Type.Name[1..];

    /// <summary>The sign of a comparison; null for any other operator.</summary>
    public static string? Comparison(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        _ => null,
    };

    private static string Binary(BinaryExpression binary)
    {
        var (left, right) = (binary.Left, binary.Right);
        if (AsEnum(left, right) is { } right2)
            return $"{Of(Unconverted(left))} {Sign(binary.NodeType)} {right2}";
        if (AsEnum(right, left) is { } left2)
            return $"{left2} {Sign(binary.NodeType)} {Of(Unconverted(right))}";
        var strength = Strength(binary);
        return $"{Operand(left, strength)} {Sign(binary.NodeType)} {Operand(right, strength + 1)}";
    }

    private static string Unary(UnaryExpression unary) => unary.NodeType switch
    {
        ExpressionType.Not => $"!{Operand(unary.Operand, 18)}",
        ExpressionType.Negate or ExpressionType.NegateChecked => $"-{Operand(unary.Operand, 18)}",
        ExpressionType.ArrayLength => $"{Operand(unary.Operand, 20)}.Length",
        ExpressionType.TypeAs => $"{Operand(unary.Operand, 12)} as {TypeName(unary.Type)}",
        ExpressionType.Convert or ExpressionType.ConvertChecked when unary.Method?.Name == "op_Explicit" || IsNarrowing(unary) =>
            $"({TypeName(unary.Type)}){Operand(unary.Operand, 18)}",
        _ => Of(unary.Operand),
    };

    private static string Call(MethodCallExpression call)
    {
        if (call.Method.IsSpecialName && call.Method.Name == "get_Item")
            return $"{Operand(call.Object!, 20)}[{All(call.Arguments)}]";
        var isExtension = call.Method.IsDefined(typeof(ExtensionAttribute));
        var target = isExtension ? call.Arguments[0] : call.Object;
        var arguments = isExtension ? call.Arguments.Skip(1) : call.Arguments;
        return $"{(target is null ? TypeName(call.Method.DeclaringType!) : Operand(target, 20))}.{call.Method.Name}({All(arguments)})";
    }

    private static string Binding(MemberBinding binding) =>
        binding is MemberAssignment set ? $"{set.Member.Name} = {Of(set.Expression)}" : binding.Member.Name;

    private static string Lambda(LambdaExpression lambda) =>
        lambda.Parameters.Count == 1
            ? $"{NameOf(lambda.Parameters[0])} => {Of(lambda.Body)}"
            : $"({string.Join(", ", lambda.Parameters.Select(NameOf))}) => {Of(lambda.Body)}";

    private static string All(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Of));

    private static string Operand(Expression expression, int strength) =>
        Strength(Unconverted(expression)) < strength ? $"({Of(expression)})" : Of(expression);

    private static int Strength(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.ArrayIndex } => 20,
        BinaryExpression binary => binary.NodeType switch
        {
            ExpressionType.Coalesce => 3,
            ExpressionType.OrElse => 4,
            ExpressionType.AndAlso => 5,
            ExpressionType.Or => 6,
            ExpressionType.ExclusiveOr => 7,
            ExpressionType.And => 8,
            ExpressionType.Equal or ExpressionType.NotEqual => 10,
            ExpressionType.LessThan or ExpressionType.LessThanOrEqual => 12,
            ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual => 12,
            ExpressionType.LeftShift or ExpressionType.RightShift => 13,
            ExpressionType.Add or ExpressionType.AddChecked or ExpressionType.Subtract or ExpressionType.SubtractChecked => 14,
            _ => 16,
        },
        TypeBinaryExpression => 12,
        ConditionalExpression => 2,
        LambdaExpression => 1,
        UnaryExpression { NodeType: ExpressionType.Not or ExpressionType.Negate or ExpressionType.NegateChecked } => 18,
        _ => 20,
    };

    private static string Sign(ExpressionType type) => Comparison(type) ?? type switch
    {
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.And => "&",
        ExpressionType.Or => "|",
        ExpressionType.ExclusiveOr => "^",
        ExpressionType.Coalesce => "??",
        ExpressionType.Add or ExpressionType.AddChecked => "+",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "-",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "*",
        ExpressionType.Divide => "/",
        ExpressionType.Modulo => "%",
        ExpressionType.LeftShift => "<<",
        ExpressionType.RightShift => ">>",
        _ => type.ToString(),
    };

    /// <summary>The compiler compares enumerations as numbers; people read names.</summary>
    private static string? AsEnum(Expression named, Expression number)
    {
        var type = Nullable.GetUnderlyingType(Unconverted(named).Type) ?? Unconverted(named).Type;
        return type.IsEnum && Unconverted(number) is ConstantExpression { Value: { } value } && value is not Enum
            && value.GetType().IsPrimitive
            ? ValueText.Of(Enum.ToObject(type, value))
            : null;
    }

    private static Expression Unconverted(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote } convert
            && convert.Method?.Name != "op_Explicit" && !IsNarrowing(convert)
            ? Unconverted(convert.Operand)
            : expression;

    private static bool IsNarrowing(UnaryExpression convert) =>
        convert.Method is null && convert.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked
        && !convert.Type.IsAssignableFrom(convert.Operand.Type)
        && (convert.Operand.Type == typeof(object)
            || convert.Operand.Type.IsInterface
            || convert.Type.IsAssignableTo(convert.Operand.Type));

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{TypeName(value)}?";
        var arguments = string.Join(", ", type.GetGenericArguments().Select(TypeName));
        return type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>" : type.Name;
    }
}
