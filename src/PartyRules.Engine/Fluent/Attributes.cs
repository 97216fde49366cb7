using PartyRules.Engine.Model;

namespace PartyRules.Engine.Fluent;

/// <summary>Names a rule; unique within a rule set.</summary>
/// <param name="value">The name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NameAttribute(string value) : Attribute
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>Says in a sentence what a rule does.</summary>
/// <param name="value">The sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DescriptionAttribute(string value) : Attribute
{
    /// <summary>The sentence.</summary>
    public string Value { get; } = value;
}

/// <summary>Puts a rule under a heading.</summary>
/// <param name="value">The heading.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TagAttribute(string value) : Attribute
{
    /// <summary>The heading.</summary>
    public string Value { get; } = value;
}

/// <summary>Orders the <see cref="IRightHandSideExpression.Do"/> actions of rules; it never changes which facts are yielded.</summary>
/// <param name="value">The priority; higher acts first. 0 where the attribute is absent.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PriorityAttribute(int value) : Attribute
{
    /// <summary>The priority.</summary>
    public int Value { get; } = value;
}

/// <summary>
/// Says how often a rule may fire for one combination of facts. In a pure evaluation each combination fires once, so both choices mean the
/// same.
/// </summary>
/// <param name="value">The choice.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RepeatabilityAttribute(RuleRepeatability value) : Attribute
{
    /// <summary>The choice.</summary>
    public RuleRepeatability Value { get; } = value;
}
