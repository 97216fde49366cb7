namespace PartyRules.Results;

/// <summary>A fact of an application that says in both languages what it is, so that explanations can show it.</summary>
/// <remarks>Implementations are immutable and thread-safe, like all facts.</remarks>
public interface IExplainedFact
{
    /// <summary>What the fact says, without a full stop, such as "42 hours of voluntary service".</summary>
    LocalText Explanation { get; }
}
