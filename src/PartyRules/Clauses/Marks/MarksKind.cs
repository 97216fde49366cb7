using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Marks;

/// <summary>Named states of rounds that are counted over the year.</summary>
internal sealed class MarksKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "marks";

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        foreach (var mark in at.List<MarkDocument>(Key))
            at.Declare<MarkClause>(mark.Id, mark.Name);
    }

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        const Needs Allowed = Needs.Total | Needs.Grade | Needs.Rank | Needs.Shares;
        var marks = at.List<MarkDocument>(Key);
        at.CheckUnique("$.marks", marks.Select(mark => mark.Id));
        at.Clauses.AddRange(Resolving.Each("$.marks", marks, (from, path) => new MarkClause(
            at.Id($"{path}.id", from.Id),
            from.Name,
            at.Condition(from.When, $"{path}.when", Allowed),
            at.Cite(from.Cites, $"{path}.cites"))));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Marks)
            clause.When.LookAt(facts.By(clause.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Marks.Count > 0 ? [(Stage.Standing, new StandingEarnsMark())] : [];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Standing ? scheme.Marks : [];

    /// <inheritdoc/>
    public override void TellWhyNot(Telling account, string code)
    {
        var scheme = account.Assessment.Scheme;
        if (account.IsYearOfRounds || !scheme.Outcomes.Any(clause => clause.Code == code && clause.When.Needs.HasFlag(Needs.Marks)))
            return;
        foreach (var mark in scheme.Marks.Where(mark => !account.Meets(mark.When)))
            account.Asked(new Demand(mark.Name, mark.When, mark.Cites));
    }
}
