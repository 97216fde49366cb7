using System.Diagnostics.CodeAnalysis;
using PartyRules.Engine.Compilation;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;

namespace PartyRules.Engine;

/// <summary>Evaluates one partition of facts after another by a compiled rule set.</summary>
/// <remarks>Not thread-safe: each thread makes its own. Facts that were read from it stay valid after <see cref="Reset"/>.</remarks>
public sealed partial class Evaluator : IEvaluator
{
    private readonly RuleSet ruleSet;
    private readonly WorkingMemory memory;
    private readonly Step[] steps;
    private readonly Dictionary<int, Derivation> continued = [];
    private Derivations? derivations;
    private RuleDefinition? running;

    internal Evaluator(RuleSet ruleSet, CompiledRules rules, bool recordDerivations, IServiceProvider? provider)
    {
        this.ruleSet = ruleSet;
        memory = rules.Memory.CreateMemory(ruleSet.ReferenceFacts, recordDerivations, provider);
        steps =
        [
            .. rules.Strata.SelectMany(stratum => stratum.IsRecursive ? [new Step(stratum)] : stratum.Rules.SelectMany(StepsOf)),
            .. rules.Actions.SelectMany(StepsOf),
        ];
    }

    /// <summary>Gives a fact. Each given fact counts, even if it equals another.</summary>
    /// <param name="fact">The fact. One of a type that no rule reads is ignored.</param>
    /// <exception cref="ArgumentException">
    /// The rule set is partitioned, and the fact belongs to another partition than those before, or to none.
    /// </exception>
    public void Add(object fact)
    {
        RefuseOtherPartition(fact);
        memory.Give(fact);
    }

    /// <summary>Gives facts of one type.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentException">
    /// The rule set is partitioned, and a fact belongs to another partition than those before, or to none.
    /// </exception>
    public void AddAll<TFact>(IReadOnlyList<TFact> facts)
        where TFact : notnull
    {
        if (ruleSet.Keys is null)
        {
            memory.GiveAll(facts);
            return;
        }

        foreach (var fact in facts)
            Add(fact);
    }

    /// <summary>Gives a fact that an earlier evaluation yielded, so that its derivation continues here.</summary>
    /// <param name="derivation">The fact and how it came about.</param>
    /// <exception cref="ArgumentException">
    /// The rule set is partitioned, and the fact belongs to another partition than those before, or to none.
    /// </exception>
    public void AddDerived(Derivation derivation)
    {
        RefuseOtherPartition(derivation.Fact);
        if (memory.Give(derivation.Fact) is >= 0 and var id)
            continued[id] = derivation;
    }

    /// <summary>The facts of a type, given and yielded, including those of derived types.</summary>
    /// <typeparam name="TFact">The type. One that no rule reads or yields has none.</typeparam>
    public IReadOnlyList<TFact> Facts<TFact>()
        where TFact : notnull => memory.Facts<TFact>();

    /// <summary>The first fact of a type, without copying the others: for facts of which a partition has at most one.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="fact">The fact, or the default where there is none.</param>
    /// <returns>Whether there is one. Where there are several, which one comes first has no meaning.</returns>
    public bool TryGetFirst<TFact>([MaybeNullWhen(false)] out TFact fact)
        where TFact : notnull => memory.TryGetFirst(out fact);

    /// <summary>How a fact came about. Where several equal given facts are there, the first is meant.</summary>
    /// <param name="fact">A fact of this evaluation; any other counts as given.</param>
    /// <exception cref="InvalidOperationException">Derivations are not recorded.</exception>
    public Derivation DerivationOf(object fact)
    {
        if (!memory.IsRecording)
            throw new InvalidOperationException("Derivations are not recorded. Create the evaluator with recordDerivations: true.");
        return memory.IdOf(fact) is >= 0 and var id ? KnownDerivations().Of(id) : Derivation.Given(fact);
    }

    /// <summary>Forgets all facts but the reference facts, for the next partition.</summary>
    public void Reset()
    {
        partition = null;
        derivations = null;
        continued.Clear();
        memory.Reset();
    }

    /// <summary>The derivations as they are now; the same until a fact is added, so that each fact has one derivation object.</summary>
    private Derivations KnownDerivations() => derivations?.FactCount == memory.Trail.FactCount
        ? derivations
        : derivations = new Derivations(memory.Snapshot(), continued.Count == 0 ? null : new Dictionary<int, Derivation>(continued));
}
