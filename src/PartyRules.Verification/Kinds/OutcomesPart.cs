using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Proofs;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>What follows from results.</summary>
internal sealed class OutcomesPart : Part
{
    private static readonly Question Follows = new("outcome.follows", Severity.Error);
    private static readonly Question Distinguishes = new("outcome.distinguishes", Severity.Warning);
    private static readonly Question AreApart = new("outcomes.apart", Severity.Remark);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Follows, Distinguishes, AreApart];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var clause in at.Scheme.Outcomes)
        {
            var found = at.AskWhetherMet(
                Follows, PathOf(at, clause), clause.Name, clause.When, clause.OnYear, seen => Has(at, seen, clause));
            if (found is not null)
                AskWhetherAll(at, clause);
        }

        var outcomes = at.Scheme.Outcomes;
        foreach (var award in outcomes.Where(clause => clause.Kind == OutcomeKind.Award))
        {
            foreach (var measure in outcomes.Where(clause => clause.Kind == OutcomeKind.Measure && clause.OnYear == award.OnYear))
                AskWhetherApart(at, award, measure);
        }
    }

    private static void AskWhetherAll(Verifying at, OutcomeClause clause)
    {
        at.AskWhetherPossible(
            Distinguishes,
            PathOf(at, clause),
            [clause.Name],
            () => at.Prover.IsImpossible(clause.OnYear, new Literal(clause.When, false)),
            draft => at.Ways.Of(clause.When, false, draft, at.RowOf(clause.OnYear)).Prepend(draft),
            seen => seen.Of(at.RowOf(clause.OnYear))?.Status == AssessmentStatus.Assessed && !Has(at, seen, clause),
            clause.OnYear);
    }

    private static void AskWhetherApart(Verifying at, OutcomeClause award, OutcomeClause measure) => at.AskWhetherNever(
        AreApart,
        PathOf(at, award),
        [award.Name, measure.Name, PathOf(at, measure)],
        () => at.Prover.IsImpossible(award.OnYear, new Literal(award.When, true), new Literal(measure.When, true)),
        draft => at.Ways.Of(new AllCondition([award.When, measure.When]), true, draft, at.RowOf(award.OnYear)),
        seen => Has(at, seen, award) && Has(at, seen, measure),
        award.OnYear);

    private static bool Has(Verifying at, Seen seen, OutcomeClause clause) =>
        seen.Of(at.RowOf(clause.OnYear)) is { } result
        && seen.Facts<Outcome>(result.Period).Any(outcome => outcome.Clause == clause && outcome.Period == result.Period);

    private static string PathOf(Verifying at, OutcomeClause clause) => $"{Paths.Of("outcomes", at.Scheme.Outcomes, clause)}.when";
}
