using PartyRules.Engine.Model;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine;

/// <content>Why something was not yielded.</content>
public sealed partial class Evaluator
{
    /// <summary>Tells, after a run, why no fact of a type was yielded, or none that meets a condition.</summary>
    /// <remarks>
    /// Each rule that could have yielded such a fact is gone through again by nested loops over the facts that are there, in the order in
    /// which it is written. Nothing needs to be
    /// recorded for it. At most 200,000 conditions are tried for each rule; an attempt says so where that was not enough. The answer does
    /// not depend on
    /// the order of the facts, as long as their texts differ.
    /// </remarks>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    public WhyNot WhyNot<TFact>()
        where TFact : notnull => WhyNotAny(typeof(TFact), null);

    /// <summary>Tells, after a run, why no fact was yielded that meets a condition; see the other overload.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="which">
    /// What the missing fact would be like. Where a rule's fact rests on what is matched so far, attempts that lead to others are passed
    /// over.
    /// </param>
    public WhyNot WhyNot<TFact>(Func<TFact, bool> which)
        where TFact : notnull => WhyNotAny(typeof(TFact), fact => fact is TFact asked && which(asked));

    /// <summary>Tells, after a run, why a rule did not fire; see the other overload.</summary>
    /// <param name="ruleName">The rule's name.</param>
    /// <exception cref="ArgumentException">The rule set has no such rule.</exception>
    public WhyNot WhyNot(string ruleName)
    {
        var names = string.Join(", ", ruleSet.Rules.Select(rule => rule.Name).Order(StringComparer.Ordinal));
        var rule = ruleSet.Rules.FirstOrDefault(rule => rule.Name == ruleName)
            ?? throw new ArgumentException(
                $"The rule set '{ruleSet.Name}' has no rule '{ruleName}'. Its rules are: "
                + $"{names}.",
                nameof(ruleName));
        return new WhyNot(rule.Name, Nearest(rule, null, null) is { } attempt ? [attempt] : []);
    }

    private WhyNot WhyNotAny(Type asked, Func<object, bool>? meets)
    {
        var attempts = ruleSet.Rules
            .Where(rule => rule.MayYield(asked))
            .Select(rule => Nearest(rule, asked, meets))
            .OfType<NearestAttempt>()
            .OrderByDescending(attempt => (double)attempt.Satisfied / attempt.Elements)
            .ThenBy(attempt => attempt.Rule.Name, StringComparer.Ordinal);
        return new WhyNot(asked.Name, [.. attempts]);
    }

    private NearestAttempt? Nearest(RuleDefinition rule, Type? asked, Func<object, bool>? meets) =>
        AttemptSearch.Nearest(memory, rule, asked, meets) is { } attempt ? new NearestAttempt(attempt) : null;
}
