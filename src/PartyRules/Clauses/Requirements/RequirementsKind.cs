using PartyRules.Clauses.Conditions;
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
            clause.Measure?.Quantity.LookAt(facts.By(clause.Cites));
            facts.EntriesOf(codes);
            if (!clause.CountsEntries)
                facts.ValuesOf(codes);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        if (scheme.Requirements.Any(requirement => requirement.Measure is null))
            yield return (Stage.Points, new RequirementIsMissed());
        if (scheme.Requirements.Any(requirement => requirement.Measure is not null))
            yield return (Stage.Points, new RequiredMeasureIsMissed());
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Points ? scheme.Requirements : [];

    private static RequirementClause Requirement(Resolving at, RequirementDocument from, string path)
    {
        var unrecorded = at.Word<Unrecorded>($"{path}.unrecorded", from.Unrecorded);
        if (from.Records is null == from.Measure is null)
            at.Report("scheme.exactly-one", path, "records, measure");
        else if (from.Records is null == from.Take is not null)
            at.Report("scheme.requirement-take", path);
        var countsEntries = from.Take is not { } take
            || at.Word<TakeOfRecords>($"{path}.take", take) == TakeOfRecords.Count;
        if (from.Records is { Count: 0 })
            at.Report("scheme.empty-list", $"{path}.records");
        var per = at.Window($"{path}.per", from.Per);
        return new RequirementClause(
            at.Id($"{path}.id", from.Id),
            Resolving.Each(
                $"{path}.records",
                from.Records ?? [],
                (code, place) => countsEntries ? at.Record(place, code) : at.RecordWithValue(place, code)),
            per,
            from.AtLeast,
            at.Finding(from.Finding, $"{path}.finding"),
            at.Cite(from.Cites, $"{path}.cites"))
        {
            CountsEntries = countsEntries,
            Measure = from.Measure is null ? null : at.Within<Measure?>(per, () => at.EarlyMeasure(from.Measure, $"{path}.measure")),
            UnrecordedIsZero = unrecorded == Unrecorded.Zero,
        };
    }
}
