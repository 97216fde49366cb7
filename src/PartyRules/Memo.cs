using System.Collections.Concurrent;

namespace PartyRules;

/// <summary>
/// Values that are made once for each key. What could not be made is not kept: it is tried again when it is next asked for.
/// </summary>
/// <remarks>
/// Thread-safe: of several threads that ask for one key, one makes the value and the others wait. It grows with the keys for which there is
/// a value.
/// </remarks>
/// <param name="make">Makes a value.</param>
internal sealed class Memo<TKey, TValue>(Func<TKey, TValue> make)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<TValue>> values = new();

    /// <summary>The value of a key.</summary>
    public TValue this[TKey key]
    {
        get
        {
            var value = values.GetOrAdd(key, known => new Lazy<TValue>(() => make(known)));
            try
            {
                return value.Value;
            }
            catch
            {
                values.TryRemove(KeyValuePair.Create(key, value));
                throw;
            }
        }
    }
}
