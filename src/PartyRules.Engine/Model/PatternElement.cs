using System.Linq.Expressions;

namespace PartyRules.Engine.Model;

/// <summary>Facts of one type that meet conditions.</summary>
/// <param name="fact">The name and type of the fact; conditions refer to it.</param>
/// <param name="conditions">What must hold; each is of type <see cref="bool"/>.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Pattern(ParameterExpression fact, IReadOnlyList<Expression> conditions)
{
    /// <summary>The name and type of the fact; conditions refer to it.</summary>
    public ParameterExpression Fact { get; } = fact;

    /// <summary>What must hold; each is of type <see cref="bool"/>.</summary>
    public IReadOnlyList<Expression> Conditions { get; } = conditions;

    internal Pattern Rewrite(Func<Expression, Expression> rewrite) => new(Fact, [.. Conditions.Select(rewrite)]);

    internal Pattern Without(Predicate<Expression> holdsAnyhow) =>
        new(Fact, [.. Conditions.SelectMany(Syntax.Expressions.Conjuncts).Where(condition => !holdsAnyhow(condition))]);
}

/// <summary>An element that looks for facts of one type.</summary>
public abstract class PatternElement : SingleElement
{
    private protected PatternElement(Pattern pattern) => Pattern = pattern;

    /// <summary>Which facts are looked for.</summary>
    public Pattern Pattern { get; }

    internal override IEnumerable<ParameterExpression> Gives => [];

    internal override IEnumerable<ParameterExpression> FactNames => [Pattern.Fact];

    internal override IEnumerable<Expression> Expressions => Pattern.Conditions;

    internal override IEnumerable<Pattern> Patterns => [Pattern];
}

/// <summary>Satisfied for each fact that meets the pattern; names it.</summary>
/// <param name="pattern">The pattern.</param>
public sealed class MatchElement(Pattern pattern) : PatternElement(pattern)
{
    internal override IEnumerable<Reading> Readings => [new(Pattern.Fact.Type, NeedsAll: false)];

    internal override IEnumerable<ParameterExpression> Gives => [Pattern.Fact];

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) => new MatchElement(Pattern.Rewrite(rewrite));

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) => new MatchElement(Pattern.Without(holdsAnyhow));
}

/// <summary>Satisfied once if some fact meets the pattern.</summary>
/// <param name="pattern">The pattern.</param>
public sealed class ExistsElement(Pattern pattern) : PatternElement(pattern)
{
    internal override IEnumerable<Reading> Readings => [new(Pattern.Fact.Type, NeedsAll: false)];

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) => new ExistsElement(Pattern.Rewrite(rewrite));

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) => new ExistsElement(Pattern.Without(holdsAnyhow));
}

/// <summary>Satisfied if no fact meets the pattern.</summary>
/// <param name="pattern">The pattern.</param>
public sealed class NotElement(Pattern pattern) : PatternElement(pattern)
{
    internal override IEnumerable<Reading> Readings => [new(Pattern.Fact.Type, NeedsAll: true)];

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) => new NotElement(Pattern.Rewrite(rewrite));

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) => new NotElement(Pattern.Without(holdsAnyhow));
}

/// <summary>Satisfied if every fact that meets the pattern meets the conditions too.</summary>
/// <param name="pattern">Which facts are looked at.</param>
/// <param name="conditions">What must hold of each of them.</param>
public sealed class ForAllElement(Pattern pattern, IReadOnlyList<Expression> conditions) : PatternElement(pattern)
{
    /// <summary>What must hold of each of them.</summary>
    public IReadOnlyList<Expression> Conditions { get; } = conditions;

    internal override IEnumerable<Reading> Readings => [new(Pattern.Fact.Type, NeedsAll: true)];

    internal override IEnumerable<Expression> Expressions => Pattern.Conditions.Concat(Conditions);

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) =>
        new ForAllElement(Pattern.Rewrite(rewrite), [.. Conditions.Select(rewrite)]);

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) =>
        new ForAllElement(Pattern.Without(holdsAnyhow), Conditions);
}
