using PartyRules.Results;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Proofs;

namespace PartyRules.Verification.Kinds;

/// <summary>Who is left out of scoring.</summary>
internal sealed class ExemptionsPart : Part
{
    private static readonly Question Applies = new("exemption.applies", Severity.Error);
    private static readonly Question Spares = new("exemption.spares", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Applies, Spares];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var clause in at.Scheme.Exemptions)
        {
            at.AskWhetherMet(
                Applies,
                $"{Paths.Of(at.Scheme, clause)}.when",
                clause.Name,
                clause.When,
                ofYear: false,
                seen => seen.Facts<Exemption>(at.RoundRow).Any(exemption => exemption.Clause == clause));
        }

        if (at.Scheme.Exemptions.Count == 0)
            return;
        at.AskWhetherPossible(
            Spares,
            "$.exemptions",
            [],
            () => at.Prover.IsImpossible(false, at.Scheme.Exemptions.Select(clause => new Literal(clause.When, false))),
            draft => [draft],
            seen => seen.Of(at.RoundRow)?.Status == AssessmentStatus.Assessed,
            ofYear: false);
    }
}
