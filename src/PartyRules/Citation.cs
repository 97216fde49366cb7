namespace PartyRules;

/// <summary>What a clause rests on: the place in the published text, or the choice made where that says nothing.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
public sealed class Citation : IEquatable<Citation>
{
    /// <summary>Makes a citation.</summary>
    /// <param name="clause">The clause's reference, such as <c>fengxian/task-monthly</c>.</param>
    /// <param name="text">What the source says, or the choice made where it says nothing.</param>
    /// <param name="isChoice">Whether the source leaves this open.</param>
    /// <param name="checkedOn">The day on which a person last compared the clause with its source; null where nobody has yet.</param>
    public Citation(string clause, LocalText text, bool isChoice, DateOnly? checkedOn = null) =>
        (Clause, Text, IsChoice, Checked) = (clause, text, isChoice, checkedOn);

    /// <summary>
    /// The clause's reference, such as <c>fengxian/task-monthly</c>: the scheme, a slash, and what the scheme calls the place.
    /// </summary>
    public string Clause { get; }

    /// <summary>What the source says, or the choice made where it says nothing.</summary>
    public LocalText Text { get; }

    /// <summary>Whether the source leaves this open, so that the scheme's author chose.</summary>
    public bool IsChoice { get; }

    /// <summary>The day on which a person last compared the clause with its source; null where nobody has yet.</summary>
    public DateOnly? Checked { get; }

    /// <summary>The first day, included, on which an amount that holds for a time does; null for the first of the scheme.</summary>
    public DateOnly? From { get; internal init; }

    /// <summary>The last day, included, on which an amount that holds for a time does; null for the last of the scheme.</summary>
    public DateOnly? To { get; internal init; }

    /// <summary>Whether it is that of an amount that holds for a time only.</summary>
    internal bool IsDated => From is not null || To is not null;

    /// <summary>The same without the days between which the amount holds.</summary>
    internal Citation Undated => IsDated ? new Citation(Clause, Text, IsChoice, Checked) : this;

    /// <summary>Whether another citation is the same in every member.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Citation? other) => ReferenceEquals(this, other)
        || (other is not null && Clause == other.Clause && Text == other.Text && IsChoice == other.IsChoice
            && Checked == other.Checked && From == other.From && To == other.To);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Citation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Clause, Text, IsChoice, Checked, From, To);

    /// <summary>The reference.</summary>
    public override string ToString() => Clause;
}

/// <summary>The code and the name of the finding that a clause raises.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingText
{
    internal FindingText(string code, LocalText name) => (Code, Name) = (code, name);

    /// <summary>The code in results.</summary>
    public string Code { get; }

    /// <summary>What it says to people.</summary>
    public LocalText Name { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
