using System.Linq.Expressions;

namespace PartyRules.Engine.Model;

/// <summary>An element of a rule's left-hand side: a <see cref="SingleElement"/>, or a <see cref="GroupElement"/> of others.</summary>
/// <remarks>
/// Elements are immutable and thread-safe. Each knows what it reads, names and works out, so that whoever plans, compiles or traces rules
/// asks the element and does not have to know every kind.
/// </remarks>
public abstract class RuleElement
{
    private protected RuleElement()
    {
    }

    /// <summary>The types of fact that the element reads.</summary>
    internal abstract IEnumerable<Reading> Readings { get; }

    /// <summary>The ways in which the element can be satisfied, each a list of elements that must all be.</summary>
    internal abstract IEnumerable<IReadOnlyList<SingleElement>> Alternatives { get; }

    /// <summary>The ways in which all of several elements can be satisfied.</summary>
    internal static IEnumerable<IReadOnlyList<SingleElement>> AlternativesOf(IEnumerable<RuleElement> elements)
    {
        IEnumerable<IReadOnlyList<SingleElement>> alternatives = [[]];
        foreach (var element in elements)
        {
            List<IReadOnlyList<SingleElement>> own = [.. element.Alternatives];
            alternatives = [.. alternatives.SelectMany(_ => own, (before, after) => (IReadOnlyList<SingleElement>)[.. before, .. after])];
        }

        return alternatives;
    }
}

/// <summary>Elements that are satisfied together or by choice.</summary>
public abstract class GroupElement : RuleElement
{
    private protected GroupElement(IReadOnlyList<RuleElement> elements) => Elements = elements;

    /// <summary>The elements.</summary>
    public IReadOnlyList<RuleElement> Elements { get; }

    internal override IEnumerable<Reading> Readings => Elements.SelectMany(element => element.Readings);
}

/// <summary>Satisfied if all its elements are.</summary>
/// <param name="elements">The elements.</param>
public sealed class AndElement(IReadOnlyList<RuleElement> elements) : GroupElement(elements)
{
    internal override IEnumerable<IReadOnlyList<SingleElement>> Alternatives => AlternativesOf(Elements);
}

/// <summary>Satisfied for each of its elements that is.</summary>
/// <param name="elements">The elements.</param>
public sealed class OrElement(IReadOnlyList<RuleElement> elements) : GroupElement(elements)
{
    internal override IEnumerable<IReadOnlyList<SingleElement>> Alternatives => Elements.SelectMany(element => element.Alternatives);
}

/// <summary>An element that is no group, and so stands as it is in an alternative of its rule.</summary>
public abstract class SingleElement : RuleElement
{
    private protected SingleElement()
    {
    }

    /// <summary>The names that the element gives to those after it.</summary>
    internal abstract IEnumerable<ParameterExpression> Gives { get; }

    /// <summary>The names that stand for the facts it reads, within the element.</summary>
    internal abstract IEnumerable<ParameterExpression> FactNames { get; }

    /// <summary>What the element works out.</summary>
    internal abstract IEnumerable<Expression> Expressions { get; }

    /// <summary>The conditions that it asks of the facts it reads.</summary>
    internal abstract IEnumerable<Pattern> Patterns { get; }

    /// <summary>The names that the element needs from those before it.</summary>
    internal virtual IEnumerable<ParameterExpression> Needs =>
        Expressions.SelectMany(Syntax.Expressions.FreeVariables).Where(name => !FactNames.Contains(name));

    internal sealed override IEnumerable<IReadOnlyList<SingleElement>> Alternatives => [[this]];

    /// <summary>The element with each of its expressions replaced.</summary>
    internal abstract SingleElement Rewrite(Func<Expression, Expression> rewrite);

    /// <summary>The element without those conditions on the facts it reads that hold anyhow.</summary>
    /// <param name="holdsAnyhow">Asked of each condition, taken apart into what must hold together.</param>
    internal abstract SingleElement Without(Predicate<Expression> holdsAnyhow);
}

/// <summary>Names a calculated value.</summary>
/// <param name="value">The name and type.</param>
/// <param name="expression">The calculation.</param>
public sealed class LetElement(ParameterExpression value, Expression expression) : SingleElement
{
    /// <summary>The name and type.</summary>
    public ParameterExpression Value { get; } = value;

    /// <summary>The calculation.</summary>
    public Expression Expression { get; } = expression;

    internal override IEnumerable<Reading> Readings => [];

    internal override IEnumerable<ParameterExpression> Gives => [Value];

    internal override IEnumerable<ParameterExpression> FactNames => [];

    internal override IEnumerable<Expression> Expressions => [Expression];

    internal override IEnumerable<Pattern> Patterns => [];

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) => new LetElement(Value, rewrite(Expression));

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) => this;
}

/// <summary>Keeps combinations of which a condition holds.</summary>
/// <param name="condition">The condition, of type <see cref="bool"/>.</param>
public sealed class HavingElement(Expression condition) : SingleElement
{
    /// <summary>The condition, of type <see cref="bool"/>.</summary>
    public Expression Condition { get; } = condition;

    internal override IEnumerable<Reading> Readings => [];

    internal override IEnumerable<ParameterExpression> Gives => [];

    internal override IEnumerable<ParameterExpression> FactNames => [];

    internal override IEnumerable<Expression> Expressions => [Condition];

    internal override IEnumerable<Pattern> Patterns => [];

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) => new HavingElement(rewrite(Condition));

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) => this;
}
