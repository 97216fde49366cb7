using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Execution;

/// <summary>What an evaluation knows and works with. Generated code reads and fills it.</summary>
/// <remarks>Kept from one partition to the next, so that an evaluation allocates little beyond what rules yield.</remarks>
/// <param name="layout">Where facts are kept.</param>
/// <param name="trail">Where derivations are recorded; null where they are not.</param>
/// <param name="provider">Where services are found; null for none.</param>
internal sealed class WorkingMemory(Layout layout, Trail? trail, IServiceProvider? provider)
{
    private readonly FactList[] lists = layout.CreateLists();
    private readonly RuleContext context = new(provider);
    private readonly Dictionary<Type, object> services = [];
    private (FactIndex Index, int Slot)[] indexes = [];
    private (FactFilter Filter, int Slot)[] filters = [];
    private Scratch[] scratch = [];
    private int[] referenceCounts = [];
    private int[] oldCounts = [];
    private int[] newCounts = [];

    /// <summary>The lists of facts, by slot.</summary>
    public FactList[] Lists => lists;

    public bool IsRecording => trail is not null;

    public Trail Trail => trail!;

    public CancellationToken CancellationToken
    {
        set => context.CancellationToken = value;
    }

    /// <summary>Begins with the facts that every partition shares, and with what generated code needs beside facts.</summary>
    public void Begin(
        IReadOnlyList<object> referenceFacts,
        Func<FactList[], (FactIndex Index, int Slot)[]> createIndexes,
        (FactFilter Filter, int Slot)[] emptyFilters,
        Scratch[] emptyScratch)
    {
        foreach (var fact in referenceFacts)
            Give(fact);
        referenceCounts = CountFacts();
        trail?.KeepReferences(lists);
        (indexes, filters, scratch) = (createIndexes(lists), emptyFilters, emptyScratch);
        (oldCounts, newCounts) = (new int[lists.Length], new int[lists.Length]);
    }

    public FactList<TFact> List<TFact>(int slot) => Unsafe.As<FactList<TFact>>(lists[slot]);

    public FactIndex Index(int index) => indexes[index].Index;

    public FactFilter Filter(int filter) => filters[filter].Filter;

    public TScratch Scratch<TScratch>(int number)
        where TScratch : Scratch => Unsafe.As<TScratch>(scratch[number]);

    /// <summary>A service that a rule depends on; resolved when it is first needed, then kept.</summary>
    public TService Service<TService>()
        where TService : notnull
    {
        if (!services.TryGetValue(typeof(TService), out var service))
            services.Add(typeof(TService), service = context.Resolve<TService>());
        return (TService)service;
    }

    public IContext ContextOf(RuleDefinition rule)
    {
        context.Rule = rule;
        return context;
    }

    /// <summary>Adds a given fact.</summary>
    /// <returns>Its number in the trail; -1 where none is recorded, or no rule reads it.</returns>
    public int Give(object fact)
    {
        var slots = layout.TargetsOf(fact.GetType()).Slots;
        foreach (var slot in slots)
            lists[slot].AddObject(fact);
        if (trail is null || slots.Length == 0)
            return -1;
        var id = trail.Give(slots[0], lists[slots[0]].Count - 1);
        NumberLast(slots, id);
        return id;
    }

    /// <summary>Adds given facts of one type.</summary>
    public void GiveAll<TFact>(IReadOnlyList<TFact> facts)
        where TFact : notnull
    {
        // Facts of a sealed type that is read under its own name alone all go to one list, whose type they have: no look-up, no cast.
        if (!typeof(TFact).IsSealed || layout.TargetsOf(typeof(TFact)).Slots.Length != 1)
        {
            foreach (var fact in facts)
                Give(fact);
            return;
        }

        var slot = layout.SlotOf(typeof(TFact));
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

    /// <summary>Adds a yielded fact of a sealed type.</summary>
    public void YieldTo<TFact>(TFact fact, Targets targets)
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
    public void YieldAny(object fact)
    {
        var targets = layout.TargetsOf(fact.GetType());
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

    /// <summary>The facts of a type, copied.</summary>
    public IReadOnlyList<TFact> Facts<TFact>()
        where TFact : notnull =>
        layout.TryGetSlot(typeof(TFact), out var slot) ? List<TFact>(slot).Items[..lists[slot].Count] : [];

    /// <summary>The facts of a type that is known at run time only, copied.</summary>
    public IReadOnlyList<object> FactsOf(Type type) =>
        layout.TryGetSlot(type, out var slot) ? [.. Enumerable.Range(0, lists[slot].Count).Select(lists[slot].At)] : [];

    public bool TryGetFirst<TFact>([MaybeNullWhen(false)] out TFact fact)
        where TFact : notnull
    {
        if (layout.TryGetSlot(typeof(TFact), out var slot) && lists[slot].Count > 0)
        {
            fact = List<TFact>(slot).Items[0];
            return true;
        }

        fact = default;
        return false;
    }

    /// <summary>The number of a fact in the trail; -1 where it is not there.</summary>
    public int IdOf(object fact) =>
        layout.TargetsOf(fact.GetType()).Slots is [var slot, ..] && lists[slot].PositionOf(fact) is >= 0 and var position
            ? lists[slot].Ids[position]
            : -1;

    /// <summary>How many facts there are by list, to tell later how many have come since.</summary>
    public int[] CountFacts() => Array.ConvertAll(lists, list => list.Count);

    /// <summary>How many facts have come since they were counted, each counted once however many lists it is in.</summary>
    public int CountSince(int[] counts)
    {
        var count = 0;
        for (var slot = 0; slot < lists.Length; slot++)
        {
            for (var i = counts[slot]; i < lists[slot].Count; i++)
            {
                if (layout.TargetsOf(lists[slot].At(i).GetType()).Slots[0] == slot)
                    count++;
            }
        }

        return count;
    }

    /// <summary>Begins to run rules to their fixpoint: every fact is new.</summary>
    public void BeginTurns() => Array.Clear(newCounts);

    /// <summary>Begins a turn: what was new is old, what has come since is new.</summary>
    /// <returns>Whether anything is new.</returns>
    public bool BeginTurn()
    {
        (oldCounts, newCounts) = (newCounts, oldCounts);
        for (var slot = 0; slot < lists.Length; slot++)
            newCounts[slot] = lists[slot].Count;
        return !newCounts.AsSpan().SequenceEqual(oldCounts);
    }

    /// <summary>How many entries the lists have gained since the turn began.</summary>
    public long GainedInTurn() => lists.Sum(list => (long)list.Count) - newCounts.Sum(count => (long)count);

    /// <summary>How many facts of a list were known before the turn.</summary>
    public int OldCount(int slot) => oldCounts[slot];

    /// <summary>
    /// Where the facts begin that a reading takes in a turn. Readings before the chosen one take facts that were known before the turn, the
    /// chosen one takes new facts, those after it take all: so each combination with a new fact is met once.
    /// </summary>
    public int RangeStart(int slot, int reading, int position) => reading == position ? oldCounts[slot] : 0;

    /// <summary>Where the facts end that a reading takes in a turn.</summary>
    public int RangeEnd(int slot, int reading, int position) => reading < position ? oldCounts[slot] : newCounts[slot];

    public TrailSnapshot Snapshot() => Trail.Snapshot(lists);

    /// <summary>Forgets all facts but the reference facts. Indexes and filters over reference facts alone stay as they are.</summary>
    public void Reset()
    {
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

    private void NumberLast(int[] slots, int id)
    {
        foreach (var slot in slots)
            lists[slot].NumberLast(id);
    }
}
