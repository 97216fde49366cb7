namespace PartyRules.Data.Samples;

/// <summary>SplitMix64, a small generator whose numbers depend on the seed alone.</summary>
/// <seealso href="https://doi.org/10.1145/2660193.2660195">
/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014
/// </seealso>
internal sealed class SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to, and not including, a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
