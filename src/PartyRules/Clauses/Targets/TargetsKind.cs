using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Targets;

/// <summary>Shares of a pool of which something holds.</summary>
internal sealed class TargetsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "targets";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Pool;

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        var targets = at.List<TargetDocument>(Key);
        for (var i = 0; i < targets.Count; i++)
        {
            if (!at.Declare<Target>(targets[i].Id, targets[i].Name))
                at.Report("scheme.duplicate-id", $"$.targets[{i}].id", targets[i].Id);
        }
    }

    /// <inheritdoc/>
    public override void Read(Resolving at) => at.Clauses.AddRange(
        Resolving.Each("$.targets", at.List<TargetDocument>(Key), (from, path) => new Target(
            at.Id($"{path}.id", from.Id),
            from.Name,
            at.Word<PoolKind>($"{path}.pool", from.Pool),
            at.Condition(from.When, $"{path}.when", Needs.Total),
            at.Cite(from.Cites, $"{path}.cites"))));

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var target in scheme.Targets)
        {
            target.When.LookAt(facts.By(target.Cites));
            if (target.Pool == PoolKind.Parent)
                facts.PoolOfParent();
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Targets.Count > 0 ? [(Stage.Shares, new PoolShareIsTaken())] : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        foreach (var share in account.Facts.Of<PoolShare>().Where(share => share.Period == account.Assessment.Period))
            account.Line("share", share.Target.Name, share.Met, share.Of, account.Cited(share.Target.Cites));
    }
}
