using PartyRules.Engine.Execution;

namespace PartyRules.Engine;

/// <summary>Makes derivations of a trail on demand, one object for each fact.</summary>
/// <param name="trail">The trail.</param>
/// <param name="continued">How given facts came about that an earlier evaluation yielded, by their numbers; null for none.</param>
internal sealed class Derivations(TrailSnapshot trail, IReadOnlyDictionary<int, Derivation>? continued)
{
    private readonly Derivation?[] made = new Derivation?[trail.FactCount - trail.ReferenceCount];

    /// <summary>Made when the first is asked for: a partition looks at few of the facts that all share, and there may be many.</summary>
    private Derivation?[]? madeOfReferences;

    public int FactCount => trail.FactCount;

    /// <summary>How a fact came about.</summary>
    public Derivation Of(int id)
    {
        if (continued?.GetValueOrDefault(id) is { } known)
            return known;
        ref var place = ref PlaceOf(id);
        return Volatile.Read(ref place) ?? Publish(ref place, Make(id));
    }

    /// <summary>The facts that a rule matched, in the order of its elements.</summary>
    public IReadOnlyList<Derivation> PremisesOf(int id)
    {
        var premises = trail.PremisesOf(id);
        var derivations = new Derivation[premises.Length];
        for (var i = 0; i < derivations.Length; i++)
            derivations[i] = Of(premises[i]);
        return derivations;
    }

    private ref Derivation? PlaceOf(int id)
    {
        if (id >= trail.ReferenceCount)
            return ref made[id - trail.ReferenceCount];
        var places = Volatile.Read(ref madeOfReferences) ?? Publish(ref madeOfReferences, new Derivation?[trail.ReferenceCount]);
        return ref places[id];
    }

    private Derivation Make(int id)
    {
        var rule = trail.RuleOf(id);
        return new Derivation(trail.FactOf(id), rule, rule is null ? null : this, id);
    }

    /// <summary>Several threads may ask at the same time; all get the object of the first.</summary>
    private static T Publish<T>(ref T? place, T value)
        where T : class =>
        Interlocked.CompareExchange(ref place, value, null) ?? value;
}
