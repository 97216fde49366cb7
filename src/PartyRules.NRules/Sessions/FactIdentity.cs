using System.Runtime.CompilerServices;

namespace PartyRules.NRules.Sessions;

/// <summary>Objects are told apart by reference, values by equality.</summary>
internal sealed class FactIdentity : IEqualityComparer<object>
{
    public static FactIdentity Instance { get; } = new();

    bool IEqualityComparer<object>.Equals(object? left, object? right) => ReferenceEquals(left, right) || (left is ValueType && left.Equals(right));

    int IEqualityComparer<object>.GetHashCode(object fact) => fact is ValueType ? fact.GetHashCode() : RuntimeHelpers.GetHashCode(fact);
}
