using System.Runtime.CompilerServices;

namespace PartyRules.NRules.Sessions;

/// <summary>Whose a yielded fact is, where the fact itself does not say it.</summary>
/// <param name="Of">The rules that yielded it.</param>
/// <param name="Key">What the subject is known by.</param>
internal sealed record Owner(object Of, string Key);

/// <summary>Whose yielded facts are. It is known as long as a session holds them.</summary>
internal static class Yielded
{
    private static readonly ConditionalWeakTable<object, Owner> Owners = [];

    /// <summary>Notes whose a fact is.</summary>
    public static void Take(object fact, Owner owner) => Owners.AddOrUpdate(fact, owner);

    /// <summary>Whose a fact is; null where nobody noted it.</summary>
    public static Owner? OwnerOf(object fact) => Owners.TryGetValue(fact, out var owner) ? owner : null;
}

/// <summary>
/// A session fact: a fact that was yielded again. NRules keeps one of equal facts, and forgets it with the match that yielded it first;
/// this one stays as long as its own match does.
/// </summary>
/// <param name="fact">The fact.</param>
internal sealed class Again(object fact)
{
    public object Fact { get; } = fact;

    public override string ToString() => $"{Fact} again";
}

/// <summary>A session fact: derivations are noted.</summary>
/// <param name="note">Notes that a fact came about so.</param>
/// <param name="of">How a fact came about.</param>
internal sealed class Recording(Action<Engine.Derivation> note, Func<object, Engine.Derivation> of)
{
    public void Note(Engine.Derivation derivation) => note(derivation);

    public Engine.Derivation Of(object fact) => of(fact);
}
