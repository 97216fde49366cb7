using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>What points are multiplied by.</summary>
internal sealed class MultipliersPart : Part
{
    private static readonly Question Applies = new("multiplier.applies", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Applies];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var component in at.Scheme.Components)
        {
            foreach (var (i, multiplier) in component.Multipliers.Index())
            {
                if (multiplier.When is not { } when)
                    continue;
                at.AskWhetherMet(
                    Applies,
                    $"{Paths.Of(component)}.multipliers[{i}].when",
                    component.Name,
                    when,
                    ofYear: false,
                    seen => seen.Facts<Dossier>(at.RoundRow).Any(multiplier.AppliesTo));
            }
        }
    }
}
