namespace PartyRules.Engine.Fluent;

/// <summary>What an action acts on: the facts, results of queries and calculated values that the rule's elements name.</summary>
/// <remarks>Stays valid after the action.</remarks>
public interface IMatch
{
    /// <summary>What was matched, in the order of the elements. <c>Exists</c>, <c>Not</c> and <c>All</c> name nothing.</summary>
    IReadOnlyList<MatchedFact> Facts { get; }
}
