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
            .Match(() => requirement)
            .Query(() => window, q => q.From(() => requirement).SelectMany(r => r.WindowsIn(dossier)))
            .Query(() => entries, q => q.Match<Entry>(e => requirement.Counts(e) && window.Contains(e.Date)).Collect())
            .Having(() => requirement.IsMissedBy(entries.Count, entries.Sum(e => e.Value.GetValueOrDefault())));
        Then()
            .Yield(_ => Outcome.Raised(dossier, requirement.Finding, requirement.Cites));
    }
}
