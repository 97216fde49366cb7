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

    public List<RuleElement> Elements { get; } = [];

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
            LeftHandSide = [.. Elements],
            RightHandSide = [.. actions],
        };
    }

    public void Add(ActionElement action) => actions.Add(action);

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

    /// <summary>A lambda with aliases resolved; its own parameters stay.</summary>
    public LambdaExpression ResolveLambda(LambdaExpression lambda) =>
        Expression.Lambda(new AliasResolver(this, [], []).Visit(lambda.Body), lambda.Parameters);

    public RuleDefinitionException Mistake(string mistake) => new(Name, mistake);

    private sealed class AliasResolver(RuleBuilder builder, IReadOnlyList<ParameterExpression> from, IReadOnlyList<ParameterExpression> to) : ExpressionVisitor
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

/// <summary>The left-hand side, or one group of it.</summary>
internal sealed class LeftHandSideExpression(RuleBuilder builder, List<RuleElement> elements) : ILeftHandSideExpression
{
    public ILeftHandSideExpression Match<TFact>(Expression<Func<TFact>> alias, params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull => Add(new MatchElement(builder.Pattern(builder.Declare(alias), conditions)));

    public ILeftHandSideExpression Match<TFact>(params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull => Add(new MatchElement(Anonymous(conditions)));

    public ILeftHandSideExpression Exists<TFact>(params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull => Add(new ExistsElement(Anonymous(conditions)));

    public ILeftHandSideExpression Not<TFact>(params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull => Add(new NotElement(Anonymous(conditions)));

    public ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> condition)
        where TFact : notnull => All(_ => true, condition);

    public ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> baseCondition, params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull
    {
        var pattern = Anonymous(baseCondition);
        return Add(new ForAllElement(pattern, [.. conditions.Select(condition => builder.Resolve(condition, pattern.Fact))]));
    }

    public ILeftHandSideExpression Query<TResult>(Expression<Func<TResult>> alias, Func<IQuery, IQuery<TResult>> queryAction)
    {
        var query = new QueryBuilder();
        _ = queryAction(query);
        QuerySource source = query.Source switch
        {
            MatchSource match => match with { Conditions = [.. match.Conditions.Select(builder.ResolveLambda)] },
            FromSource value => value with { From = builder.ResolveLambda(value.From) },
            _ => throw builder.Mistake("a query starts from Match or From."),
        };
        var steps = query.Steps.Select(step => step with { Lambdas = [.. step.Lambdas.Select(builder.ResolveLambda)] });
        return Add(new QueryElement(builder.Declare(alias), source, [.. steps]));
    }

    public ILeftHandSideExpression And(Action<ILeftHandSideExpression> builder) => Add(new AndElement(Group(builder)));

    public ILeftHandSideExpression Or(Action<ILeftHandSideExpression> builder) => Add(new OrElement(Group(builder)));

    public ILeftHandSideExpression Let<T>(Expression<Func<T>> alias, Expression<Func<T>> expression)
    {
        var value = builder.Resolve(expression);
        return Add(new LetElement(builder.Declare(alias), value));
    }

    public ILeftHandSideExpression Having(params Expression<Func<bool>>[] conditions)
    {
        foreach (var condition in conditions)
            Add(new HavingElement(builder.Resolve(condition)));
        return this;
    }

    private Pattern Anonymous<TFact>(params Expression<Func<TFact, bool>>[] conditions) =>
        builder.Pattern(Expression.Parameter(typeof(TFact), conditions.FirstOrDefault()?.Parameters[0].Name), conditions);

    private List<RuleElement> Group(Action<ILeftHandSideExpression> describe)
    {
        var group = new List<RuleElement>();
        describe(new LeftHandSideExpression(builder, group));
        return group.Count > 0 ? group : throw builder.Mistake("a group of elements is empty.");
    }

    private LeftHandSideExpression Add(RuleElement element)
    {
        elements.Add(element);
        return this;
    }
}

/// <summary>The right-hand side.</summary>
internal sealed class RightHandSideExpression(RuleBuilder builder) : IRightHandSideExpression
{
    public IRightHandSideExpression Yield<TFact>(Expression<Func<IContext, TFact>> yield)
        where TFact : notnull
    {
        builder.Add(new YieldElement(builder.ResolveLambda(yield)));
        return this;
    }

    public IRightHandSideExpression Do(Expression<Action<IContext>> action)
    {
        builder.Add(new DoElement(builder.ResolveLambda(action)));
        return this;
    }
}
