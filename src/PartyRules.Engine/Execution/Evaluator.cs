using System.Runtime.CompilerServices;
using PartyRules.Engine.Compilation;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Partitions;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine;

/// <summary>Evaluates one partition of facts after another by a compiled rule set.</summary>
/// <remarks>Not thread-safe: each thread makes its own. Facts that were read from it stay valid after <see cref="Reset"/>.</remarks>
public sealed partial class Evaluator
{
    private readonly RuleSet ruleSet;
    private readonly CompiledRules rules;
    private readonly FactList[] lists;
    private readonly (FactIndex Index, int Slot)[] indexes;
    private readonly int[] referenceCounts;
    private readonly int[] oldCounts;
    private readonly int[] newCounts;
    private readonly Context context;
    private readonly Dictionary<Type, object> services = [];
    private readonly Dictionary<object, Derivation>? derivations;

    internal Evaluator(RuleSet ruleSet, CompiledRules rules, IReadOnlyList<object> referenceFacts, bool recordDerivations, IServiceProvider? provider)
    {
        this.ruleSet = ruleSet;
        this.rules = rules;
        context = new Context(provider);
        lists = ruleSet.Layout.CreateLists();
        indexes = ruleSet.Layout.CreateIndexes();
        oldCounts = new int[lists.Length];
        newCounts = new int[lists.Length];
        derivations = recordDerivations ? new Dictionary<object, Derivation>(FactIdentity.Instance) : null;
        foreach (var fact in referenceFacts)
            Give(fact);
        referenceCounts = [.. lists.Select(list => list.Count)];
    }

    /// <summary>Gives a fact. Each given fact counts, even if it equals another.</summary>
    /// <param name="fact">The fact. One of a type that no rule reads is ignored.</param>
    /// <exception cref="ArgumentException">The rule set is partitioned, and the fact belongs to another partition than those before, or to none.</exception>
    public void Add(object fact)
    {
        RefuseOtherPartition(fact);
        Give(fact);
    }

    /// <summary>Gives facts of one type.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentException">The rule set is partitioned, and a fact belongs to another partition than those before, or to none.</exception>
    public void AddAll<TFact>(IReadOnlyList<TFact> facts)
        where TFact : notnull
    {
        var isExact = typeof(TFact).IsSealed && ruleSet.Layout.TargetsOf(typeof(TFact)).Slots.Length == 1;
        if (!isExact || ruleSet.Keys is not null)
        {
            foreach (var fact in facts)
                Add(fact);
            return;
        }

        var list = List<TFact>(ruleSet.Layout.SlotOf(typeof(TFact)));
        for (var i = 0; i < facts.Count; i++)
            list.Add(facts[i]);
    }

    /// <summary>Gives a fact that an earlier evaluation yielded, so that its derivation continues here.</summary>
    /// <param name="derivation">The fact and how it came about.</param>
    /// <exception cref="ArgumentException">The rule set is partitioned, and the fact belongs to another partition than those before, or to none.</exception>
    public void AddDerived(Derivation derivation)
    {
        Add(derivation.Fact);
        derivations?.TryAdd(derivation.Fact, derivation);
    }

    /// <summary>Runs all rules on the facts given since the last reset.</summary>
    /// <param name="cancellationToken">Asks to give up between rules.</param>
    /// <exception cref="RuleEvaluationException">A condition or action threw, or rules that feed each other did not come to an end.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public void Run(CancellationToken cancellationToken = default)
    {
        context.CancellationToken = cancellationToken;
        var given = EngineTelemetry.CountsFacts ? CountFacts() : null;
        foreach (var stratum in rules.Strata)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stratum.IsRecursive)
                RunToFixpoint(stratum, cancellationToken);
            else
                RunOnce(stratum.Rules);
        }

        RunOnce(rules.Actions);
        if (given is not null)
            EngineTelemetry.CountFacts(ruleSet.Name, FactsSince(given).Count());
    }

    /// <summary>The facts of a type, given and yielded, including those of derived types.</summary>
    /// <typeparam name="TFact">The type. One that no rule reads or yields has none.</typeparam>
    public IReadOnlyList<TFact> Facts<TFact>()
        where TFact : notnull =>
        ruleSet.Layout.TryGetSlot(typeof(TFact), out var slot)
            ? List<TFact>(slot).Items[..lists[slot].Count]
            : [];

    /// <summary>How a fact came about.</summary>
    /// <param name="fact">A fact of this evaluation.</param>
    /// <exception cref="InvalidOperationException">Derivations are not recorded.</exception>
    public Derivation DerivationOf(object fact)
    {
        if (derivations is null)
            throw new InvalidOperationException("Derivations are not recorded. Create the evaluator with recordDerivations: true.");
        return derivations.TryGetValue(fact, out var derivation) ? derivation : Given(fact);
    }

    /// <summary>Forgets all facts but the reference facts, for the next partition.</summary>
    public void Reset()
    {
        partition = null;
        for (var slot = 0; slot < lists.Length; slot++)
        {
            if (lists[slot].Count > referenceCounts[slot])
                lists[slot].Truncate(referenceCounts[slot]);
        }

        foreach (var (index, slot) in indexes)
            index.Forget(referenceCounts[slot]);
        derivations?.Clear();
    }

    internal FactList<TFact> List<TFact>(int slot) => Unsafe.As<FactList<TFact>>(lists[slot]);

    internal FactIndex Index(int index) => indexes[index].Index;

    /// <summary>A service that a rule depends on; resolved when it is first needed, then kept.</summary>
    internal TService Service<TService>()
        where TService : notnull
    {
        if (!services.TryGetValue(typeof(TService), out var service))
            services.Add(typeof(TService), service = context.Resolve<TService>());
        return (TService)service;
    }

    internal IContext ContextOf(RuleDefinition rule)
    {
        context.Rule = rule;
        return context;
    }

    internal int OldCount(int slot) => oldCounts[slot];

    internal int RangeStart(int slot, int reading, int position) => reading == position ? oldCounts[slot] : 0;

    internal int RangeEnd(int slot, int reading, int position) => reading < position ? oldCounts[slot] : newCounts[slot];

    internal bool YieldAny(object fact)
    {
        var targets = ruleSet.Layout.TargetsOf(fact.GetType());
        if (targets.HasValueEquality && targets.Slots.Length > 0 && lists[targets.Slots[0]].ContainsEqual(fact))
            return false;
        foreach (var slot in targets.Slots)
            lists[slot].AddObject(fact);
        return true;
    }

    internal void YieldRecorded(object fact, RuleDefinition rule, object?[] matched)
    {
        if (!YieldAny(fact))
            return;
        var premises = new List<Derivation>();
        foreach (var premise in matched)
        {
            if (premise is Premises several)
                premises.AddRange(several.Facts.Select(DerivationOf));
            else if (premise is not null)
                premises.Add(DerivationOf(premise));
        }

        derivations![fact] = new Derivation(fact, rule, premises);
    }

    /// <summary>What a query's result rests on: its own elements where it is made of the facts it read, else all of those.</summary>
    internal static object PremiseOf(object result, List<object> sources)
    {
        if (result is not System.Collections.IEnumerable elements || result is string)
            return new Premises([.. sources]);
        var known = new HashSet<object>(sources, FactIdentity.Instance);
        var own = elements.Cast<object>().ToList();
        return new Premises(own.TrueForAll(known.Contains) ? own : [.. sources]);
    }

    private void Give(object fact)
    {
        foreach (var slot in ruleSet.Layout.TargetsOf(fact.GetType()).Slots)
            lists[slot].AddObject(fact);
    }

    private Derivation Given(object fact)
    {
        var given = new Derivation(fact, null, []);
        derivations!.Add(fact, given);
        return given;
    }

    private void RunOnce(CompiledRule[] compiled)
    {
        foreach (var rule in compiled)
        {
            foreach (var body in rule.Bodies)
                Run(rule, body.Run, -1);
        }
    }

    /// <summary>
    /// Runs rules that feed each other until nothing new comes. In each turn every combination that holds at least one new fact is met once:
    /// readings before the chosen one take facts that were known before, the chosen one takes new facts, those after it take all.
    /// </summary>
    private void RunToFixpoint(CompiledStratum stratum, CancellationToken cancellationToken)
    {
        Array.Clear(oldCounts);
        for (var yielded = 0L; ; Array.Copy(newCounts, oldCounts, newCounts.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var slot = 0; slot < lists.Length; slot++)
                newCounts[slot] = lists[slot].Count;
            var isFirstTurn = yielded == 0;
            if (!isFirstTurn && newCounts.AsSpan().SequenceEqual(oldCounts))
                return;
            foreach (var rule in stratum.Rules)
            {
                foreach (var body in rule.Bodies)
                {
                    for (var position = 0; position < body.RecursiveReadings; position++)
                        Run(rule, body.Run, position);
                    if (body.RecursiveReadings == 0 && isFirstTurn)
                        Run(rule, body.Run, -1);
                }
            }

            yielded += lists.Sum(list => (long)list.Count) - newCounts.Sum(count => (long)count);
            if (yielded > ruleSet.MaximumRecursiveFacts)
            {
                throw new RuleEvaluationException(
                    stratum.Rules[0].Definition.Name,
                    $"rules that feed each other yielded more than {ruleSet.MaximumRecursiveFacts} facts and were stopped: {string.Join(", ", stratum.Rules.Select(rule => rule.Definition.Name))}. Facts that stand for the same thing must be equal: make them records.");
            }

            if (yielded == 0)
                return;
        }
    }

    private void Run(CompiledRule rule, RuleBody body, int position)
    {
        try
        {
            body(this, position);
        }
        catch (Exception exception) when (exception is not (RuleEvaluationException or OperationCanceledException))
        {
            throw RuleFailure.Of(this, rule.Definition, exception);
        }
    }

    private sealed class Context(IServiceProvider? provider) : IContext
    {
        public RuleDefinition Rule { get; set; } = null!;

        public CancellationToken CancellationToken { get; set; }

        public TService Resolve<TService>()
            where TService : notnull => (TService)Resolve(typeof(TService));

        public object Resolve(Type serviceType) => provider?.GetService(serviceType) ?? throw new InvalidOperationException(
            provider is null
                ? $"the service {serviceType.Name} is needed, but the evaluator was given no services. Pass an IServiceProvider to CreateEvaluator or Evaluate."
                : $"the provider has no service {serviceType.Name}. Register it with the host's services.");
    }

    private sealed record Premises(IReadOnlyList<object> Facts);

    /// <summary>Objects are told apart by reference, values by equality.</summary>
    private sealed class FactIdentity : IEqualityComparer<object>
    {
        public static FactIdentity Instance { get; } = new();

        bool IEqualityComparer<object>.Equals(object? left, object? right) =>
            ReferenceEquals(left, right) || (left is ValueType && left.Equals(right));

        int IEqualityComparer<object>.GetHashCode(object fact) => fact is ValueType ? fact.GetHashCode() : RuntimeHelpers.GetHashCode(fact);
    }
}
