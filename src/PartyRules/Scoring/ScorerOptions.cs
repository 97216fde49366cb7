using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.RuleSets;

namespace PartyRules.Scoring;

/// <summary>How a scorer works.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ScorerOptions
{
    /// <summary>Whether assessments carry their derivation; false by default.</summary>
    public bool Derivations { get; init; }

    /// <summary>
    /// The day as of which subjects are judged; null, the default, for the end of each round and of the year. Entries after it do not
    /// count, rounds that are not over are not assessed, and nothing is missed that may still be done: windows and deadlines that end later
    /// are not judged.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// Further rules that run beside the built-in ones on each dossier, and may read and yield the same facts; none by default. An
    /// <see cref="Outcome"/> that they yield stands in the assessment like any other. Where a scheme has rounds, ranks or targets, grades
    /// are decided after ranks, so that these rules see totals but no grades.
    /// </summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>What runs the rules; the compiled evaluator by default. The results are the same on every engine.</summary>
    public IRuleEngine Engine { get; init; } = RuleEngine.Compiled;

    /// <summary>
    /// Rules in code for the components that ask for them by name; none by default. Those for which no component asks do not run.
    /// </summary>
    public IReadOnlyList<ComponentRules> ComponentRules { get; init; } = [];

    /// <summary>The same options, with derivations.</summary>
    internal ScorerOptions WithDerivations() =>
        new() { Derivations = true, AsOf = AsOf, Rules = Rules, Engine = Engine, ComponentRules = ComponentRules };
}
