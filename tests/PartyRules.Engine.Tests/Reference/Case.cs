using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>A random rule set with the facts of one or more partitions.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Partitions">The facts of each partition.</param>
/// <param name="Seed">From which the shuffles of this case are drawn.</param>
public sealed record Case(IReadOnlyList<RuleDefinition> Rules, IReadOnlyList<IReadOnlyList<object>> Partitions, int Seed)
{
    /// <summary>The facts of the first partition, which is all that most properties need.</summary>
    public IReadOnlyList<object> Facts => Partitions[0];

    public override string ToString() =>
        $"\n{string.Concat(Rules.Select(RuleText.Of))}"
        + string.Concat(
            Partitions.Select(
                (facts, number) => $"partition {number + 1}: {facts.Count} facts\n{string.Concat(facts.Select(fact => $"  {fact}\n"))}"));
}
