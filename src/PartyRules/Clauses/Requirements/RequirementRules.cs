using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Requirements;

[Name("points/requirement-is-missed")]
[Description("A quantity that must be reached in every window was not reached in one.")]
internal sealed class RequirementIsMissed : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        RequirementClause requirement = null!;
        Period window = default;
        Facts<Entry> entries = null!;
        When()
            .Match(() => dossier)
            .Match(() => requirement, r => r.Measure == null)
            .Query(() => window, q => q.From(() => requirement).SelectMany(r => r.WindowsIn(dossier)))
            .Query(() => entries, q => q.Match<Entry>(e => requirement.Counts(e) && window.Contains(e.Date)).Collect())
            .Having(() => requirement.IsMissedBy(entries.Count, entries.Sum(e => e.Value.GetValueOrDefault())));
        Then()
            .Yield(_ => Outcome.Raised(dossier, requirement.Finding, requirement.Cites));
    }
}

[Name("points/required-measure-is-missed")]
[Description("A measure that must be reached in every window was not reached in one.")]
internal sealed class RequiredMeasureIsMissed : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        RequirementClause requirement = null!;
        Dossier part = null!;
        When()
            .Match(() => dossier)
            .Match(() => requirement, r => r.Measure != null)
            .Query(() => part, q => q.From(() => requirement).SelectMany(r => r.PartsMissedIn(dossier)));
        Then()
            .Yield(_ => Outcome.Raised(dossier, requirement.Finding, requirement.Cites));
    }
}
