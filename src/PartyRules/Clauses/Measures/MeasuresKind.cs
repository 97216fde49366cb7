using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Measures;

/// <summary>Named numbers of a subject, which other clauses look at.</summary>
internal sealed class MeasuresKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "measures";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Measures;

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        foreach (var measure in at.List<MeasureDocument>(Key))
            at.Declare<Measure>(measure.Id, measure.Name);
    }

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var measures = at.List<MeasureDocument>(Key);
        at.CheckUnique("$.measures", measures.Select(measure => measure.Id));
        foreach (var (i, measure) in measures.Index().Where(pair => at.DeclaredOf<Component>().ContainsKey(pair.Item.Id)))
            at.Report("scheme.measure-component", $"$.measures[{i}].id", measure.Id);
        for (var i = 0; i < measures.Count; i++)
            at.Clauses.Add(at.Measure(measures[i], $"$.measures[{i}]"));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var measure in scheme.Clauses.Of<Measure>())
            measure.Quantity.LookAt(facts.By(measure.Cites));
        if (scheme.Pooled.Any(measure => measure.Within == PoolKind.Parent))
            facts.PoolOfParent();
    }

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        var measures = account.Assessment.Scheme.Clauses.Of<Measure>();
        if (measures.Count == 0 || account.Known is not { } known)
            return;
        foreach (var measure in measures)
            account.TellMeasure(measure, known);
    }
}
