using PartyRules.Engine.Model;

namespace PartyRules.Engine;

/// <summary>Rules that run together: one in most cases, several where they feed each other.</summary>
/// <remarks>Immutable and thread-safe. For explanation and for bridges to other engines.</remarks>
/// <seealso href="https://doi.org/10.1016/B978-0-934613-40-8.50006-3">
/// Apt, Blair and Walker, Towards a Theory of Declarative Knowledge, in Foundations of Deductive Databases and Logic Programming, 1988:
/// stratified negation
/// </seealso>
/// <seealso href="https://doi.org/10.1109/69.43410">
/// Ceri, Gottlob and Tanca, What You Always Wanted to Know About Datalog (And Never Dared to Ask), IEEE Transactions on Knowledge and Data
/// Engineering 1 (1), 1989: semi-naive evaluation
/// </seealso>
public sealed class RuleStratum
{
    internal RuleStratum(IReadOnlyList<RuleDefinition> rules, bool isRecursive, int level)
    {
        Rules = rules;
        IsRecursive = isRecursive;
        Level = level;
    }

    /// <summary>The rules, by name.</summary>
    public IReadOnlyList<RuleDefinition> Rules { get; }

    /// <summary>Whether the rules feed each other or themselves, so that they run to a fixpoint.</summary>
    public bool IsRecursive { get; }

    /// <summary>
    /// From 1: one more than the highest level of the strata that yield what its rules read. Strata of one level do not feed each other;
    /// everything that a level reads is complete once all lower levels have run.
    /// </summary>
    public int Level { get; }
}
