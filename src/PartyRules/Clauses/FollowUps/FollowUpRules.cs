using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.FollowUps;

[Name("points/promise-is-not-answered-in-time")]
[Description("What was promised was not answered, under the same reference, within the stated days.")]
internal sealed class PromiseIsNotAnsweredInTime : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        FollowUpClause clause = null!;
        Entry promise = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause, c => c.Days != null)
            .Match(() => promise, p => p.Item == clause.Promise.Code, p => dossier.Period.Contains(p.Date) && clause.IsDue(p, dossier))
            .Not<Entry>(
                e => e.Reference == promise.Reference,
                e => e.Item == clause.Answer.Code,
                e => clause.IsInTime(promise, e) && dossier.StillCounts(e));
        Then()
            .Yield(_ => Outcome.Raised(dossier, clause.Finding, clause.Cites));
    }
}

[Name("red-flag/promise-is-not-answered")]
[Description("What was promised in one round was not answered, under the same reference, in the next.")]
internal sealed class PromiseIsNotAnswered : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Entry promise = null!;
        FollowUpClause clause = null!;
        Dossier next = null!;
        When()
            .Match(() => promise)
            .Match(() => clause, c => c.Promise.Code == promise.Item && c.Days == null)
            .Match(
                () => next,
                d => d.Period.Follows(promise.Date),
                d => d.StillCounts(promise))
            .Not<Entry>(
                e => e.Reference == promise.Reference,
                e => e.Item == clause.Answer.Code,
                e => next.Period.Contains(e.Date) && next.StillCounts(e));
        Then()
            .Yield(_ => Outcome.Raised(next, clause.Finding, clause.Cites));
    }
}
