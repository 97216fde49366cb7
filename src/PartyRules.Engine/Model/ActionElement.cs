using System.Linq.Expressions;

namespace PartyRules.Engine.Model;

/// <summary>An action of a rule's right-hand side.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class ActionElement
{
    private protected ActionElement()
    {
    }

    /// <summary>What is done, from a context and the rule's names.</summary>
    internal abstract LambdaExpression Lambda { get; }

    /// <summary>The same action with another lambda of the same type.</summary>
    internal abstract ActionElement With(LambdaExpression lambda);
}

/// <summary>Yields a fact.</summary>
/// <param name="fact">Makes the fact, from a context and the rule's names.</param>
public sealed class YieldElement(LambdaExpression fact) : ActionElement
{
    /// <summary>Makes the fact, from a context and the rule's names.</summary>
    public LambdaExpression Fact { get; } = fact;

    internal override LambdaExpression Lambda => Fact;

    internal override ActionElement With(LambdaExpression lambda) => new YieldElement(lambda);
}

/// <summary>Does something outside once all facts are known.</summary>
/// <param name="action">What is done, from a context and the rule's names.</param>
public sealed class DoElement(LambdaExpression action) : ActionElement
{
    /// <summary>What is done, from a context and the rule's names.</summary>
    public LambdaExpression Action { get; } = action;

    internal override LambdaExpression Lambda => Action;

    internal override ActionElement With(LambdaExpression lambda) => new DoElement(lambda);
}
