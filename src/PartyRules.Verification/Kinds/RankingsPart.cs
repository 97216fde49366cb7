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
        if (at.Scheme.Ranking is { } first)
            Ask(at, first, "$.ranking");
        for (var i = 0; i < at.Scheme.Rankings.Count; i++)
            Ask(at, at.Scheme.Rankings[i], $"$.rankings[{i}]");
    }

    private static void Ask(Verifying at, RankingClause ranking, string path)
    {
        if (ranking.Among is not { } among)
            return;
        var ofYear = !ranking.On.Include(isOfRound: true);
        at.AskWhetherMet(
            Competes,
            $"{path}.among",
            ranking.Name ?? at.Scheme.Name,
            among,
            ofYear,
            seen => seen.Facts<Placing>(at.RowOf(ofYear))
                .Any(placing => placing.Ranking.Id == ranking.Id && placing.Total.Dossier.Subject.Id == seen.Draft.Subject.Id));
    }
}
