using PartyRules.Cases;
using PartyRules.Clauses.Core;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Verification.Asking;

namespace PartyRules.Verification.Coverage;

/// <summary>What worked cases show, read off the results that the scheme gives for them.</summary>
internal static class Shown
{
    /// <summary>What each case shows; the same may come several times.</summary>
    public static IEnumerable<(SchemeCase By, Goal Goal)> By(Scheme scheme, IReadOnlyList<SchemeCase> cases)
    {
        if (scheme.Components.Any(component => component.Rules is not null))
            return [];
        var scorer = new Scorer(scheme, new ScorerOptions { Derivations = true });
        return cases.SelectMany(worked => By(scorer, worked).Select(goal => (worked, goal)));
    }

    private static IEnumerable<Goal> By(Scorer scorer, SchemeCase worked)
    {
        IReadOnlyList<Assessment> results;
        try
        {
            results = scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results);
        }
        catch (ProblemException)
        {
            yield break;
        }

        var recorded = worked.Entries.Select(entry => entry.Item).ToHashSet(StringComparer.Ordinal);
        var scheme = scorer.Versions.All[0];
        foreach (var record in scheme.Records.Where(record => recorded.Contains(record.Code)))
            yield return new(Goal.Record, Paths.Of(scheme, record));
        foreach (var result in results)
        {
            var facts = result.Derivation is { } derivation ? new FactsOf(derivation) : null;
            foreach (var goal in facts is null ? [] : OfPoints(result, facts).Concat(OfGrade(result, facts)).Concat(OfRest(result, facts)))
                yield return goal;
        }

        if (scorer.Versions.Of(worked.Year).Ranking is { } ranking && results.Where(result => result.Rank is not null)
            .GroupBy(result => (result.Period, Pool: ranking.PoolOf(result.Subject), result.Rank)).Any(place => place.Count() > 1))
            yield return new(Goal.Tie, Goals.TiePath);
    }

    private static IEnumerable<Goal> OfPoints(Assessment result, FactsOf facts)
    {
        var scheme = result.Scheme;
        foreach (var credit in facts.Of<Credit>().Where(credit => credit.Points != Points.Zero))
            yield return new(Goal.Item, Paths.Of(scheme, credit.Item));
        foreach (var tally in facts.Of<Tally>().Where(tally => tally.IsOver))
        {
            var limits = tally.Item is { } item
                ? Paths.OfLimits(item.Limit, Paths.Of(scheme, item))
                : Paths.OfLimits(tally.Component.Limit, Paths.Of(tally.Component));
            foreach (var (_, path) in limits.Where(limit => limit.Limit.Per == tally.Limit.Per))
                yield return new(Goal.Limit, path);
        }

        if (facts.Of<Dossier>().FirstOrDefault(dossier => dossier.Period == result.Period) is not { } dossier)
            yield break;
        foreach (var score in result.Components)
        {
            var (path, sum) = (Paths.Of(score.Component), score.Start + score.Sum);
            if (score.Component.Maximum is { } maximum && sum > maximum.Of(dossier))
                yield return new(Goal.Maximum, $"{path}.maximum");
            if (score.Component.Minimum is { } minimum && sum < minimum.Of(dossier))
                yield return new(Goal.Minimum, $"{path}.minimum");
            foreach (var goal in OfMultipliers(score.Component.Multipliers, path, dossier))
                yield return goal;
        }

        foreach (var goal in scheme.Total is { } total
            ? total.AllGroups.SelectMany(group => OfMultipliers(group.Multipliers, Paths.Of(group), dossier))
                .Concat(OfMultipliers(total.Multipliers, "$.total", dossier))
            : [])
            yield return goal;
        if (facts.Of<Total>().FirstOrDefault(made => made.Dossier == dossier)?.Forced is { } forced)
            yield return new(Goal.ForcedTotal, Paths.Of(scheme, forced.Clause));
    }

    private static IEnumerable<Goal> OfMultipliers(IReadOnlyList<Multiplier> multipliers, string path, Dossier dossier)
    {
        foreach (var (i, multiplier) in multipliers.Index())
        {
            var place = Paths.OfMultiplier(path, i);
            if (multiplier.When is not null)
                yield return new(multiplier.AppliesTo(dossier) ? Goal.Multiplied : Goal.NotMultiplied, place);
            if (multiplier.Source is TableFactor && multiplier.FactorOf(dossier)?.Row is { } row)
                yield return new(Goal.Row, $"{place}.rows[{row}]");
        }
    }

    private static IEnumerable<Goal> OfGrade(Assessment result, FactsOf facts)
    {
        if (result.Scheme.Grades is not { } scale)
            yield break;
        if (result.Grade is { } grade)
            yield return new(Goal.Grade, Paths.Of(scale, grade));
        Points? compared = result is { Grade: not null, Total: { } total } ? scale.Compared(total) : null;
        var dossier = facts.Of<Dossier>().FirstOrDefault(dossier => dossier.Period == result.Period);
        foreach (var band in dossier is null ? [] : scale.Bands)
        {
            if (band.From?.Of(dossier!) is not { } from)
                continue;
            if (from == compared)
                yield return new(Goal.Bound, Paths.Of(scale, band));
            else if (compared < from && from - compared <= 1)
                yield return new(Goal.BelowBound, Paths.Of(scale, band));
        }

        foreach (var decision in facts.Of<GradeDecision>())
        {
            if (decision.Forced is { } forced)
                yield return new(Goal.Forced, Paths.Of(scale, forced));
        }

        foreach (var moved in facts.Of<GradeMoved>())
            yield return new(Goal.Moved, Paths.Of(scale, moved.Clause));
    }

    private static IEnumerable<Goal> OfRest(Assessment result, FactsOf facts)
    {
        var scheme = result.Scheme;
        foreach (var exemption in facts.Of<Exemption>())
            yield return new(Goal.Exempt, Paths.Of(scheme, exemption.Clause));
        if (facts.Of<Standing>().FirstOrDefault(standing => standing.Dossier.Period == result.Period) is { } standing)
        {
            foreach (var mark in scheme.Marks.Where(mark => mark.When.HoldsFor(standing)))
                yield return new(Goal.Mark, Paths.Of(scheme, mark));
        }

        if (result.Status != AssessmentStatus.Assessed)
            yield break;
        var isOfYear = scheme.HasRounds && result.Period.Kind == PeriodKind.Year;
        foreach (var requirement in isOfYear ? [] : scheme.Requirements)
        {
            var isMissed = result.Findings.Any(finding => finding.Code == requirement.Finding.Code);
            yield return new(isMissed ? Goal.Missed : Goal.Met, Paths.Of(scheme, requirement));
        }

        var given = facts.Of<Outcome>().Where(outcome => outcome.Period == result.Period).Select(outcome => outcome.Clause).ToHashSet();
        foreach (var clause in scheme.Outcomes.Where(clause => clause.OnYear == isOfYear))
            yield return new(given.Contains(clause) ? Goal.Follows : Goal.FollowsNot, Paths.Of(scheme, clause));
    }
}
