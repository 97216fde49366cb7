namespace PartyRules.Engine.Fluent;

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
