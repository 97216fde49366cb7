using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>What points are multiplied by.</summary>
internal sealed class MultipliersPart : Part
{
    private static readonly Question Applies = new("multiplier.applies", Severity.Error);
    private static readonly Question Row = new("multiplier.row", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Applies, Row];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var component in at.Scheme.Components)
            Ask(at, component.Multipliers, Paths.Of(component), component.Name);
        if (at.Scheme.Total is not { } total)
            return;
        foreach (var group in total.AllGroups)
            Ask(at, group.Multipliers, Paths.Of(group), group.Name);
        Ask(at, total.Multipliers, "$.total", at.Scheme.Name);
    }

    private static void Ask(Verifying at, IReadOnlyList<Multiplier> multipliers, string path, LocalText name)
    {
        foreach (var (i, multiplier) in multipliers.Index())
        {
            var place = Paths.OfMultiplier(path, i);
            if (multiplier.When is { } when)
            {
                at.AskWhetherMet(
                    Applies,
                    $"{place}.when",
                    name,
                    when,
                    ofYear: false,
                    seen => seen.Facts<Dossier>(at.RoundRow).Any(multiplier.AppliesTo));
            }

            foreach (var (row, each) in multiplier.Source is TableFactor table ? table.Rows.Index() : [])
            {
                at.AskWhetherMet(
                    Row,
                    $"{place}.rows[{row}].when",
                    name,
                    each.When,
                    ofYear: false,
                    seen => seen.Facts<Dossier>(at.RoundRow).Any(dossier => multiplier.FactorOf(dossier)?.Row == row));
            }
        }
    }
}
