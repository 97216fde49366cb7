using System.Linq.Expressions;

namespace PartyRules.Engine;

/// <summary>A fact that a rule matched, by the name under which the rule knows it.</summary>
/// <remarks>Immutable; as thread-safe as the value.</remarks>
/// <param name="Name">The name; empty where the rule gives none.</param>
/// <param name="Type">The type under which the rule asks for it; the value may be of a derived type.</param>
/// <param name="Value">The fact, the result of a query or a calculated value.</param>
public sealed record MatchedFact(string Name, Type Type, object? Value)
{
    /// <summary>The name and the value, such as <c>order = Order 7</c>; a long value is cut.</summary>
    public override string ToString() => $"{(Name.Length > 0 ? Name : Type.Name)} = {Tracing.ValueText.Of(Value)}";

    internal static IReadOnlyList<MatchedFact> Of(ParameterExpression[] names, object?[] values) =>
        [.. names.Zip(values, (name, value) => new MatchedFact(name.Name ?? "", name.Type, value))];
}
