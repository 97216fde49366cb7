namespace PartyRules.Engine.Fluent;

/// <summary>Marks a type of fact of which each yielded fact is a fact of its own, even where it equals another.</summary>
/// <remarks>
/// Without it a yielded fact that equals one that is already there is not added again, for every type that has value equality: structs,
/// records and classes that override <see cref="object.Equals(object)"/>. Classes without value equality need no mark.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OccurrenceAttribute : Attribute;
