using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PartyRules.Engine.Compilation;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine;

/// <summary>Evaluates one partition of facts after another by a compiled rule set.</summary>
/// <remarks>Not thread-safe: each thread makes its own. Facts that were read from it stay valid after <see cref="Reset"/>.</remarks>
public sealed partial class Evaluator : IEvaluator
{
    private readonly RuleSet ruleSet;
    private readonly CompiledRules rules;
    private readonly FactList[] lists;
    private readonly (FactIndex Index, int Slot)[] indexes;
    private readonly (FactFilter Filter, int Slot)[] filters;
    private readonly Scratch[] scratch;
    private readonly int[] referenceCounts;
    private readonly int[] oldCounts;
    private readonly int[] newCounts;
    private readonly RuleContext context;
    private readonly Dictionary<Type, object> services = [];
    private readonly Trail? trail;
    private readonly Step[] steps;
    private RuleDefinition? running;

    internal Evaluator(RuleSet ruleSet, CompiledRules rules, IReadOnlyList<object> referenceFacts, bool recordDerivations, IServiceProvider? provider)
    {
        this.ruleSet = ruleSet;
        this.rules = rules;
        context = new RuleContext(provider);
        lists = ruleSet.Layout.CreateLists();
        oldCounts = new int[lists.Length];
        newCounts = new int[lists.Length];
        trail = recordDerivations ? new Trail(rules.Frame.Rules) : null;
        foreach (var fact in referenceFacts)
            Give(fact, null);
        referenceCounts = [.. lists.Select(list => list.Count)];
        trail?.KeepReferences(lists);
        indexes = rules.Frame.CreateIndexes(lists);
        filters = rules.Frame.CreateFilters();
        scratch = rules.Frame.CreateScratch();
        steps =
        [
            .. rules.Strata.SelectMany(stratum => stratum.IsRecursive ? [new Step(stratum)] : stratum.Rules.SelectMany(StepsOf)),
            .. rules.Actions.SelectMany(StepsOf),
        ];
    }

    /// <summary>Gives a fact. Each given fact counts, even if it equals another.</summary>
    /// <param name="fact">The fact. One of a type that no rule reads is ignored.</param>
    /// <exception cref="ArgumentException">The rule set is partitioned, and the fact belongs to another partition than those before, or to none.</exception>
    public void Add(object fact)
    {
        RefuseOtherPartition(fact);
        Give(fact, null);
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

        var slot = ruleSet.Layout.SlotOf(typeof(TFact));
        var list = List<TFact>(slot);
        var first = list.Count;
        switch (facts)
        {
            case TFact[] array:
                list.AddRange(array);
                break;
            case List<TFact> others:
                list.AddRange(CollectionsMarshal.AsSpan(others));
                break;
            default:
                for (var i = 0; i < facts.Count; i++)
                    list.Add(facts[i]);
                break;
        }

        if (trail is not null)
            list.NumberFrom(first, trail, slot);
    }

    /// <summary>Gives a fact that an earlier evaluation yielded, so that its derivation continues here.</summary>
    /// <param name="derivation">The fact and how it came about.</param>
    /// <exception cref="ArgumentException">The rule set is partitioned, and the fact belongs to another partition than those before, or to none.</exception>
    public void AddDerived(Derivation derivation)
    {
        RefuseOtherPartition(derivation.Fact);
        Give(derivation.Fact, derivation);
    }

    /// <summary>The facts of a type, given and yielded, including those of derived types.</summary>
    /// <typeparam name="TFact">The type. One that no rule reads or yields has none.</typeparam>
    public IReadOnlyList<TFact> Facts<TFact>()
        where TFact : notnull =>
        ruleSet.Layout.TryGetSlot(typeof(TFact), out var slot)
            ? List<TFact>(slot).Items[..lists[slot].Count]
            : [];

    /// <summary>The first fact of a type, without copying the others: for facts of which a partition has at most one.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="fact">The fact, or the default where there is none.</param>
    /// <returns>Whether there is one. Where there are several, which one comes first has no meaning.</returns>
    public bool TryGetFirst<TFact>([MaybeNullWhen(false)] out TFact fact)
        where TFact : notnull
    {
        if (ruleSet.Layout.TryGetSlot(typeof(TFact), out var slot) && lists[slot].Count > 0)
        {
            fact = List<TFact>(slot).Items[0];
            return true;
        }

        fact = default;
        return false;
    }

    /// <summary>How a fact came about. Where several equal given facts are there, the first is meant.</summary>
    /// <param name="fact">A fact of this evaluation; any other counts as given.</param>
    /// <exception cref="InvalidOperationException">Derivations are not recorded.</exception>
    public Derivation DerivationOf(object fact)
    {
        if (trail is null)
            throw new InvalidOperationException("Derivations are not recorded. Create the evaluator with recordDerivations: true.");
        if (ruleSet.Layout.TargetsOf(fact.GetType()).Slots is [var slot, ..] && lists[slot].PositionOf(fact) is >= 0 and var position)
            return trail.Snapshot(lists).Of(lists[slot].Ids[position]);
        return Derivation.Given(fact);
    }

    /// <summary>Forgets all facts but the reference facts, for the next partition.</summary>
    public void Reset()
    {
        partition = null;
        for (var slot = 0; slot < lists.Length; slot++)
        {
            var list = lists[slot];
            if (list.Count > referenceCounts[slot])
                list.Truncate(referenceCounts[slot]);
        }

        foreach (var (index, slot) in indexes)
        {
            if (index.Built > referenceCounts[slot])
                index.Forget();
        }

        foreach (var (filter, slot) in filters)
        {
            if (filter.Seen > referenceCounts[slot])
                filter.Forget();
        }

        trail?.Reset();
    }

    internal FactList<TFact> List<TFact>(int slot) => Unsafe.As<FactList<TFact>>(lists[slot]);

    internal Trail Trail => trail!;

    internal FactIndex Index(int index) => indexes[index].Index;

    internal FactFilter Filter(int filter) => filters[filter].Filter;

    internal TScratch Scratch<TScratch>(int number)
        where TScratch : Scratch => Unsafe.As<TScratch>(scratch[number]);

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

    /// <summary>Adds a yielded fact of a sealed type.</summary>
    internal void YieldTo<TFact>(TFact fact, Targets targets)
        where TFact : notnull
    {
        var own = List<TFact>(targets.Slots[0]);
        if (!targets.AreEqualFactsOne)
            own.Add(fact);
        else if (!own.AddNew(fact))
        {
            trail?.Drop();
            return;
        }

        for (var i = 1; i < targets.Slots.Length; i++)
            lists[targets.Slots[i]].AddObject(fact);
        if (trail is not null)
            NumberLast(targets.Slots, trail.End(targets.Slots[0], own.Count - 1));
    }

    /// <summary>Adds a yielded fact by the type that it turns out to have.</summary>
    internal void YieldAny(object fact)
    {
        var targets = ruleSet.Layout.TargetsOf(fact.GetType());
        if (targets.AreEqualFactsOne && lists[targets.Slots[0]].ContainsEqual(fact))
        {
            trail?.Drop();
            return;
        }

        foreach (var slot in targets.Slots)
            lists[slot].AddObject(fact);
        if (trail is not null)
            NumberLast(targets.Slots, trail.End(targets.Slots[0], lists[targets.Slots[0]].Count - 1));
    }

    private void Give(object fact, Derivation? derivation)
    {
        var slots = ruleSet.Layout.TargetsOf(fact.GetType()).Slots;
        foreach (var slot in slots)
            lists[slot].AddObject(fact);
        if (trail is null || slots.Length == 0)
            return;
        var position = lists[slots[0]].Count - 1;
        NumberLast(slots, trail.Give(slots[0], position, derivation));
    }

    private void NumberLast(int[] slots, int id)
    {
        foreach (var slot in slots)
            lists[slot].NumberLast(id);
    }
}
