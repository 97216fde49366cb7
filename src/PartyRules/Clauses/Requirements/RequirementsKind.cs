using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Requirements;

/// <summary>Quantities that must be reached in every window.</summary>
internal sealed class RequirementsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "requirements";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var requirements = at.List<RequirementDocument>(Key);
        at.CheckUnique("$.requirements", requirements.Select(requirement => requirement.Id));
        at.Clauses.AddRange(Resolving.Each("$.requirements", requirements, (from, path) => Requirement(at, from, path)));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Requirements)
        {
            var codes = clause.Records.Select(record => record.Code).ToList();
            facts.Absence();
            facts.EntriesOf(codes);
            if (!clause.CountsEntries)
                facts.ValuesOf(codes);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Requirements.Count > 0 ? [(Stage.Points, new RequirementIsMissed())] : [];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Points ? scheme.Requirements : [];

    private static RequirementClause Requirement(Resolving at, RequirementDocument from, string path)
    {
        var unrecorded = at.Word<Unrecorded>($"{path}.unrecorded", from.Unrecorded);
        var countsEntries = at.Word<RequirementMeasure>($"{path}.measure", from.Measure) == RequirementMeasure.Count;
        if (from.Records.Count == 0)
            at.Report("scheme.empty-list", $"{path}.records");
        return new RequirementClause(
            at.Id($"{path}.id", from.Id),
            Resolving.Each(
                $"{path}.records", from.Records, (code, place) => countsEntries ? at.Record(place, code) : at.RecordWithValue(place, code)),
            at.Window($"{path}.per", from.Per),
            from.AtLeast,
            at.Finding(from.Finding, $"{path}.finding"),
            at.Cite(from.Cites, $"{path}.cites"))
        {
            CountsEntries = countsEntries,
            UnrecordedIsZero = unrecorded == Unrecorded.Zero,
        };
    }
}
