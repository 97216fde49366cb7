using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>The score of one component.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
public sealed class ComponentScore
{
    /// <summary>Makes a score.</summary>
    /// <param name="component">The component.</param>
    /// <param name="sum">What its items add, less what they deduct, after the limits and before start, minimum and maximum.</param>
    /// <param name="dossier">The subject and the period.</param>
    /// <exception cref="OverflowException">The score is outside the range of points.</exception>
    public ComponentScore(Component component, Points sum, Dossier dossier)
    {
        (Component, Sum, Start, Dossier) = (component, sum, component.Start.Of(dossier), dossier);
        Points = component.Score(sum, dossier);
    }

    /// <summary>Makes a score of exact points, which the component rounds.</summary>
    internal ComponentScore(Component component, Exact exact, Dossier dossier)
        : this(component, component.Rounding.Round(exact) - component.Start.Of(dossier), dossier) =>
        Unrounded = component.RoundsItself ? exact : null;

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>Whose it is.</summary>
    internal Dossier Dossier { get; }

    /// <summary>What it is before its own rounding; null where it states none.</summary>
    internal Exact? Unrounded { get; }

    /// <summary>The points that the subject starts with.</summary>
    public Points Start { get; }

    /// <summary>What its items add, less what they deduct, after the limits and before start, minimum and maximum.</summary>
    public Points Sum { get; }

    /// <summary>The score: start plus sum, kept within minimum and maximum.</summary>
    public Points Points { get; }

    /// <summary>The component and its points.</summary>
    public override string ToString() => $"{Component.Id} {Points}";
}

/// <summary>Something without which a component has no score is not recorded.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
public sealed class MissingComponent : IEquatable<MissingComponent>
{
    internal MissingComponent(Dossier dossier, Component component) => (Dossier, Component) = (dossier, component);

    /// <summary>Of whom, and when.</summary>
    public Dossier Dossier { get; }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>Whether another is of the same dossier and component.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(MissingComponent? other) => other is not null && Dossier == other.Dossier && Component == other.Component;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MissingComponent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dossier, Component);

    /// <summary>Subject, period and component.</summary>
    public override string ToString() => $"{Dossier} {Component}";
}
