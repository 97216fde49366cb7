namespace PartyRules.Conditions;

/// <summary>
/// Something that may hold of a subject. A scheme's conditions are data: trees of these, never expressions of a language.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/conditions.md">The kind of clause, its keys and how it is evaluated</seealso>
internal abstract record Condition
{
    /// <summary>What must be known before the condition can be decided.</summary>
    internal abstract Needs Needs { get; }

    /// <summary>
    /// Whether the condition holds, and will whatever entries may still come until the period is over: see <see cref="Dossier.IsOpen"/>.
    /// </summary>
    /// <param name="known">What is known of the subject; at least what <see cref="Needs"/> names.</param>
    internal abstract bool Holds(in Known known);

    /// <summary>
    /// Whether the condition does not hold, and will not whatever entries may still come. What neither holds nor fails is undecided; once
    /// the period is over nothing is.
    /// </summary>
    /// <param name="known">What is known of the subject; at least what <see cref="Needs"/> names.</param>
    internal virtual bool Fails(in Known known) => !Holds(known);

    /// <summary>
    /// Says which facts it looks at that a data set may lack: columns of subjects beside those that all have, values of entries, and what
    /// is missed by a day.
    /// </summary>
    /// <param name="facts">Where it says so.</param>
    internal abstract void LookAt(LookedAt facts);
}

/// <summary>Holds where something that can only grow until the period is over is in a range.</summary>
internal abstract record GrowingCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    internal sealed override bool Holds(in Known known) => Range.ContainsAll(Measure(known));

    /// <inheritdoc/>
    internal sealed override bool Fails(in Known known) => Range.ContainsNone(Measure(known));

    /// <summary>What is measured: where the period is not over, what it is at least, and what it may still become.</summary>
    private protected abstract Extent Measure(in Known known);

    /// <summary>What it is at least.</summary>
    internal Points Measured(in Known known) => Measure(known).Least;
}

/// <summary>What a condition needs to know. Later kinds of knowledge come later in an assessment.</summary>
[Flags]
internal enum Needs
{
    /// <summary>Nothing but the subject and its entries.</summary>
    None = 0,

    /// <summary>The total.</summary>
    Total = 1,

    /// <summary>The grade.</summary>
    Grade = 2,

    /// <summary>The rank within the pool.</summary>
    Rank = 4,

    /// <summary>The marks of the year's rounds.</summary>
    Marks = 8,

    /// <summary>The shares of the pool that meet the scheme's targets.</summary>
    Shares = 16,

    /// <summary>A round to look at, which the row of a year of rounds is not.</summary>
    Round = 32,
}
