using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.RulesInCode;
using PartyRules.Clauses.Years;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Outcomes;

/// <summary>What follows from results, and the assessment as a whole.</summary>
internal sealed class OutcomesKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "outcomes";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Outcomes;

    /// <inheritdoc/>
    public override void Read(Resolving at) =>
        at.Clauses.AddRange(Resolving.Each("$.outcomes", at.List<OutcomeDocument>(Key), (from, path) => Outcome(at, from, path)));

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Outcomes)
            clause.When.LookAt(facts.By(clause.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        yield return (Stage.Standing, new OutcomeFollows());
        yield return (Stage.Standing, new SubjectIsAssessed());
        yield return (Stage.Standing, new SubjectIsIncomplete());
        if (scheme.ComparesSubjects)
            yield return (Stage.Standing, new OutcomeFollowsFromYear());
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Standing ? scheme.Outcomes : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        var assessment = account.Assessment;
        Tell(account, "proposals", [.. assessment.Awards, .. assessment.Recommendations, .. assessment.Measures]);
        Tell(account, "findings", assessment.Findings);
    }

    /// <inheritdoc/>
    public override IEnumerable<Demand> DemandsOf(Telling account)
    {
        var assessment = account.Assessment;
        var applied = account.Facts.Of<Outcome>()
            .Where(outcome => outcome.Period == assessment.Period)
            .Select(outcome => outcome.Clause)
            .ToHashSet();
        return assessment.Scheme.Outcomes.Where(clause => clause.OnYear == account.IsYearOfRounds)
            .Select(clause => new Demand(clause.Name, clause.When, clause.Cites, applied.Contains(clause)));
    }

    /// <inheritdoc/>
    public override IEnumerable<string> CodesOf(Scheme scheme) => scheme.Outcomes.Select(clause => clause.Code);

    /// <inheritdoc/>
    public override void TellWhyNot(Telling account, string code)
    {
        foreach (var clause in account.Assessment.Scheme.Outcomes.Where(clause => clause.Code == code))
        {
            if (clause.OnYear == account.IsYearOfRounds)
                account.Asked(new Demand(clause.Name, clause.When, clause.Cites));
            else
                account.Line(clause.OnYear ? "why-not.on-year" : "why-not.on-round", clause.Name, account.Cited(clause.Cites));
        }
    }

    private static OutcomeClause Outcome(Resolving at, OutcomeDocument from, string path)
    {
        at.CheckId($"{path}.code", from.Code);
        var kind = at.Word<OutcomeKind>($"{path}.kind", from.Kind);
        var onYear = at.Word<OutcomeRow>($"{path}.on", from.On) == OutcomeRow.Year && at.Round != PeriodKind.Year;
        var allowed = onYear && !at.Has("year") ? Needs.Marks : Needs.Total | Needs.Grade | Needs.Rank | Needs.Marks | Needs.Shares;
        var condition = at.Condition(from.When, $"{path}.when", allowed);
        at.CheckRow(condition, onYear, $"{path}.when");
        return new OutcomeClause(from.Code, kind, from.Name, onYear, condition, at.Cite(from.Cites, $"{path}.cites"));
    }

    private static void Tell(Telling account, string heading, IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0)
            return;
        account.Line(heading);
        foreach (var outcome in outcomes)
        {
            var why = outcome.Clause is null ? "" : account.Text("because", account.Conditions.Of(outcome.Clause.When));
            var (rule, behind) = account.Facts.Source(outcome);
            var rests = outcome.Cites is { } cites ? account.Cited(cites) : behind.Count > 0 ? account.Text("by-rule", rule) : "";
            account.Line("outcome", outcome.Code, outcome.Name, why, rests);
            account.TellBehind(behind);
        }
    }
}
