using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Tracing;

/// <summary>
/// Which expression of a rule threw, and on which facts. The compiled code does not keep account of that, so the rule is traced.
/// </summary>
/// <param name="Expression">The expression, as code.</param>
/// <param name="Facts">What the rule had matched.</param>
/// <param name="Cause">What was thrown.</param>
internal sealed record RuleFailure(string Expression, IReadOnlyList<MatchedFact> Facts, Exception Cause)
{
    /// <summary>How many conditions are tried before the search for the failing one ends without it.</summary>
    private const int MaximumSteps = 1_000_000;

    /// <summary>Finds the failure of a rule over the facts that the evaluator holds now; null where it is not found.</summary>
    public static RuleFailure? Find(WorkingMemory memory, RuleDefinition rule, Exception exception)
    {
        if (exception is ActionFailure action)
            return new RuleFailure(CodeText.Of(action.Action), action.Facts, action.InnerException!);
        var failure = Search(memory, rule);
        return failure?.InnerException?.GetType() == exception.GetType()
            ? new RuleFailure(CodeText.Of(failure.Expression), failure.Facts, exception)
            : null;
    }

    /// <summary>What generated code calls where an action throws, because it must not be run again to see on which facts.</summary>
    public static ActionFailure OfAction(Exception exception, LambdaExpression action, ParameterExpression[] names, object?[] values) =>
        new(action.Body, MatchedFact.Matched(names, values), exception);

    private static TracedFailure? Search(WorkingMemory memory, RuleDefinition rule)
    {
        var tracer = new RuleTracer(memory, new YieldSearch(rule), MaximumSteps);
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
        private readonly List<Expression> yields =
        [
            .. rule.RightHandSide.OfType<YieldElement>().Where(yield => IsPure(rule, yield.Fact)).Select(yield => yield.Fact.Body),
        ];

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
        var names = Expressions.FreeVariables(yield.Body);
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
