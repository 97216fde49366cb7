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

    /// <summary>
    /// Adds a fact. The results that a query makes of one fact follow each other, so that it is enough to look at the last.
    /// </summary>
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
/// Which rule yielded which fact from which facts, as numbers in arrays that only grow while a partition is evaluated. Objects are made of
/// it when somebody asks.
/// </summary>
/// <param name="rules">The rules, by their numbers.</param>
internal sealed class Trail(IReadOnlyList<RuleDefinition> rules)
{
    private int[] steps = new int[64];
    private int stepCount;
    private int[] offsets = new int[64];
    private (int Slot, int Position)[] places = new (int, int)[64];
    private object[] references = [];
    private int pending;

    public int FactCount { get; private set; }

    /// <summary>Numbers a given fact.</summary>
    /// <param name="slot">Its list.</param>
    /// <param name="position">Its position there.</param>
    public int Give(int slot, int position) => Number(slot, position, -1);

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
    }

    /// <summary>The trail as it is now.</summary>
    public TrailSnapshot Snapshot(FactList[] lists)
    {
        var own = references.Length;
        return new TrailSnapshot(rules, references, FactsFrom(own, lists), offsets[own..FactCount], steps[..stepCount]);
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

/// <summary>A trail at one moment. It stays valid when the evaluator goes on.</summary>
/// <param name="rules">The rules, by their numbers.</param>
/// <param name="references">The facts that every partition shares; their numbers come first.</param>
/// <param name="own">The facts of the partition.</param>
/// <param name="offsets">Where the step begins that yielded each of the partition's facts; -1 for a given one.</param>
/// <param name="steps">The steps.</param>
internal sealed class TrailSnapshot(IReadOnlyList<RuleDefinition> rules, object[] references, object[] own, int[] offsets, int[] steps)
{
    public int FactCount => references.Length + own.Length;

    /// <summary>How many of the facts are shared by every partition; their numbers come first.</summary>
    public int ReferenceCount => references.Length;

    public object FactOf(int id) => id < references.Length ? references[id] : own[id - references.Length];

    /// <summary>The rule that yielded a fact first; null for a given one.</summary>
    public RuleDefinition? RuleOf(int id) => OffsetOf(id) is >= 0 and var offset ? rules[steps[offset]] : null;

    /// <summary>The facts that the rule matched, in the order of its elements; none for a given one.</summary>
    public ReadOnlySpan<int> PremisesOf(int id) => OffsetOf(id) is >= 0 and var offset ? steps.AsSpan(offset + 2, steps[offset + 1]) : [];

    private int OffsetOf(int id) => id < references.Length ? -1 : offsets[id - references.Length];
}
