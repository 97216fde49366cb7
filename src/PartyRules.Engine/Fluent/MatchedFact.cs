using System.Linq.Expressions;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Fluent;

/// <summary>A fact that a rule matched, by the name under which the rule knows it.</summary>
/// <remarks>Immutable; as thread-safe as the value.</remarks>
public sealed class MatchedFact
{
    internal MatchedFact(ParameterExpression name, object? value)
    {
        Name = name.Name ?? "";
        Type = name.Type;
        Value = value;
    }

    /// <summary>The name; empty where the rule gives none.</summary>
    public string Name { get; }

    /// <summary>The type under which the rule asks for it; the value may be of a derived type.</summary>
    public Type Type { get; }

    /// <summary>The fact, the result of a query or a calculated value.</summary>
    public object? Value { get; }

    /// <summary>The name and the value, such as <c>order = Order 7</c>; a long value is cut.</summary>
    public override string ToString() => $"{(Name.Length > 0 ? Name : Type.Name)} = {ValueText.Of(Value)}";

    internal static IReadOnlyList<MatchedFact> Matched(ParameterExpression[] names, object?[] values) =>
        [.. names.Zip(values, (name, value) => new MatchedFact(name, value))];
}
