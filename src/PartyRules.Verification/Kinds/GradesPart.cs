using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>How a total becomes a grade.</summary>
internal sealed class GradesPart : Part
{
    private static readonly Question Reached = new("grade.reached", Severity.Error);
    private static readonly Question Moves = new("grade.moves", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Reached, Moves, .. ForcedGrades.Questions];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        if (at.Scheme.Grades is not { } scale)
            return;
        var ofYear = scale.On == Rows.Year;
        foreach (var band in scale.Bands)
            AskWhetherReached(at, scale, band, ofYear);
        foreach (var move in scale.Moves)
        {
            at.AskWhetherMet(
                Moves,
                $"{Paths.Of("grades.moves.of", scale.Moves, move)}.when",
                null,
                move.When,
                ofYear,
                seen => seen.Facts<GradeMoved>(at.RowOf(ofYear)).Any(moved => moved.Clause == move));
        }

        new ForcedGrades(at, scale, ofYear).Ask();
    }

    private static void AskWhetherReached(Verifying at, GradeScale scale, GradeBand band, bool ofYear)
    {
        var row = at.RowOf(ofYear);
        var path = Paths.Of("grades.bands", scale.Bands, band);
        if (!at.Prover.IsImpossible(band, ofYear))
        {
            at.AskWhetherPossible(
                Reached,
                path,
                [band.Name],
                () => false,
                draft => at.Ways.Grade(band, draft, row),
                seen => seen.Of(row)?.Grade == band,
                ofYear);
            return;
        }

        var total = new Measure(bounds => bounds.Total, seen => seen.TotalOf(row));
        var all = at.BoundsOf(total, ofYear);
        var isTooHigh = band.From is { } from && all.High is { } high && scale.Compared(high) < from;
        at.Refute(Reached, path, at.Furthest(total.In, isTooHigh, ofYear), band.Name, all.LowText, all.HighText);
    }
}
