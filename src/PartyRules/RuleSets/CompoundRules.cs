using PartyRules.Clauses.Appraisals;
using PartyRules.Clauses.Components;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Selections;
using PartyRules.Engine.Fluent;

namespace PartyRules.RuleSets;

/// <summary>Scoring that compares entries with each other: selections, appraisals, limits above limits, multipliers.</summary>
internal static class CompoundRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All =>
    [
        new EntryIsCandidate(),
        new SelectionKeepsCredits(),
        new RatingsMakeAppraisal(),
        new RatingIsMissing(),
        new CarriedResultIsMissing(),
        new LimitCapsTallies(),
        new OverComponentLimitIsFound(),
        new CompoundComponentAddsUp(),
    ];
}
