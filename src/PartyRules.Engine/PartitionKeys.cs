using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace PartyRules.Engine;

/// <summary>What a rule set is partitioned by: for each type of fact, the key of the partition that a fact belongs to.</summary>
/// <remarks>
/// Keys are compared ordinally. A fact of a derived type goes by the key of the nearest type that has one. Immutable and thread-safe.
/// </remarks>
/// <example>
/// <code>
/// PartitionKeys.By&lt;Member&gt;(member =&gt; member.Id).And&lt;Entry&gt;(entry =&gt; entry.Member)
/// </code>
/// </example>
public sealed class PartitionKeys
{
    private readonly Dictionary<Type, LambdaExpression> declared;
    private readonly ConcurrentDictionary<Type, Func<object, string?>?> readers = new();

    private PartitionKeys(Dictionary<Type, LambdaExpression> declared) => this.declared = declared;

    /// <summary>Starts with the key of one type.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="key">Gives the key; it must depend on the fact alone and never be null.</param>
    public static PartitionKeys By<TFact>(Expression<Func<TFact, string>> key)
        where TFact : notnull => new PartitionKeys([]).And(key);

    /// <summary>The same with the key of one more type.</summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="key">Gives the key; it must depend on the fact alone and never be null.</param>
    /// <exception cref="ArgumentException">The type has a key already.</exception>
    public PartitionKeys And<TFact>(Expression<Func<TFact, string>> key)
        where TFact : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        var more = new Dictionary<Type, LambdaExpression>(declared);
        return more.TryAdd(typeof(TFact), key)
            ? new PartitionKeys(more)
            : throw new ArgumentException($"{typeof(TFact).Name} has a key already. Give each type one.", nameof(key));
    }

    /// <summary>The keys as expressions, for whoever plans joins.</summary>
    internal IReadOnlyDictionary<Type, LambdaExpression> Expressions => declared;

    /// <summary>The types of fact that have a key.</summary>
    public IReadOnlyCollection<Type> Types => declared.Keys;

    /// <summary>The key of a fact; null where its type has none.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentException">The key is null, or two unrelated types give one.</exception>
    public string? KeyOf(object fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (readers.GetOrAdd(fact.GetType(), static (type, keys) => keys.ReaderOf(type), this) is not { } reader)
            return null;
        return reader(fact)
            ?? throw new ArgumentException(
                $"The partition key of {fact.GetType().Name} {fact} is null. A key is never null.", nameof(fact));
    }

    private Func<object, string?>? ReaderOf(Type exact)
    {
        var covering = declared.Keys.Where(type => type.IsAssignableFrom(exact)).ToList();
        var nearest = covering.Where(type => !covering.Exists(other => other != type && type.IsAssignableFrom(other))).ToList();
        if (nearest.Count > 1)
        {
            var names = string.Join(" and ", nearest.Select(type => type.Name).Order(StringComparer.Ordinal));
            throw new ArgumentException($"{exact.Name} has the keys of {names}. Give it one of its own.", nameof(exact));
        }

        if (nearest.Count == 0)
            return null;
        var key = declared[nearest[0]];
        var fact = Expression.Parameter(typeof(object), "fact");
        return Expression.Lambda<Func<object, string?>>(Syntax.Expressions.Apply(key, Expression.Convert(fact, nearest[0])), fact)
            .Compile();
    }
}
