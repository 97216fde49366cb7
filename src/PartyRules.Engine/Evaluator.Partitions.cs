namespace PartyRules.Engine;

/// <content>Holding an evaluator to one partition at a time.</content>
public sealed partial class Evaluator
{
    private string? partition;

    /// <summary>The key of the partition whose facts are given; null before the first, and where the rule set declares no keys.</summary>
    public string? Partition => partition;

    /// <summary>Refuses a fact of another partition than the first, because the plan may take for granted that keys are equal.</summary>
    private void RefuseOtherPartition(object fact)
    {
        if (ruleSet.Keys is not { } keys || ruleSet.Layout.TargetsOf(fact.GetType()).Slots.Length == 0)
            return;
        var key = keys.KeyOf(fact) ?? throw new ArgumentException(
            $"{fact.GetType().Name} {fact} has no partition key in the rule set '{ruleSet.Name}'. Declare one for its type, or give "
            + "facts that every partition shares through RuleSet.With.", nameof(fact));
        partition ??= key;
        if (partition != key)
            throw new ArgumentException(
                $"{fact.GetType().Name} {fact} belongs to the partition '{key}', but the evaluator holds '{partition}'. Evaluate each "
                + "partition by itself, and reset the evaluator between them.",
                nameof(fact));
    }
}
