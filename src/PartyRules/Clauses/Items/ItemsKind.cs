using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Items;

/// <summary>What an entry of a code is worth, to whom; and records, which carry no points.</summary>
[ToldWithin("Components")]
internal sealed class ItemsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "records";

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        var records = at.List<RecordDocument>(Key);
        for (var i = 0; i < records.Count; i++)
        {
            var (record, path) = (records[i], $"$.records[{i}]");
            at.CheckId($"{path}.code", record.Code);
            if (at.Declare<Entry>(record.Code, record.Name) && at.Declare<RecordItem>(record.Code, record.Name))
                at.Clauses.Add(new RecordItem(record.Code, record.Name, record.ValueRequired, at.Referenced));
            else
                at.Report("scheme.duplicate-id", $"{path}.code", record.Code);
        }
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        var judged = scheme.Items.Where(item => item.Appraisal is not null || item.Component.Rules is not null);
        facts.ValuesOf(judged.Select(item => item.Code));
        foreach (var item in scheme.Items)
        {
            facts.EntriesOfLevels([.. item.AppliesTo.Levels, .. item.Worth.Levels, .. item.Worth.LevelFactors?.Keys ?? []]);
            foreach (var amount in item.Worth.Amounts)
                amount.LookAt(facts.By(item.Cites));
            facts.EntriesBy([.. item.AppliesTo.Evaluators, .. item.Appraisal?.Weights.Keys ?? []]);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        [(Stage.Points, new EntryEarnsCredit()), (Stage.Points, new EntryDoesNotApply())];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Points ? scheme.Items : [];
}
