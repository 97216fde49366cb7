using System.Linq.Expressions;

namespace PartyRules.Engine.Fluent;

/// <summary>
/// The left-hand side of a rule: elements that must all be satisfied. A rule fires once for every combination of facts that does.
/// </summary>
/// <remarks>
/// An alias is a local variable that stands for what is matched: <c>Order order = null!; When().Match(() =&gt; order)</c>. It is a token
/// and never holds a value. A pattern on a base type or interface matches facts of derived types.
/// </remarks>
public interface ILeftHandSideExpression
{
    /// <summary>Matches each fact of a type that meets the conditions, and gives it a name for the elements that follow.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="alias">The name.</param>
    /// <param name="conditions">What must hold; they may use aliases that stand before. All must hold.</param>
    ILeftHandSideExpression Match<TFact>(Expression<Func<TFact>> alias, params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull;

    /// <summary>Matches each fact of a type that meets the conditions, without a name.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="conditions">What must hold.</param>
    ILeftHandSideExpression Match<TFact>(params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull;

    /// <summary>Satisfied, once, if at least one fact meets the conditions.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="conditions">What must hold.</param>
    ILeftHandSideExpression Exists<TFact>(params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull;

    /// <summary>Satisfied if no fact meets the conditions.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="conditions">What must hold of none.</param>
    ILeftHandSideExpression Not<TFact>(params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull;

    /// <summary>Satisfied if every fact of a type meets the condition; so also where there is none.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="condition">What must hold of each.</param>
    ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> condition)
        where TFact : notnull;

    /// <summary>Satisfied if every fact that meets the base condition meets the others too; so also where none does.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="baseCondition">Which facts are looked at.</param>
    /// <param name="conditions">What must hold of each of them.</param>
    ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> baseCondition, params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull;

    /// <summary>Gives a name to each result of a query over facts.</summary>
    /// <typeparam name="TResult">The type of result.</typeparam>
    /// <param name="alias">The name.</param>
    /// <param name="queryAction">Builds the query.</param>
    ILeftHandSideExpression Query<TResult>(Expression<Func<TResult>> alias, Func<IQuery, IQuery<TResult>> queryAction);

    /// <summary>Satisfied if all elements of the group are.</summary>
    /// <param name="builder">Builds the group.</param>
    ILeftHandSideExpression And(Action<ILeftHandSideExpression> builder);

    /// <summary>
    /// Satisfied for each element of the group that is: if two are, the rule fires twice. Aliases inside it are not visible outside.
    /// </summary>
    /// <param name="builder">Builds the group.</param>
    ILeftHandSideExpression Or(Action<ILeftHandSideExpression> builder);

    /// <summary>Gives a name to a calculated value.</summary>
    /// <typeparam name="T">The type of value.</typeparam>
    /// <param name="alias">The name.</param>
    /// <param name="expression">The calculation, from aliases that stand before.</param>
    ILeftHandSideExpression Let<T>(Expression<Func<T>> alias, Expression<Func<T>> expression);

    /// <summary>Keeps only the combinations of which the conditions hold.</summary>
    /// <param name="conditions">What must hold of the aliases that stand before.</param>
    ILeftHandSideExpression Having(params Expression<Func<bool>>[] conditions);
}
