using System.Runtime.CompilerServices;

namespace PartyRules.NRules.Sessions;

/// <summary>Objects are told apart by reference, values by equality.</summary>
internal sealed class FactIdentity : IEqualityComparer<object>
{
    public static FactIdentity Instance { get; } = new();

    /// <summary>Whether objects of a type may be equal without being the same object.</summary>
    public static bool HasValueEquality(Type type) =>
        type.IsValueType || type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object);

    bool IEqualityComparer<object>.Equals(object? left, object? right) =>
        ReferenceEquals(left, right) || (left is ValueType && left.Equals(right));

    int IEqualityComparer<object>.GetHashCode(object fact) => fact is ValueType ? fact.GetHashCode() : RuntimeHelpers.GetHashCode(fact);
}
