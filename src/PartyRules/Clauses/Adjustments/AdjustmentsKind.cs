using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Adjustments;

/// <summary>Points that a component gives or takes by conditions and measures.</summary>
[ToldWithin("Components")]
internal sealed class AdjustmentsKind : ClauseKind
{
    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Clauses.Of<AdjustmentClause>())
        {
            facts.By(clause.Cites);
            foreach (var points in (clause.Bands?.Steps ?? []).Select(step => step.Points).Prepend(clause.PerUnit?.Points))
                points?.LookAt(facts);
            clause.Measure?.Quantity.LookAt(facts);
            foreach (var when in clause.Rows.Select(row => row.When).Prepend(clause.When))
                when?.LookAt(facts);
            if (clause.Per is not null)
                facts.Absence();
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Clauses.Of<AdjustmentClause>().Count > 0 ? [(Stage.Points, new AdjustmentIsMade())] : [];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        stage == Stage.Points ? scheme.Clauses.Of<AdjustmentClause>() : [];
}
