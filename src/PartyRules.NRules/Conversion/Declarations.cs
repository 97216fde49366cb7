using System.Linq.Expressions;

namespace PartyRules.NRules.Conversion;

/// <summary>NRules knows what a rule declares by name alone, so each declaration gets a name of its own; expressions follow.</summary>
internal sealed class Declarations : ExpressionVisitor
{
    private readonly Dictionary<ParameterExpression, ParameterExpression> named = [];
    private readonly Dictionary<string, ParameterExpression> taken = new(StringComparer.Ordinal);

    public ParameterExpression this[ParameterExpression original] => named[original];

    /// <summary>Declares what the rule declares.</summary>
    public ParameterExpression Declare(ParameterExpression original) => named[original] = Fresh(original.Type, original.Name);

    /// <summary>Declares something that only NRules needs.</summary>
    public ParameterExpression Fresh(Type type, string? wish)
    {
        var stem = string.IsNullOrEmpty(wish) ? "fact" : wish;
        var name = stem;
        for (var i = 2; taken.ContainsKey(name); i++)
            name = $"{stem}{i}";
        var parameter = Expression.Parameter(type, name);
        taken.Add(name, parameter);
        return parameter;
    }

    /// <summary>An expression in the names that NRules knows.</summary>
    public Expression In(Expression expression) => Visit(expression);

    /// <summary>What an expression uses of what is declared, in order of first use.</summary>
    public IReadOnlyList<ParameterExpression> UsedBy(Expression expression)
    {
        var uses = new Uses([.. taken.Values]);
        uses.Visit(expression);
        return uses.Found;
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node) => named.GetValueOrDefault(node, node);

    private sealed class Uses(HashSet<ParameterExpression> declared) : ExpressionVisitor
    {
        public List<ParameterExpression> Found { get; } = [];

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (declared.Contains(node) && !Found.Contains(node))
                Found.Add(node);
            return node;
        }
    }
}

/// <summary>A lambda applied to an argument, without a call.</summary>
internal sealed class Substitution(IReadOnlyList<ParameterExpression> from, Expression to) : ExpressionVisitor
{
    public static Expression In(LambdaExpression lambda, Expression argument) =>
        new Substitution(lambda.Parameters, argument).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node) => from.Contains(node) ? to : node;
}
