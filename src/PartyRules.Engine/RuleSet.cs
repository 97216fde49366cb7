using System.Globalization;
using System.Text;
using PartyRules.Engine.Compilation;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine;

/// <summary>Rules compiled for evaluation.</summary>
/// <remarks>
/// The result of an evaluation does not depend on the order of the rules or of the facts. Immutable and thread-safe; evaluators made from
/// it are not.
/// </remarks>
/// <seealso href="https://doi.org/10.1145/321978.321991">
/// van Emden and Kowalski, The Semantics of Predicate Logic as a Programming Language, Journal of the ACM 23 (4), 1976: least fixpoints
/// </seealso>
/// <seealso href="https://doi.org/10.1016/B978-0-934613-40-8.50006-3">
/// Apt, Blair and Walker, Towards a Theory of Declarative Knowledge, in Foundations of Deductive Databases and Logic Programming, 1988:
/// stratified negation
/// </seealso>
/// <seealso href="https://doi.org/10.1016/0004-3702(82)90020-0">
/// Forgy, Rete: A Fast Algorithm for the Many Pattern/Many Object Pattern Match Problem, Artificial Intelligence 19 (1), 1982: the memory
/// that this engine does without
/// </seealso>
public sealed class RuleSet
{
    private readonly IReadOnlyList<Stratum> strata;
    private readonly IReadOnlyList<object> referenceFacts;
    private readonly Lazy<CompiledRules> plain;
    private readonly Lazy<CompiledRules> recording;

    private RuleSet(string name, IReadOnlyList<RuleDefinition> rules)
    {
        Name = name;
        Rules = rules;
        Layout = new Layout(rules);
        strata = Stratifier.Stratify(rules);
        referenceFacts = [];
        plain = new Lazy<CompiledRules>(() => CompiledRules.From(strata, Layout, PartitionJoins.None, records: false));
        recording = new Lazy<CompiledRules>(() => CompiledRules.From(strata, Layout, PartitionJoins.None, records: true));
    }

    private RuleSet(RuleSet original, IReadOnlyList<object> referenceFacts, PartitionKeys? keys)
    {
        Name = original.Name;
        Rules = original.Rules;
        Layout = original.Layout;
        strata = original.strata;
        this.referenceFacts = referenceFacts;
        Keys = keys;
        (plain, recording) = (original.plain, original.recording);
        if (keys is not null)
        {
            var joins = PartitionJoins.ReliedOn(keys.Expressions, Rules, referenceFacts);
            plain = new Lazy<CompiledRules>(() => CompiledRules.From(strata, Layout, joins, records: false));
            recording = new Lazy<CompiledRules>(() => CompiledRules.From(strata, Layout, joins, records: true));
        }

        MaximumRecursiveFacts = original.MaximumRecursiveFacts;
    }

    /// <summary>The name of the set.</summary>
    public string Name { get; }

    /// <summary>The rules, in the order given.</summary>
    public IReadOnlyList<RuleDefinition> Rules { get; }

    /// <summary>The strata in the order in which they run: every type of fact is complete before a rule negates or collects it.</summary>
    public IReadOnlyList<RuleStratum> Strata =>
        [.. strata.Zip(Stratifier.LevelsOf(strata), (stratum, level) => new RuleStratum(stratum.Rules, stratum.IsRecursive, level))];

    /// <summary>The facts that every partition shares.</summary>
    public IReadOnlyList<object> ReferenceFacts => referenceFacts;

    /// <summary>
    /// How many facts rules that feed each other may yield in one evaluation before they are stopped; 1,000,000 unless
    /// <see cref="StoppingAfter"/> says otherwise.
    /// </summary>
    public long MaximumRecursiveFacts { get; private init; } = 1_000_000;

    /// <summary>
    /// What the rule set is partitioned by; null where it declares nothing, so that an evaluator takes whatever facts it is given.
    /// </summary>
    public PartitionKeys? Keys { get; }

    internal Layout Layout { get; }

    /// <summary>Compiles rules.</summary>
    /// <param name="name">The name of the set.</param>
    /// <param name="rules">The rules; their names must differ.</param>
    /// <exception cref="RuleDefinitionException">
    /// A rule is not valid, two have one name, or rules form a cycle through negation or collection.
    /// </exception>
    public static RuleSet Compile(string name, params IEnumerable<Rule> rules) => Compile(name, rules.Select(rule => rule.ToDefinition()));

    /// <summary>Compiles rules that are given as data.</summary>
    /// <inheritdoc cref="Compile(string, IEnumerable{Rule})"/>
    public static RuleSet Compile(string name, IEnumerable<RuleDefinition> rules)
    {
        var list = rules.ToList();
        foreach (var twins in list.GroupBy(rule => rule.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw new RuleDefinitionException(
                twins.Key, $"{twins.Count().ToString(CultureInfo.InvariantCulture)} rules have this name. Give each a name of its own.");
        var ruleSet = new RuleSet(name, list);
        _ = ruleSet.plain.Value;
        return ruleSet;
    }

    /// <summary>The same rules with facts that every partition shares, such as the clauses of a scheme. They are indexed once.</summary>
    /// <param name="facts">The facts.</param>
    public RuleSet With(IEnumerable<object> facts) => new(this, [.. referenceFacts, .. facts], Keys);

    /// <summary>The same rules, partitioned.</summary>
    /// <remarks>
    /// An evaluator of them refuses facts of two partitions at the same time, and facts without a key that are not reference facts.
    /// </remarks>
    /// <param name="keys">The keys.</param>
    public RuleSet PartitionedBy(PartitionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new RuleSet(this, referenceFacts, keys);
    }

    /// <summary>The same rules with another bound on what rules that feed each other may yield in one evaluation.</summary>
    /// <param name="maximumRecursiveFacts">How many facts, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public RuleSet StoppingAfter(long maximumRecursiveFacts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumRecursiveFacts, 1);
        return new RuleSet(this, referenceFacts, Keys) { MaximumRecursiveFacts = maximumRecursiveFacts };
    }

    /// <summary>Makes an evaluator for one thread.</summary>
    /// <param name="recordDerivations">Whether it records how each fact came about.</param>
    /// <param name="services">Where actions find the services they depend on; null where no rule has any.</param>
    public Evaluator CreateEvaluator(bool recordDerivations = false, IServiceProvider? services = null) =>
        new(this, recordDerivations ? recording.Value : plain.Value, recordDerivations, services);

    /// <summary>Evaluates one set of facts. For many partitions, make an evaluator and reset it between them.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="recordDerivations">Whether to record how each fact came about.</param>
    /// <param name="services">Where actions find the services they depend on; null where no rule has any.</param>
    /// <returns>The evaluator, after its run.</returns>
    public Evaluator Evaluate(IEnumerable<object> facts, bool recordDerivations = false, IServiceProvider? services = null)
    {
        var evaluator = CreateEvaluator(recordDerivations, services);
        foreach (var fact in facts)
            evaluator.Add(fact);
        evaluator.Run();
        return evaluator;
    }

    /// <summary>The plan, for people: the strata in order, their rules, and how each element is matched.</summary>
    public string Explain()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Rule set {Name}: {Rules.Count} rules in {strata.Count} strata\n");
        for (var i = 0; i < strata.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Stratum {i + 1}{(strata[i].IsRecursive ? " (runs to a fixpoint)" : "")}\n");
            foreach (var rule in plain.Value.Strata[i].Rules)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {rule.Definition.Name}\n");
                foreach (var line in rule.Bodies.SelectMany(body => body.Plan))
                    text.Append(CultureInfo.InvariantCulture, $"    {line}\n");
            }
        }

        return text.ToString();
    }
}
