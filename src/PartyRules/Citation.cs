using PartyRules.Engine.Fluent;

namespace PartyRules;

/// <summary>What a clause rests on.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Clause">The clause's reference, such as <c>fengxian/task-monthly</c>.</param>
/// <param name="Text">What the source says, or the choice made where it says nothing.</param>
/// <param name="IsChoice">Whether the source leaves this open.</param>
/// <param name="Checked">The day on which a person last compared the clause with its source; null where nobody has yet.</param>
public sealed record Citation(string Clause, LocalText Text, bool IsChoice, DateOnly? Checked = null)
{
    /// <summary>The first day on which an amount that holds for a time does; null for the first of the scheme.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which an amount that holds for a time does; null for the last of the scheme.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it is that of an amount that holds for a time only.</summary>
    internal bool IsDated => From is not null || To is not null;
}

/// <summary>A finding's code and name.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Code">The code in results.</param>
/// <param name="Name">What it says to people.</param>
public sealed record FindingText(string Code, LocalText Name);
