using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>
/// Points that rules in code give to a component that asks for them. Each is a fact of its own, also where two are alike.
/// </summary>
/// <remarks>
/// They are added to what the component's items add; limits within windows do not reach them, the component's minimum and maximum do.
/// Immutable and thread-safe.
/// </remarks>
public sealed class RuleCredit
{
    /// <summary>Makes a credit.</summary>
    /// <param name="component">The component.</param>
    /// <param name="points">The points, as a signed number.</param>
    /// <param name="reason">
    /// What earns or costs them, in both languages and without a full stop, such as "40 hours or more earn 4 points".
    /// </param>
    /// <exception cref="ArgumentException">The component asks for no rules.</exception>
    public RuleCredit(Component component, Points points, LocalText reason)
    {
        if (component.Rules is null)
            throw new ArgumentException($"The component '{component.Id}' asks for no rules in its key 'rules'.", nameof(component));
        Component = component;
        Points = points;
        Reason = reason;
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>The points, as a signed number.</summary>
    public Points Points { get; }

    /// <summary>What earns or costs them.</summary>
    public LocalText Reason { get; }

    /// <summary>The component and the points.</summary>
    public override string ToString() => $"{Component.Id} {Points}";
}
