using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>Named states of a round.</summary>
internal sealed class MarksPart : Part
{
    private static readonly Question Given = new("mark.given", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Given];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var mark in at.Scheme.Marks)
        {
            at.AskWhetherMet(
                Given,
                $"{Paths.Of(at.Scheme, mark)}.when",
                mark.Name,
                mark.When,
                ofYear: false,
                seen => Holds(seen.Facts<Standing>(at.RoundRow).FirstOrDefault(), mark));
        }
    }

    private static bool Holds(Standing? standing, MarkClause mark) => standing is not null && mark.When.HoldsFor(standing);
}
