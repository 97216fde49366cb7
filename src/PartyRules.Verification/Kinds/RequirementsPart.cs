using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>Quantities that must be reached in every window.</summary>
internal sealed class RequirementsPart : Part
{
    private static readonly Question Missed = new("requirement.missed", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Missed];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var requirement in at.Scheme.Requirements)
        {
            at.AskWhetherPossible(
                Missed,
                Paths.Of(at.Scheme, requirement),
                [requirement.Finding.Name],
                () => requirement.AtLeast <= Points.Zero && requirement.Measure?.Quantity.MayBeNegative != true,
                draft => Short(at, requirement, draft),
                seen => seen.Of(at.RoundRow)?.Findings.Any(finding => finding.Code == requirement.Finding.Code) == true,
                ofYear: false);
        }
    }

    /// <summary>A subject of whom nothing is recorded, and one of whom too little is.</summary>
    private static IEnumerable<Draft> Short(Verifying at, RequirementClause requirement, Draft draft)
    {
        yield return draft;
        var making = new Making(at.Scheme);
        foreach (var record in requirement.Records)
            yield return draft.With(making.Of(record.Code, at.RoundRow.Start, draft.Subject, record.IsValueRequired ? Points.Zero : null));
        foreach (var code in requirement.Measure?.Quantity.Codes ?? [])
            yield return draft.With(making.Of(code, at.RoundRow.Start, draft.Subject));
    }
}
