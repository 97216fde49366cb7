using PartyRules.Engine.Fluent;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine;

/// <summary>A condition or action of a rule threw while facts were being evaluated.</summary>
public sealed class RuleEvaluationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="ruleName">The rule.</param>
    /// <param name="message">What happened.</param>
    /// <param name="inner">What was thrown; null where the engine itself stopped the rule.</param>
    public RuleEvaluationException(string ruleName, string message, Exception? inner = null)
        : base($"Rule '{ruleName}': {message}", inner) => RuleName = ruleName;

    internal RuleEvaluationException(string ruleName, RuleFailure failure)
        : this(ruleName, $"{failure.Expression} failed: {failure.Cause.Message}{LookingAt(failure.Facts)}", failure.Cause)
    {
        Expression = failure.Expression;
        Facts = failure.Facts;
    }

    /// <summary>The rule.</summary>
    public string RuleName { get; }

    /// <summary>
    /// The condition or action that threw, as code; empty where it could not be told, or the engine itself stopped the rule.
    /// </summary>
    public string Expression { get; } = "";

    /// <summary>
    /// What the rule had matched when it threw, in the order of its elements; the last is the fact that was being tried. Empty where it
    /// could not be told.
    /// </summary>
    public IReadOnlyList<MatchedFact> Facts { get; } = [];

    private static string LookingAt(IReadOnlyList<MatchedFact> facts) =>
        facts.Count == 0 ? "" : $" It was looking at {string.Join(", ", facts)}.";
}
