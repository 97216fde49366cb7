using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Exemptions;

[Name("points/exemption-leaves-out")]
[Description("A subject for whom an exemption holds is left out of scoring.")]
internal sealed class ExemptionLeavesOut : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        ExemptionClause clause = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause, c => c.When.HoldsFor(dossier));
        Then()
            .Yield(_ => new Exemption(dossier, clause));
    }
}

[Name("outcomes/subject-is-exempt")]
[Description("An exempt subject's assessment carries its status alone.")]
internal sealed class SubjectIsExempt : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Dossier dossier = null!;
        When()
            .Match(() => scheme)
            .Match(() => dossier)
            .Exists<Exemption>(e => e.Dossier == dossier, e => !e.Clause.IsPending);
        Then()
            .Yield(_ => Assessment.OfExempt(scheme, dossier));
    }
}

[Name("outcomes/subject-is-pending")]
[Description("A subject whose case is pending has no total yet, and the findings say why.")]
internal sealed class SubjectIsPending : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Dossier dossier = null!;
        Facts<Outcome> outcomes = null!;
        When()
            .Match(() => scheme)
            .Match(() => dossier)
            .Exists<Exemption>(e => e.Dossier == dossier)
            .Not<Exemption>(e => e.Dossier == dossier, e => !e.Clause.IsPending)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfIncomplete(scheme, dossier, outcomes));
    }
}

[Name("points/pending-is-found")]
[Description("A clause that leaves a subject pending is a finding.")]
internal sealed class PendingRaisesFinding : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Exemption exemption = null!;
        When()
            .Match(() => exemption, e => e.Clause.IsPending);
        Then()
            .Yield(_ => Outcome.Raised(
                exemption.Dossier, new FindingText(exemption.Clause.Id, exemption.Clause.Name), exemption.Clause.Cites));
    }
}
