using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>Who competes. Places are asked for by the conditions that look at them.</summary>
internal sealed class RankingsPart : Part
{
    private static readonly Question Competes = new("ranking.competes", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Competes];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        if (at.Scheme.Ranking is not { Among: { } among } ranking)
            return;
        var ofYear = !ranking.On.Include(isOfRound: true);
        at.AskWhetherMet(
            Competes,
            "$.ranking.among",
            at.Scheme.Name,
            among,
            ofYear,
            seen => seen.Facts<Placing>(at.RowOf(ofYear)).Any(placing => placing.Total.Dossier.Subject.Id == seen.Draft.Subject.Id));
    }
}
