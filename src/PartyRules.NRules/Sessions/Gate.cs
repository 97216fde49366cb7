using NRules.RuleModel;

namespace PartyRules.NRules.Sessions;

/// <summary>Tells the gates of one rule set from those of another.</summary>
/// <param name="name">The rule set's name.</param>
internal sealed class GateKey(string name)
{
    public override string ToString() => name;
}

/// <summary>A session fact: a level of a rule set is open, because all lower levels have fired.</summary>
/// <param name="key">Whose level.</param>
/// <param name="level">The level, from 1.</param>
/// <param name="run">What the session knows of the run.</param>
internal sealed class Gate(GateKey key, int level, Run run)
{
    public GateKey Key { get; } = key;

    public int Level { get; } = level;

    public Run Run { get; } = run;

    public void OpenNext(IContext context) => context.Insert(new Gate(Key, Level + 1, Run));

    public override string ToString() => $"{Key} level {Level}";
}

/// <summary>What begins a run in a session.</summary>
/// <param name="key">Whose run.</param>
/// <param name="referenceFacts">What every partition shares.</param>
/// <param name="partitioning">How facts belong to partitions; null where the session is one.</param>
internal sealed class SessionStart(GateKey key, IReadOnlyList<object> referenceFacts, Partitioning? partitioning)
{
    public void In(IContext context)
    {
        foreach (var fact in referenceFacts)
            context.TryInsert(fact);
        context.Insert(new Gate(key, 1, new Run(partitioning?.KeyOf)));
    }
}

/// <summary>A session fact: facts of one subject, which the rules combine only with each other and with what is shared.</summary>
/// <param name="run">The run.</param>
/// <param name="key">What the subject is known by.</param>
internal sealed class Partition(Run run, object key)
{
    /// <summary>The key of what belongs to no partition.</summary>
    public static object Nobody { get; } = new();

    public object Key { get; } = key;

    /// <summary>Whether a fact is this partition's. One that is nobody's is everybody's.</summary>
    public bool Holds(object fact) => run.KeyOf(fact) is not { } other || Key.Equals(other);

    public void Take(object fact) => run.Take(fact, Key);

    public void Release(object fact) => run.Keys!.Remove(fact);

    public override string ToString() => $"Partition {Key}";
}

/// <summary>Which facts belong together where a session holds several partitions.</summary>
/// <param name="keyOf">What the subject of a fact is known by; null where the fact itself does not say.</param>
/// <param name="shared">The types of fact that all partitions share.</param>
internal sealed class Partitioning(Func<object, object?> keyOf, IReadOnlySet<Type> shared)
{
    public Func<object, object?> KeyOf { get; } = keyOf;

    public bool IsShared(Type type) => shared.Contains(type);
}

/// <summary>What one session knows of one run of a rule set.</summary>
internal sealed class Run
{
    private readonly HashSet<(object? Partition, object Fact)> known = [];
    private readonly Func<object, object?>? keyOf;
    private readonly Dictionary<object, object> values = [];
    private long recursive;

    public Run(Func<object, object?>? keyOf = null)
    {
        this.keyOf = keyOf;
        Keys = keyOf is null ? null : new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>Whose each yielded object is; null where there is one partition.</summary>
    public Dictionary<object, object>? Keys { get; }

    /// <summary>The keys of the partitions that are open, where the rule set says what it is partitioned by.</summary>
    public HashSet<string> Open { get; } = new(StringComparer.Ordinal);

    public object? KeyOf(object fact)
    {
        if (fact.GetType().IsValueType)
            return values.TryGetValue(fact, out var owner) ? owner : keyOf!(fact);
        return Keys!.TryGetValue(fact, out var key) ? key : keyOf!(fact);
    }

    /// <summary>Notes whose a fact is. Values are known by what they are, because each look at one makes another object of it.</summary>
    /// <exception cref="NotSupportedException">Another partition has an equal value, so that nobody could tell whose it is.</exception>
    public void Take(object fact, object key)
    {
        if (!fact.GetType().IsValueType)
            Keys![fact] = key;
        else if (!values.TryAdd(fact, key) && !key.Equals(values[fact]))
        {
            throw new NotSupportedException(
                $"The partitions {values[fact]} and {key} both have the {fact.GetType().Name} {fact}, and values that are equal cannot be "
                + "told apart. Make it a class, or let it say whom it is about.");
        }
    }

    /// <summary>Notes a given fact of which equal ones may be yielded.</summary>
    public void Know(object fact) => known.Add((null, fact));

    /// <summary>Whether a yielded fact is new: no fact of its partition equals it.</summary>
    public bool Admits(object fact, Partition? partition) =>
        !FactIdentity.HasValueEquality(fact.GetType()) || known.Add((partition?.Key, fact));

    /// <summary>Counts a fact of rules that feed each other.</summary>
    public bool Counts(long most) => ++recursive <= most;
}
