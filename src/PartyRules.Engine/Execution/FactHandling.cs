using System.Reflection;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Execution;

/// <summary>What makes two facts of a type the same fact.</summary>
internal static class FactHandling
{
    /// <summary>Whether equal yielded facts of a type are one fact, though they may be different objects.</summary>
    public static bool AreEqualFactsOne(Type type) => HasValueEquality(type) && type.GetCustomAttribute<OccurrenceAttribute>() is null;

    /// <summary>Whether objects of a type may be equal without being the same object.</summary>
    public static bool HasValueEquality(Type type) =>
        type.IsValueType || type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object);
}
