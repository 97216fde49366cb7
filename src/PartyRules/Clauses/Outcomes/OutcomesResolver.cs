using PartyRules.Clauses.Outcomes;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>What follows from a result.</content>
internal sealed partial class SchemeResolver
{
    private static readonly Dictionary<string, OutcomeKind> OutcomeKinds = new(StringComparer.Ordinal)
    {
        ["award"] = OutcomeKind.Award,
        ["measure"] = OutcomeKind.Measure,
        ["recommendation"] = OutcomeKind.Recommendation,
        ["finding"] = OutcomeKind.Finding,
    };

    private OutcomeClause ResolveOutcome(OutcomeDocument from, string path)
    {
        CheckId($"{path}.code", from.Code);
        var kind = Word($"{path}.kind", from.Kind, OutcomeKinds);
        var onYear = Word($"{path}.on", from.On, new Dictionary<string, bool>(StringComparer.Ordinal) { ["round"] = false, ["year"] = true }) && round != PeriodKind.Year;
        var allowed = onYear && document.Year is null ? Needs.Marks : Needs.Total | Needs.Grade | Needs.Rank | Needs.Marks | Needs.Shares;
        var condition = Condition(from.When, $"{path}.when", allowed);
        CheckRow(condition, onYear, $"{path}.when");
        return new OutcomeClause(from.Code, kind, from.Name, onYear, condition, Cite(from.Cites, $"{path}.cites"));
    }
}
