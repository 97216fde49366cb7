using PartyRules.Cases;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>The score of one component.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
/// <param name="component">The component.</param>
/// <param name="sum">What its items add, less what they deduct, after the limits.</param>
public sealed class ComponentScore(Component component, Points sum)
{
    /// <summary>The component.</summary>
    public Component Component { get; } = component;

    /// <summary>What its items add, less what they deduct, after the limits and before start, minimum and maximum.</summary>
    public Points Sum { get; } = sum;

    /// <summary>The score: start plus sum, kept within minimum and maximum.</summary>
    public Points Points { get; } = component.Score(sum);

    /// <summary>The component and its points.</summary>
    public override string ToString() => $"{Component.Id} {Points}";
}

/// <summary>Nothing is recorded in a component that requires it.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Dossier">Of whom, and when.</param>
/// <param name="Component">The component.</param>
public sealed record MissingComponent(Dossier Dossier, Component Component);
