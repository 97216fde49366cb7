using System.Linq.Expressions;
using System.Reflection;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Fluent;

/// <summary>Gathers a rule while it describes itself, and turns aliases into the model's parameters.</summary>
internal sealed class RuleBuilder(string name)
{
    private readonly Dictionary<MemberInfo, ParameterExpression> aliases = [];
    private readonly List<ActionElement> actions = [];

    public string Name { get; set; } = name;

    public string Description { get; set; } = "";

    public IReadOnlyList<string> Tags { get; set; } = [];

    public int Priority { get; set; }

    public RuleRepeatability Repeatability { get; set; }

    public List<RuleElement> Elements { get; } = [];

    public List<ParameterExpression> Dependencies { get; } = [];

    public List<Expression> Filters { get; } = [];

    public RuleDefinition Build()
    {
        if (Elements.Count == 0)
            throw Mistake("it matches nothing. Describe at least one element in When().");
        if (actions.Count == 0)
            throw Mistake("nothing follows from it. Describe at least one action in Then().");
        return new RuleDefinition
        {
            Name = Name,
            Description = Description,
            Tags = Tags,
            Priority = Priority,
            Repeatability = Repeatability,
            Dependencies = [.. Dependencies],
            Filters = [.. Filters],
            LeftHandSide = [.. Elements],
            RightHandSide = [.. actions],
        };
    }

    public void Add(ActionElement action) => actions.Add(action);

    public void DeclareDependency<T>(Expression<Func<T>> alias) => Dependencies.Add(Declare(alias));

    /// <summary>Declares an alias, which becomes a parameter of the rule.</summary>
    public ParameterExpression Declare<T>(Expression<Func<T>> alias)
    {
        if (alias.Body is not MemberExpression { Expression: null or ConstantExpression } member)
            throw Mistake($"'{alias.Body}' is not an alias. An alias is a local variable: Order order = null!; When().Match(() => order).");
        var parameter = Expression.Parameter(typeof(T), member.Member.Name);
        if (!aliases.TryAdd(member.Member, parameter))
            throw Mistake($"the alias '{member.Member.Name}' is used for two elements. Give each element an alias of its own.");
        return parameter;
    }

    /// <summary>A pattern whose conditions speak of a fact by the parameter of their lambdas.</summary>
    public Pattern Pattern<T>(ParameterExpression fact, IEnumerable<Expression<Func<T, bool>>> conditions) =>
        new(fact, [.. conditions.Select(condition => Resolve(condition, fact))]);

    /// <summary>The body of a lambda, with its parameter replaced and aliases resolved.</summary>
    public Expression Resolve(LambdaExpression lambda, params ParameterExpression[] arguments) =>
        new AliasResolver(this, lambda.Parameters, arguments).Visit(lambda.Body);

    /// <summary>
    /// A lambda with aliases resolved; its own parameters stay, and so does its type: the body of a selector may have a narrower one.
    /// </summary>
    public LambdaExpression ResolveLambda(LambdaExpression lambda) =>
        Expression.Lambda(lambda.Type, new AliasResolver(this, [], []).Visit(lambda.Body), lambda.Parameters);

    public RuleDefinitionException Mistake(string mistake) => new(Name, mistake);

    private sealed class AliasResolver(
        RuleBuilder builder, IReadOnlyList<ParameterExpression> from, IReadOnlyList<ParameterExpression> to) : ExpressionVisitor
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

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not (null or ConstantExpression))
                return base.VisitMember(node);
            if (builder.aliases.TryGetValue(node.Member, out var alias))
                return alias;
            return node.Expression is ConstantExpression && node.Member is FieldInfo ? Captured(node) : base.VisitMember(node);
        }

        /// <summary>A captured value is read once, now: a rule means the same however often it runs.</summary>
        private Expression Captured(MemberExpression node)
        {
            var field = (FieldInfo)node.Member;
            var value = field.GetValue(((ConstantExpression)node.Expression!).Value);
            var looksLikeAlias = value is null && !field.IsInitOnly;
            return looksLikeAlias
                ? throw builder.Mistake($"the alias '{field.Name}' is used before an element matches it. Put that element first.")
                : Expression.Constant(value, node.Type);
        }
    }
}
