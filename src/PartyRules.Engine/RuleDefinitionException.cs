namespace PartyRules.Engine;

/// <summary>A rule, or a set of rules, cannot be compiled. The message names the rule, the mistake and the way out.</summary>
/// <remarks>It stands for a mistake in code, so its message is in English alone.</remarks>
public sealed class RuleDefinitionException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="ruleName">The rule.</param>
    /// <param name="mistake">What is wrong and what to do.</param>
    public RuleDefinitionException(string ruleName, string mistake)
        : base($"Rule '{ruleName}': {mistake}") => RuleName = ruleName;

    /// <summary>The rule, or the first of several.</summary>
    public string RuleName { get; }
}

/// <summary>A condition or action of a rule threw while facts were being evaluated.</summary>
public sealed class RuleEvaluationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="ruleName">The rule.</param>
    /// <param name="message">What happened.</param>
    /// <param name="inner">What was thrown; null where the engine itself stopped the rule.</param>
    public RuleEvaluationException(string ruleName, string message, Exception? inner = null)
        : base($"Rule '{ruleName}': {message}", inner) => RuleName = ruleName;

    internal RuleEvaluationException(string ruleName, string expression, IReadOnlyList<MatchedFact> facts, Exception inner)
        : this(ruleName, $"{expression} failed: {inner.Message}{(facts.Count == 0 ? "" : $" It was looking at {string.Join(", ", facts)}.")}", inner)
    {
        Expression = expression;
        Facts = facts;
    }

    /// <summary>The rule.</summary>
    public string RuleName { get; }

    /// <summary>The condition or action that threw, as code; empty where it could not be told, or the engine itself stopped the rule.</summary>
    public string Expression { get; } = "";

    /// <summary>What the rule had matched when it threw, in the order of its elements; the last is the fact that was being tried. Empty where it could not be told.</summary>
    public IReadOnlyList<MatchedFact> Facts { get; } = [];
}
