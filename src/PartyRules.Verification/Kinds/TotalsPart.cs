using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;
using Measure = PartyRules.Verification.Asking.Measure;

namespace PartyRules.Verification.Kinds;

/// <summary>How scores make a total.</summary>
internal sealed class TotalsPart : Part
{
    private static readonly Question Range = new("total.range", Severity.Remark);
    private static readonly Question GroupMaximum = new("group.maximum", Severity.Warning);
    private static readonly Question TotalMaximum = new("total.maximum", Severity.Warning);

    private static readonly Question Forced = new("total.forced", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Range, GroupMaximum, TotalMaximum, Forced];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        if (at.Scheme.Components.Count == 0)
            return;
        var total = new Measure(bounds => bounds.Total, seen => seen.TotalOf(at.RoundRow));
        TellRange(at, total);
        if (at.Scheme.Total is { } clause)
        {
            foreach (var group in clause.Groups)
                Ask(at, clause, group);
        }

        if (at.Scheme.Total?.Maximum is { Most: var maximum })
            at.AskWhetherReached(TotalMaximum, "$.total.maximum", at.Scheme.Name, maximum, total, up: true);
        foreach (var forced in at.Scheme.Total?.Forced ?? [])
            Ask(at, forced);
    }

    /// <summary>Between what totals lie, and with what the highest and the lowest of them are reached.</summary>
    private static void TellRange(Verifying at, Measure total)
    {
        var all = at.BoundsOf(total, ofYear: false);
        var lowest = all.Low is null ? null : at.Furthest(total.In, up: false, ofYear: false);
        var highest = all.High is null ? null : at.Furthest(total.In, up: true, ofYear: false);
        at.Show(Range, "$.components", highest, all.LowText, all.HighText, TotalOf(lowest) ?? "–", TotalOf(highest) ?? "–");
    }

    private static string? TotalOf(Example? example) => example?.Results[0].Total?.ToString();

    private static void Ask(Verifying at, ForcedTotalClause clause) => at.AskWhetherMet(
        Forced,
        $"{Paths.Of(at.Scheme, clause)}.when",
        clause.Finding.Name,
        clause.When,
        ofYear: false,
        seen => seen.Facts<Total>(at.RoundRow).Any(total =>
            total.Dossier.Period == at.RoundRow && clause.When.Holds(new Known(total.Dossier, total))));

    private static void Ask(Verifying at, TotalClause clause, Group group)
    {
        foreach (var inner in group.Groups)
            Ask(at, clause, inner);
        if (group.Maximum is not { Most: var maximum })
            return;
        var measure = new Measure(
            bounds => bounds.Unbounded(clause, group),
            seen => seen.Of(at.RoundRow) is { Components: { Count: > 0 } scores }
                ? clause.CountedBy(scores, seen.Facts<Dossier>(at.RoundRow).First())[group.Index]
                : null);
        at.AskWhetherReached(GroupMaximum, $"{Paths.Of(group)}.maximum", group.Name, maximum, measure, up: true);
    }
}
