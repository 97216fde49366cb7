using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>Results of other schemes.</summary>
internal sealed class InputsPart : Part
{
    private static readonly Question IsUsed = new("input.used", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [IsUsed];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var input in at.Scheme.Inputs)
            at.AskWhetherUsed(IsUsed, Paths.Of("inputs", at.Scheme.Inputs, input), input.Name, at.Used.Results.Contains(input));
    }
}
