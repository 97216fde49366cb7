using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PartyRules.Engine.Syntax;

/// <summary>Writes expressions so that two have the same text only if they calculate the same.</summary>
internal sealed class ExpressionText : ExpressionVisitor
{
    private readonly Dictionary<object, int> identities;
    private readonly Dictionary<ParameterExpression, string> names = [];
    private readonly List<string> parts = [];

    private ExpressionText(Dictionary<object, int> identities) => this.identities = identities;

    /// <summary>Numbers for the types, members and objects that texts name; one set of them for all texts that are compared.</summary>
    public static Dictionary<object, int> NewIdentities() => new(new IdentityComparer());

    /// <summary>The text of an expression, whatever the given parameters are called.</summary>
    public static string Canonical(Dictionary<object, int> identities, Expression expression, params ParameterExpression[] parameters)
    {
        var text = new ExpressionText(identities);
        foreach (var parameter in parameters)
            text.names.Add(parameter, $"${text.names.Count}");
        text.Visit(expression);
        return string.Concat(text.parts);
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            parts.Add("()");
            return null;
        }

        parts.Add($"({(int)node.NodeType} {Identity(node.Type)} ");
        if (MemberOf(node) is { } member)
            parts.Add($"{Identity(member)} ");
        _ = base.Visit(node);
        parts.Add(")");
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (!names.TryGetValue(node, out var name))
            name = $"#{Identity(node)}";
        parts.Add(name);
        return node;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        parts.Add(node.Value switch
        {
            null => "null",
            string text => $"'{text.Length.ToString(CultureInfo.InvariantCulture)}:{text}'",
            IConvertible value and not Enum => value.ToString(CultureInfo.InvariantCulture),
            Enum value => value.ToString("D"),
            var value => $"@{Identity(value)}",
        });
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        foreach (var parameter in node.Parameters)
            names.TryAdd(parameter, $"${names.Count}");
        return base.VisitLambda(node);
    }

    /// <summary>What tells the expression apart that has no rule of its own above: nothing but itself is the same.</summary>
    protected override Expression VisitExtension(Expression node)
    {
        parts.Add($"@{Identity(node)}");
        return node;
    }

    protected override MemberBinding VisitMemberBinding(MemberBinding node)
    {
        parts.Add($"{Identity(node.Member)} ");
        return base.VisitMemberBinding(node);
    }

    protected override ElementInit VisitElementInit(ElementInit node)
    {
        parts.Add($"{Identity(node.AddMethod)} ");
        return base.VisitElementInit(node);
    }

    /// <summary>The member that the expression itself names; null for none.</summary>
    private static MemberInfo? MemberOf(Expression node) => node switch
    {
        MemberExpression member => member.Member,
        MethodCallExpression call => call.Method,
        BinaryExpression binary => binary.Method,
        UnaryExpression unary => unary.Method,
        TypeBinaryExpression test => test.TypeOperand,
        NewExpression made => made.Constructor,
        IndexExpression element => element.Indexer,
        _ => null,
    };

    private string Identity(object value)
    {
        if (!identities.TryGetValue(value, out var number))
            identities.Add(value, number = identities.Count);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Types and members are told apart by equality, other objects by reference.</summary>
    private sealed class IdentityComparer : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? left, object? right) =>
            left is MemberInfo ? left.Equals(right) : ReferenceEquals(left, right);

        int IEqualityComparer<object>.GetHashCode(object value) =>
            value is MemberInfo ? value.GetHashCode() : RuntimeHelpers.GetHashCode(value);
    }
}
