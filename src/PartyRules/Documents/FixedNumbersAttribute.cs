namespace PartyRules.Documents;

/// <summary>Says that the numbers of an object are always the same, while others in schemes may be stated by days.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FixedNumbersAttribute : Attribute;
