using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Fluent;

/// <summary>The right-hand side.</summary>
internal sealed class RightHandSideExpression(RuleBuilder builder) : IRightHandSideExpression
{
    public IRightHandSideExpression Yield<TFact>(Expression<Func<IContext, TFact>> yield)
        where TFact : notnull
    {
        builder.Add(new YieldElement(Pure(yield)));
        return this;
    }

    public IRightHandSideExpression Yield<TFact>(
        Expression<Func<IContext, TFact>> yieldInsert, Expression<Func<IContext, TFact, TFact>> yieldUpdate)
        where TFact : notnull =>
        throw builder.Mistake(
            "Yield with an update replaces a fact, but facts are immutable and each match is met once. Pass the first function alone.");

    public IRightHandSideExpression Do(Expression<Action<IContext>> action) => Action(action, ActionTrigger.Activated);

    public IRightHandSideExpression Undo(Expression<Action<IContext>> action) =>
        throw builder.Mistake(
            "Undo answers a match that is lost, but facts are never retracted, so none is. Leave it out; what holds in the absence of "
            + "facts is written with Not.");

    public IRightHandSideExpression Action(Expression<Action<IContext>> action, ActionTrigger actionTrigger)
    {
        if (actionTrigger != ActionTrigger.Activated)
            throw builder.Mistake(
                $"an action on {actionTrigger} answers a change of facts, but facts are immutable. Use Do, or ActionTrigger.Activated "
                + "alone.");
        builder.Add(new DoElement(Pure(action)));
        return this;
    }

    private LambdaExpression Pure(LambdaExpression lambda)
    {
        new ImpureCalls(builder).Visit(lambda.Body);
        return builder.ResolveLambda(lambda);
    }

    /// <summary>Finds calls that would change facts or the run.</summary>
    private sealed class ImpureCalls(RuleBuilder builder) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType == typeof(IContext) && Refusals.WayOut(node.Method.Name) is { } wayOut)
                throw builder.Mistake($"its action calls IContext.{node.Method.Name}. {wayOut}");
            return base.VisitMethodCall(node);
        }
    }
}

/// <summary>The services of a rule.</summary>
internal sealed class DependencyExpression(RuleBuilder builder) : IDependencyExpression
{
    public IDependencyExpression Resolve<TDependency>(Expression<Func<TDependency>> alias)
        where TDependency : notnull
    {
        builder.DeclareDependency(alias);
        return this;
    }
}

/// <summary>The filters of a rule.</summary>
internal sealed class FilterExpression(RuleBuilder builder) : IFilterExpression
{
    public IFilterExpression OnChange(params Expression<Func<object>>[] keySelectors) =>
        throw builder.Mistake(
            "OnChange fires a rule again when a value changes, but facts are immutable and each match is met once. Leave it out.");

    public IFilterExpression Where(params Expression<Func<bool>>[] predicates)
    {
        foreach (var predicate in predicates)
            builder.Filters.Add(builder.Resolve(predicate));
        return this;
    }
}

/// <summary>What a pure evaluation leaves out on purpose, and what to do instead.</summary>
internal static class Refusals
{
    /// <summary>What to do instead of a method of <see cref="IContext"/>; null where it is supported.</summary>
    public static string? WayOut(string method) => method switch
    {
        nameof(IContext.Insert) or nameof(IContext.InsertAll) or nameof(IContext.TryInsert) or nameof(IContext.TryInsertAll) =>
            "Actions run once all facts are known, so a fact inserted then would be missed. Use Yield, so that the compiler can put "
            + "the rule before those that read the fact.",
        nameof(IContext.InsertLinked) or nameof(IContext.InsertAllLinked) =>
            "A linked fact is taken back with its match, but no match is ever lost. Use Yield.",
        nameof(IContext.Update) or nameof(IContext.UpdateAll) or nameof(IContext.UpdateLinked) or nameof(IContext.TryUpdate) =>
            "Facts are immutable. Yield a new fact of another type that says what changed.",
        nameof(IContext.Retract) or nameof(IContext.RetractAll) or nameof(IContext.RetractLinked) or nameof(IContext.TryRetract) =>
            "Facts are never taken back. Say in the readers' conditions, or with Not, which facts no longer count.",
        nameof(IContext.Halt) =>
            "The result must not depend on which rule runs first. Cancel the evaluation through its CancellationToken, or throw.",
        _ => null,
    };

    public static NotSupportedException NotSupported(string method) =>
        new($"IContext.{method} is not part of a pure evaluation. {WayOut(method)}");
}
