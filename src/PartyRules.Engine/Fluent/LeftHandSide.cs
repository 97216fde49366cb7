using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Fluent;

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

    public ILeftHandSideExpression All<TFact>(
        Expression<Func<TFact, bool>> baseCondition, params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull
    {
        var pattern = Anonymous(baseCondition);
        return Add(new ForAllElement(pattern, [.. conditions.Select(condition => builder.Resolve(condition, pattern.Fact))]));
    }

    public ILeftHandSideExpression Query<TResult>(Expression<Func<TResult>> alias, Func<IQuery, IQuery<TResult>> queryAction)
    {
        var query = new QueryBuilder();
        _ = queryAction(query);
        var source = query.Source switch
        {
            { } known => known.Rewrite(Resolve),
            null => throw builder.Mistake("a query starts from Match or From."),
        };
        return Add(new QueryElement(builder.Declare(alias), source, [.. query.Steps.Select(step => step.Rewrite(Resolve))]));

        Expression Resolve(Expression lambda) => builder.ResolveLambda((LambdaExpression)lambda);
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
