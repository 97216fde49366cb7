using PartyRules.Conditions;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Resources;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>What one entry is worth by its value.</summary>
internal sealed class WorthPart : Part
{
    private static readonly Question Splits = new("worth.splits", Severity.Warning);
    private static readonly Question Rises = new("worth.rises", Severity.Warning);
    private static readonly Question Falls = new("worth.falls", Severity.Remark);
    private static readonly Question Differs = new("worth.band", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Splits, Rises, Falls, Differs];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var item in at.Scheme.Items.Where(item => item.Worth.IsMeasured))
        {
            var path = $"{Paths.Of(at.Scheme, item)}.worth";
            // Halves of a quotient are those of nothing that anybody could record in two entries.
            if (item.Worth.Number is not ProductNumber { DividedBy.Count: > 0 })
                AskWhetherSplittingMatters(at, item, path);
            if (item.Worth.Bands is { } bands)
                AskOfBands(at, item, bands, $"{path}.bands");
        }
    }

    /// <summary>
    /// Whether an entry of a value earns what two of half of it do. It does wherever points are so much for each of the value, to the last
    /// of the decimals to which the scheme rounds.
    /// </summary>
    private static void AskWhetherSplittingMatters(Verifying at, Item item, string path)
    {
        var worth = item.Worth;
        var level = WorthBounds.LevelsOf(item)[0];
        if (IsProportional(worth))
        {
            at.Prove(Splits, path, item.Name);
            return;
        }

        if (!worth.IsSame)
        {
            at.LeaveOpen(Splits, path, 0, item.Name);
            return;
        }

        foreach (var value in WorthBounds.TurnsOf(worth).SelectMany(turn => new[] { turn, turn + turn }))
        {
            if (value == Points.Zero || value.Millionths % 2 != 0)
                continue;
            var half = Points.FromMillionths(value.Millionths / 2);
            var (whole, one) = (WorthBounds.Of(worth, value, level), WorthBounds.Of(worth, half, level));
            if (whole == one + one)
                continue;
            at.Refute(Splits, path, Compared(at, item, [value], [half, half]), item.Name, value, whole, half, one + one);
            return;
        }

        at.LeaveOpen(Splits, path, 0, item.Name);
    }

    private static bool IsProportional(Worth worth) =>
        worth.Bands is null or { IsMarginal: true, Steps: [{ From.Millionths: 0 }] } && worth.PerUnit is null or { PartsCount: true };

    private static void AskOfBands(Verifying at, Item item, Bands bands, string path)
    {
        var (question, hasFallen) = (item.Deducts ? Falls : Rises, false);
        for (var i = 1; i < bands.Steps.Count; i++)
        {
            var (before, step) = (bands.Steps[i - 1], bands.Steps[i]);
            var place = $"{path}.of[{i}]";
            if (step.Points.SaysTheSameAs(before.Points))
                at.Refute(Differs, place, null, item.Name, From(step), From(before));
            else
                at.Prove(Differs, place, item.Name, From(step));
            if (bands.IsMarginal || step.Points.Least >= before.Points.Most)
                continue;
            hasFallen = true;
            if (!step.Points.IsSame || !before.Points.IsSame)
            {
                at.LeaveOpen(question, place, 0, item.Name);
                continue;
            }

            var example = Compared(at, item, [WorthBounds.LowestOf(before)], [WorthBounds.LowestOf(step)]);
            at.Refute(question, place, example, item.Name, From(step), step.Points, From(before), before.Points);
        }

        if (!hasFallen)
            at.Prove(question, path, item.Name);

        static LocalText From(Band step) => Texts.Catalog.Quote(step.IsOpen ? "band.above" : "band.from", step.From);
    }

    /// <summary>
    /// Two subjects of whom the values are recorded, who score differently; null where the component's bounds hide the difference.
    /// </summary>
    private static Example? Compared(Verifying at, Item item, IReadOnlyList<Points> ofOne, IReadOnlyList<Points> ofOther)
    {
        var making = new Making(at.Scheme);
        foreach (var start in at.Starts.For(at.RoundRow).Where(start => item.AppliesTo.MayInclude(start.Subject, at.RoundRow)))
        {
            var draft = start with { Acts = start.With(Acts(ofOne)).Acts, Rivals = [start.With(Acts(ofOther)).Acts] };
            if (at.Trials.Of(draft) is not { } seen)
                continue;
            var scores = seen.Results.Where(result => result.Period == at.RoundRow)
                .Select(result => result.Components.FirstOrDefault(score => score.Component.Index == item.Component.Index)?.Points)
                .Distinct();
            if (scores.Count() == 2)
                return at.Trials.ExampleOf(seen);

            IEnumerable<Act> Acts(IReadOnlyList<Points> values) => values.Select((value, i) => making.Of(
                item.Code,
                at.RoundRow.Start.AddDays(i),
                start.Subject,
                value,
                WorthBounds.LevelsOf(item)[0],
                item.Selection is null ? null : $"r{i + 1}"));
        }

        return null;
    }
}
