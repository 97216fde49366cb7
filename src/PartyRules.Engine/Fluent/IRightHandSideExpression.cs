using System.Linq.Expressions;

namespace PartyRules.Engine.Fluent;

/// <summary>The right-hand side of a rule: what follows from each match.</summary>
public interface IRightHandSideExpression
{
    /// <summary>Yields a fact. A fact that equals one that is already there is not added again.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="yield">Makes the fact from the aliases.</param>
    IRightHandSideExpression Yield<TFact>(Expression<Func<IContext, TFact>> yield)
        where TFact : notnull;

    /// <summary>Refused: facts are immutable, so none is updated.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="yieldInsert">Makes the fact.</param>
    /// <param name="yieldUpdate">Would replace it.</param>
    /// <exception cref="RuleDefinitionException">Always; the message tells the way out.</exception>
    IRightHandSideExpression Yield<TFact>(
        Expression<Func<IContext, TFact>> yieldInsert, Expression<Func<IContext, TFact, TFact>> yieldUpdate)
        where TFact : notnull;

    /// <summary>
    /// Does something outside, once all facts are known. Actions run by priority, the highest first, then by the rules' names.
    /// </summary>
    /// <param name="action">What is done; it may use the rule's dependencies.</param>
    IRightHandSideExpression Do(Expression<Action<IContext>> action);

    /// <summary>Refused: matches are never lost, so there is nothing to undo.</summary>
    /// <param name="action">What would be done.</param>
    /// <exception cref="RuleDefinitionException">Always; the message tells the way out.</exception>
    IRightHandSideExpression Undo(Expression<Action<IContext>> action);

    /// <summary>Does something outside on a stated occasion.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="actionTrigger">The occasion; <see cref="ActionTrigger.Activated"/> alone is supported, and is <see cref="Do"/>.</param>
    /// <exception cref="RuleDefinitionException">The trigger is another; the message tells the way out.</exception>
    IRightHandSideExpression Action(Expression<Action<IContext>> action, ActionTrigger actionTrigger);
}

/// <summary>On what occasion an action runs.</summary>
[Flags]
public enum ActionTrigger
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>When a match is found.</summary>
    Activated = 1,

    /// <summary>When a fact of a match changes; not supported.</summary>
    Reactivated = 2,

    /// <summary>When a match is lost; not supported.</summary>
    Deactivated = 4,
}

/// <summary>The services that a rule's actions need. They are resolved when the rule first fires in an evaluator.</summary>
public interface IDependencyExpression
{
    /// <summary>Names a service. Only actions may use it: what a rule matches must depend on facts alone.</summary>
    /// <typeparam name="TDependency">The type of service.</typeparam>
    /// <param name="alias">The name.</param>
    IDependencyExpression Resolve<TDependency>(Expression<Func<TDependency>> alias)
        where TDependency : notnull;
}

/// <summary>Conditions on a match as a whole.</summary>
public interface IFilterExpression
{
    /// <summary>Refused: facts are immutable, so no value changes.</summary>
    /// <param name="keySelectors">The values that would be watched.</param>
    /// <exception cref="RuleDefinitionException">Always; the message tells the way out.</exception>
    IFilterExpression OnChange(params Expression<Func<object>>[] keySelectors);

    /// <summary>
    /// Keeps only the matches of which the conditions hold; the same as <see cref="ILeftHandSideExpression.Having"/> at the end.
    /// </summary>
    /// <param name="predicates">What must hold of the aliases.</param>
    IFilterExpression Where(params Expression<Func<bool>>[] predicates);
}
