using System.Reflection;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Fluent;

/// <summary>A rule: what must be matched, and what follows. Derive from it and describe both sides in <see cref="Define"/>.</summary>
/// <remarks>
/// The shape is that of NRules' fluent language, so that a rule is ported by changing a <c>using</c>. Rules read facts and yield facts;
/// facts are immutable, so there is no update or retraction: what would need one is refused when the rule is compiled, with the way out.
/// Values that a rule captures are read once, when it is compiled. An instance may be compiled from one thread at a time.
/// </remarks>
/// <example>
/// <code>
/// public sealed class GoodCustomerGetsDiscount : Rule
/// {
///     public override void Define()
///     {
///         Customer customer = null!;
///         When().Match(() =&gt; customer, c =&gt; c.IsGood);
///         Then().Yield(_ =&gt; new Discount(customer));
///     }
/// }
/// </code>
/// </example>
public abstract class Rule
{
    private RuleBuilder? builder;

    /// <summary>Describes the rule through <see cref="When"/> and <see cref="Then"/>.</summary>
    public abstract void Define();

    /// <summary>Names the rule. The default is the <see cref="NameAttribute"/>, or else the full name of its type.</summary>
    /// <param name="value">The name; unique within a rule set.</param>
    protected void Name(string value) => Builder.Name = value;

    /// <summary>
    /// Sets the priority, which orders <see cref="IRightHandSideExpression.Do"/> actions alone. The default is the
    /// <see cref="PriorityAttribute"/>, or else 0.
    /// </summary>
    /// <param name="value">The priority; higher acts first.</param>
    protected void Priority(int value) => Builder.Priority = value;

    /// <summary>Starts the services that the rule's actions need.</summary>
    protected IDependencyExpression Dependency() => new DependencyExpression(Builder);

    /// <summary>Starts the filters: conditions on the match as a whole.</summary>
    protected IFilterExpression Filter() => new FilterExpression(Builder);

    /// <summary>Starts the left-hand side: what must be matched.</summary>
    protected ILeftHandSideExpression When() => new LeftHandSideExpression(Builder, Builder.Elements);

    /// <summary>Starts the right-hand side: what follows from each match.</summary>
    protected IRightHandSideExpression Then() => new RightHandSideExpression(Builder);

    private RuleBuilder Builder => builder ?? throw new InvalidOperationException("A rule is described within Define().");

    /// <summary>The rule as an immutable model.</summary>
    /// <exception cref="RuleDefinitionException">
    /// The description is not a valid rule; the message names the rule and the mistake.
    /// </exception>
    public RuleDefinition ToDefinition()
    {
        var type = GetType();
        builder = new RuleBuilder(type.GetCustomAttribute<NameAttribute>()?.Value ?? type.FullName ?? type.Name)
        {
            Description = type.GetCustomAttribute<DescriptionAttribute>()?.Value ?? "",
            Tags = [.. type.GetCustomAttributes<TagAttribute>().Select(tag => tag.Value).Order(StringComparer.Ordinal)],
            Priority = type.GetCustomAttribute<PriorityAttribute>()?.Value ?? 0,
            Repeatability = type.GetCustomAttribute<RepeatabilityAttribute>()?.Value ?? RuleRepeatability.Repeatable,
        };
        try
        {
            Define();
            return builder.Build();
        }
        finally
        {
            builder = null;
        }
    }
}
