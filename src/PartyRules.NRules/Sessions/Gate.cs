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
/// <param name="referenceFacts">The reference facts of the rule set.</param>
internal sealed class SessionStart(GateKey key, IReadOnlyList<object> referenceFacts)
{
    public void In(IContext context)
    {
        foreach (var fact in referenceFacts)
            context.TryInsert(fact);
        context.Insert(new Gate(key, 1, new Run()));
    }
}

/// <summary>What one session knows of one run of a rule set.</summary>
internal sealed class Run
{
    private readonly HashSet<object> known = [];
    private long recursive;

    /// <summary>Notes a given fact of which equal ones may be yielded.</summary>
    public void Know(object fact) => known.Add(fact);

    /// <summary>Whether a yielded fact is new: no fact of the session equals it.</summary>
    public bool Admits(object fact) => !FactIdentity.HasValueEquality(fact.GetType()) || known.Add(fact);

    /// <summary>Counts a fact of rules that feed each other.</summary>
    public bool Counts(long most) => ++recursive <= most;
}
