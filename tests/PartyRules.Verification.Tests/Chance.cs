namespace PartyRules.Verification.Tests;

/// <summary>Seeded choices, the same on every run.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0, below a bound.</summary>
    public int Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];
}
