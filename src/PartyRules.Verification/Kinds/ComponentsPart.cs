using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>The parts of the total. How much one can earn that waits for items of layers is asked of the scheme that has them.</summary>
internal sealed class ComponentsPart : Part
{
    private static readonly Question Maximum = new("component.maximum", Severity.Warning);
    private static readonly Question Minimum = new("component.minimum", Severity.Remark);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Maximum, Minimum];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var component in at.Scheme.Components)
        {
            var measure = new Measure(bounds => bounds.Of(component.Index), seen => seen.ScoreOf(at.RoundRow, component));
            if (component.Maximum?.Most is { } maximum && !component.AwaitsItems)
                at.AskWhetherReached(Maximum, $"{Paths.Of(component)}.maximum", component.Name, maximum, measure, up: true);
            if (component.Minimum?.Least is { } minimum)
                at.AskWhetherReached(Minimum, $"{Paths.Of(component)}.minimum", component.Name, minimum, measure, up: false);
        }
    }
}
