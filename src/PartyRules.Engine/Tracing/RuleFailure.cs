using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tracing;

/// <summary>Says which expression of a rule threw, and on which facts. The compiled code does not keep account of that, so the rule is traced.</summary>
internal static class RuleFailure
{
    /// <summary>How many conditions are tried before the search for the failing one is given up.</summary>
    private const int MaximumSteps = 1_000_000;

    /// <summary>The failure of a rule over the facts that the evaluator holds now.</summary>
    public static RuleEvaluationException Of(Evaluator evaluator, RuleDefinition rule, Exception exception)
    {
        if (exception is ActionFailure action)
            return Failed(rule, action.Action, action.Facts, action.InnerException!);
        var failure = Search(evaluator, rule);
        return failure?.InnerException?.GetType() == exception.GetType()
            ? Failed(rule, failure.Expression, failure.Facts, exception)
            : new RuleEvaluationException(rule.Name, $"a condition or action failed: {exception.Message}", exception);
    }

    /// <summary>What generated code calls where an action throws, because it must not be run again to see on which facts.</summary>
    public static ActionFailure OfAction(Exception exception, LambdaExpression action, ParameterExpression[] names, object?[] values) =>
        new(action.Body, MatchedFact.Of(names, values), exception);

    private static RuleEvaluationException Failed(RuleDefinition rule, Expression expression, IReadOnlyList<MatchedFact> facts, Exception exception) =>
        new(rule.Name, CodeText.Of(expression), facts, exception);

    private static TracedFailure? Search(Evaluator evaluator, RuleDefinition rule)
    {
        var tracer = new RuleTracer(evaluator, new YieldSearch(rule), MaximumSteps);
        try
        {
            tracer.Trace(rule);
            tracer.TryAlone(rule);
        }
        catch (TracedFailure failure)
        {
            return failure;
        }

        return null;
    }

    /// <summary>Makes the facts that a rule yields, for each match, until one throws.</summary>
    private sealed class YieldSearch(RuleDefinition rule) : TraceListener
    {
        private readonly List<Expression> yields = [.. rule.RightHandSide.OfType<YieldElement>().Where(yield => IsPure(rule, yield.Fact)).Select(yield => yield.Fact.Body)];

        public override bool Satisfied(RuleTracer tracer)
        {
            foreach (var yield in yields)
                _ = tracer.Evaluate(yield);
            return false;
        }
    }

    /// <summary>Whether a fact is made from matched facts alone, so that making it again has no effect outside.</summary>
    public static bool IsPure(RuleDefinition rule, LambdaExpression yield)
    {
        var names = Names.In(yield.Body);
        return !names.Contains(yield.Parameters[0]) && !names.Overlaps(rule.Dependencies);
    }
}

/// <summary>What an action threw, and what it acted on.</summary>
#pragma warning disable CA1064 // It never leaves the engine: its content becomes a RuleEvaluationException.
internal sealed class ActionFailure(Expression action, IReadOnlyList<MatchedFact> facts, Exception inner) : Exception(inner.Message, inner)
#pragma warning restore CA1064
{
    public Expression Action { get; } = action;

    public IReadOnlyList<MatchedFact> Facts { get; } = facts;
}
