using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>A named number of a subject, which conditions and other clauses look at by its identifier.</summary>
/// <remarks>Two measures are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <param name="id">The identifier.</param>
/// <param name="name">What people call it.</param>
/// <param name="quantity">How it is worked out.</param>
/// <param name="cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/measures.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Measure(string id, LocalText name, Quantity quantity, Citation cites)
{
    public string Id { get; } = id;

    public LocalText Name { get; } = name;

    public Quantity Quantity { get; } = quantity;

    public Citation Cites { get; } = cites;

    /// <summary>The number, exactly; null where it is not known.</summary>
    public Exact? Of(in Known known) => Quantity.Of(known);

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}

/// <summary>How a number of a subject is worked out.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal abstract record Quantity
{
    /// <summary>What must be known before the number is.</summary>
    internal virtual Needs Needs => Needs.None;

    /// <summary>How what is still to come in a period may change the number.</summary>
    internal virtual Trend Trend => Trend.Fixed;

    /// <summary>Whether there is always a number, even without any entry.</summary>
    internal virtual bool IsAlwaysKnown => false;

    /// <summary>Whether the number may be below zero; values of entries are not.</summary>
    internal virtual bool MayBeNegative => false;

    /// <summary>Whether it compares the subject with others, over the whole period.</summary>
    internal virtual bool IsOfPool => false;

    /// <summary>The codes of the entries that it looks at.</summary>
    internal virtual IReadOnlyList<string> Codes => [];

    /// <summary>The windows that it looks at.</summary>
    internal virtual IReadOnlyList<PeriodKind> Windows => [];

    /// <summary>The number, exactly; null where it is not known.</summary>
    /// <param name="known">What is known of the subject; at least what <see cref="Needs"/> names.</param>
    internal abstract Exact? Of(in Known known);

    /// <summary>Says which facts it looks at that a data set may lack.</summary>
    /// <param name="facts">Where it says so.</param>
    internal abstract void LookAt(LookedAt facts);
}

/// <summary>How what is still to come in a period may change a number.</summary>
internal enum Trend
{
    /// <summary>Not at all.</summary>
    Fixed,

    /// <summary>It may only become larger.</summary>
    Grows,

    /// <summary>It may become larger or smaller.</summary>
    Either,
}

/// <summary>Holds where a measure is in the range; a measure that is not known is in none.</summary>
/// <remarks>
/// In a period that is not over, a number that may still grow out of the range does not hold: what has not happened yet is not missed.
/// </remarks>
internal sealed record MeasureCondition(Measure Measure, NumberRange Range) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Measure.Quantity.Needs;

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => Measure.Of(known) is { } value
        && Range.Contains(value)
        && (!known.Dossier.IsOpen || Range.Keeps(Measure.Quantity.Trend));

    /// <inheritdoc/>
    internal override bool Fails(in Known known)
    {
        var value = Measure.Of(known);
        var mayGrow = known.Dossier.IsOpen && Measure.Quantity.Trend == Trend.Grows;
        return mayGrow ? value is { } least && Range.IsBelow(least) : value is not { } number || !Range.Contains(number);
    }

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => Measure.Quantity.LookAt(facts);
}
