using PartyRules.Clauses;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>The rules that the clauses of a scheme need, and the facts that they match, by stage.</summary>
internal static class StagedRules
{
    /// <summary>New instances of the rules of a stage, in the order in which a year is worked out.</summary>
    public static IEnumerable<Rule> RulesOf(this Scheme scheme, Stage stage) =>
        ClauseKinds.All.SelectMany(kind => kind.RulesFor(scheme)).Where(rule => rule.Stage == stage).Select(rule => rule.Rule);

    /// <summary>The facts that the rules of a stage match, beside those of the subjects.</summary>
    public static IEnumerable<object> FactsOf(this Scheme scheme, Stage stage) =>
        ClauseKinds.All.SelectMany(kind => kind.FactsFor(stage, scheme));
}
