using PartyRules.Engine.Model;

namespace PartyRules.Engine.Execution;

/// <summary>The numbers of facts that something rests on, each once; reused from one partition to the next.</summary>
internal sealed class IdList
{
    private int[] ids = new int[8];
    private IdList? lastAdded;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Span => ids.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        lastAdded = null;
    }

    /// <summary>Adds a fact. The results that a query makes of one fact follow each other, so that it is enough to look at the last.</summary>
    public void Add(int id)
    {
        if (Count > 0 && ids[Count - 1] == id)
            return;
        if (Count == ids.Length)
            Array.Resize(ref ids, Count * 2);
        ids[Count++] = id;
    }

    /// <summary>Adds the facts behind one result. The results that a query makes of one group follow each other too.</summary>
    public void AddAll(IdList others)
    {
        if (lastAdded == others)
            return;
        lastAdded = others;
        var before = Count;
        foreach (var id in others.Span)
        {
            if (!ids.AsSpan(0, before).Contains(id))
                Add(id);
        }
    }
}

/// <summary>
/// Which rule yielded which fact from which facts, as numbers in arrays that only grow while a partition is evaluated. Objects are made of it
/// when somebody asks.
/// </summary>
/// <param name="rules">The rules, by their numbers.</param>
internal sealed class Trail(IReadOnlyList<RuleDefinition> rules)
{
    private readonly Dictionary<int, Derivation> external = [];
    private int[] steps = new int[64];
    private int stepCount;
    private int[] offsets = new int[64];
    private (int Slot, int Position)[] places = new (int, int)[64];
    private object[] references = [];
    private int pending;
    private TrailSnapshot? snapshot;

    public int FactCount { get; private set; }

    /// <summary>Numbers a given fact.</summary>
    /// <param name="slot">Its list.</param>
    /// <param name="position">Its position there.</param>
    /// <param name="derivation">How an earlier evaluation yielded it; null where none did.</param>
    public int Give(int slot, int position, Derivation? derivation)
    {
        var id = Number(slot, position, -1);
        if (derivation is not null)
            external[id] = derivation;
        return id;
    }

    /// <summary>Starts a step: a rule is about to yield a fact.</summary>
    public void Begin(int rule)
    {
        pending = stepCount;
        Push(rule);
        Push(0);
    }

    /// <summary>Adds a fact that the rule matched.</summary>
    public void Add(int id) => Push(id);

    /// <summary>Adds facts that the rule matched together.</summary>
    public void AddAll(IdList ids)
    {
        foreach (var id in ids.Span)
            Push(id);
    }

    /// <summary>Ends a step with the fact that was yielded.</summary>
    public int End(int slot, int position)
    {
        steps[pending + 1] = stepCount - pending - 2;
        return Number(slot, position, pending);
    }

    /// <summary>Drops a step whose fact was already there.</summary>
    public void Drop() => stepCount = pending;

    /// <summary>What was given so far stays for every partition.</summary>
    public void KeepReferences(FactList[] lists) => references = FactsFrom(0, lists);

    /// <summary>Forgets everything but reference facts.</summary>
    public void Reset()
    {
        FactCount = references.Length;
        stepCount = 0;
        external.Clear();
        snapshot = null;
    }

    /// <summary>The derivations as they are now; the same until something is added.</summary>
    public TrailSnapshot Snapshot(FactList[] lists)
    {
        if (snapshot is { } known && known.FactCount == FactCount)
            return known;
        var own = references.Length;
        return snapshot = new TrailSnapshot(
            rules, references, FactsFrom(own, lists), offsets[own..FactCount], steps[..stepCount], external.Count == 0 ? null : new Dictionary<int, Derivation>(external));
    }

    private object[] FactsFrom(int id, FactList[] lists)
    {
        var facts = new object[FactCount - id];
        for (var i = 0; i < facts.Length; i++)
            facts[i] = lists[places[id + i].Slot].At(places[id + i].Position);
        return facts;
    }

    private int Number(int slot, int position, int offset)
    {
        if (FactCount == offsets.Length)
        {
            Array.Resize(ref offsets, FactCount * 2);
            Array.Resize(ref places, FactCount * 2);
        }

        offsets[FactCount] = offset;
        places[FactCount] = (slot, position);
        return FactCount++;
    }

    private void Push(int value)
    {
        if (stepCount == steps.Length)
            Array.Resize(ref steps, stepCount * 2);
        steps[stepCount++] = value;
    }
}

/// <summary>A trail at one moment; makes derivations on demand, one object for each fact.</summary>
/// <param name="rules">The rules, by their numbers.</param>
/// <param name="references">The facts that every partition shares; their numbers come first.</param>
/// <param name="own">The facts of the partition.</param>
/// <param name="offsets">Where the step begins that yielded each of the partition's facts; -1 for a given one.</param>
/// <param name="steps">The steps.</param>
/// <param name="external">How facts came about that an earlier evaluation yielded.</param>
internal sealed class TrailSnapshot(
    IReadOnlyList<RuleDefinition> rules, object[] references, object[] own, int[] offsets, int[] steps, Dictionary<int, Derivation>? external)
{
    private readonly Derivation?[] made = new Derivation?[own.Length];
    private Derivation?[]? madeOfReferences;

    public int FactCount => references.Length + own.Length;

    /// <summary>How a fact came about.</summary>
    public Derivation Of(int id)
    {
        if (external?.GetValueOrDefault(id) is { } given)
            return given;
        return id < references.Length ? OfReference(id) : OfOwn(id, id - references.Length);
    }

    /// <summary>The facts that a rule matched, in the order of its elements.</summary>
    public IReadOnlyList<Derivation> PremisesOf(int id)
    {
        var offset = offsets[id - references.Length];
        var premises = new Derivation[steps[offset + 1]];
        for (var i = 0; i < premises.Length; i++)
            premises[i] = Of(steps[offset + 2 + i]);
        return premises;
    }

    private Derivation OfReference(int id)
    {
        var places = Volatile.Read(ref madeOfReferences) ?? Interlocked.CompareExchange(ref madeOfReferences, new Derivation?[references.Length], null) ?? madeOfReferences;
        return Volatile.Read(ref places[id]) ?? Publish(ref places[id], new Derivation(references[id], null, null, id));
    }

    private Derivation OfOwn(int id, int place) => Volatile.Read(ref made[place]) ?? Publish(
        ref made[place],
        offsets[place] is var offset && offset < 0 ? new Derivation(own[place], null, null, id) : new Derivation(own[place], rules[steps[offset]], this, id));

    private static Derivation Publish(ref Derivation? place, Derivation derivation) => Interlocked.CompareExchange(ref place, derivation, null) ?? derivation;
}
