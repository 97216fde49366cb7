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
    private const int MostTrials = 1000;
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

        foreach (var measure in at.Scheme.Outcomes.Where(clause => clause.Kind == OutcomeKind.Measure))
            AskWhetherApart(at, measure);
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

    /// <summary>Whether a measure stands beside no award: the first that it meets is told.</summary>
    private static void AskWhetherApart(Verifying at, OutcomeClause measure)
    {
        var possible = at.Scheme.Outcomes.Where(award => award.Kind is OutcomeKind.Award or OutcomeKind.Flag
            && award.OnYear == measure.OnYear
            && !at.Prover.IsImpossible(award.OnYear, new Literal(award.When, true), new Literal(measure.When, true)));
        var before = at.Trials.Count;
        var isOpen = false;
        foreach (var award in possible.TakeWhile(_ => at.Trials.Count - before < MostTrials))
        {
            isOpen = true;
            var both = new AllCondition([award.When, measure.When]);
            if (at.Search(draft => at.Ways.Of(both, true, draft, at.RowOf(measure.OnYear)), Shows, measure.OnYear) is not { } found)
                continue;
            at.Refute(AreApart, PathOf(at, measure), at.Trials.Smallest(found.Draft, Shows), measure.Name, award.Name, PathOf(at, award));
            return;

            bool Shows(Seen seen) => Has(at, seen, award) && Has(at, seen, measure);
        }

        if (isOpen)
            at.LeaveOpen(AreApart, PathOf(at, measure), at.Trials.Count - before, measure.Name);
        else
            at.Prove(AreApart, PathOf(at, measure), measure.Name);
    }

    private static bool Has(Verifying at, Seen seen, OutcomeClause clause) =>
        seen.Of(at.RowOf(clause.OnYear)) is { } result
        && seen.Facts<Outcome>(result.Period).Any(outcome => outcome.Clause == clause && outcome.Period == result.Period);

    private static string PathOf(Verifying at, OutcomeClause clause) => $"{Paths.Of(at.Scheme, clause)}.when";
}
