using PartyRules.Clauses.FollowUps;
using PartyRules.Clauses.Outcomes;
using PartyRules.Clauses.Rankings;
using PartyRules.Clauses.Targets;
using PartyRules.Clauses.Years;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Contests between subjects, such as the rotating red flag: ranking in a pool, marks over the rounds of a year, yearly consequences.</summary>
/// <remarks>Thread-safe: each call makes new rules.</remarks>
public static class RedFlagRules
{
    /// <summary>New instances of the rules that rank a pool in one round.</summary>
    public static IEnumerable<Rule> Ranking => [new PoolIsRanked()];

    /// <summary>New instances of the rules that take a pool's shares.</summary>
    internal static IEnumerable<Rule> Shares => [new PoolShareIsTaken()];

    /// <summary>New instances of the rules by which rounds make a year.</summary>
    internal static IEnumerable<Rule> RollUp => [new RoundsMakeYear()];

    /// <summary>New instances of the rules over the rounds of one subject's year.</summary>
    public static IEnumerable<Rule> Year =>
    [
        new PromiseIsNotAnswered(),
        new OutcomeFollowsFromYear(),
        new YearIsAssessed(),
    ];

    /// <summary>New instances of the rules over one subject's year that a scheme's clauses need.</summary>
    internal static IEnumerable<Rule> YearOf(Scheme scheme) => [.. Year, .. scheme.HasRounds ? FollowUpRules.InTimeFor(scheme) : []];
}
