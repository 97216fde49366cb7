using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Outcomes;

[Name("outcomes/subject-is-assessed")]
[Description("A standing and what follows from it make an assessment.")]
internal sealed class SubjectIsAssessed : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Standing standing = null!;
        Facts<Outcome> outcomes = null!;
        When()
            .Match(() => scheme)
            .Match(() => standing)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == standing.Dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.Of(scheme, standing, outcomes));
    }
}

[Name("outcomes/subject-is-incomplete")]
[Description("Where a required component is missing there is no total, and the findings say what is missing.")]
internal sealed class SubjectIsIncomplete : Rule
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
            .Exists<MissingComponent>(m => m.Dossier == dossier)
            .Not<Exemption>(e => e.Dossier == dossier)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfIncomplete(scheme, dossier, outcomes));
    }
}
