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
        IReadOnlyList<bool> rows =
            !at.Scheme.HasRounds || scale.On == Rows.Round ? [false] : scale.On == Rows.Year ? [true] : [false, true];
        foreach (var band in scale.Bands)
            AskWhetherReached(at, scale, band, rows);
        foreach (var move in scale.Moves)
        {
            var ofYear = at.Prover.RowOf(move.When, rows);
            at.AskWhetherMet(
                Moves,
                $"{Paths.Of(scale, move)}.when",
                null,
                move.When,
                ofYear,
                seen => seen.Facts<GradeMoved>(at.RowOf(ofYear)).Any(moved => moved.Clause == move));
        }

        new ForcedGrades(at, scale, rows).Ask();
    }

    private static void AskWhetherReached(Verifying at, GradeScale scale, GradeBand band, IReadOnlyList<bool> rows)
    {
        var possible = rows.Where(ofYear => !at.Prover.IsImpossible(band, ofYear)).ToList();
        var ofYear = possible.Count == 0 ? rows[^1] : possible[0];
        var row = at.RowOf(ofYear);
        var path = Paths.Of(scale, band);
        if (possible.Count > 0)
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
        var isTooHigh = band.From is { } from && all.High is { } high && scale.Compared(high) < from.Least;
        at.Refute(Reached, path, at.Furthest(total.In, isTooHigh, ofYear), band.Name, all.LowText, all.HighText);
    }
}
