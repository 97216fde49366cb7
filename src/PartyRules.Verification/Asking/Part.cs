namespace PartyRules.Verification.Asking;

/// <summary>What is asked of one kind of clause: its own part of verification, under its name.</summary>
/// <remarks>The one list of all parts is <c>Parts</c>. Immutable and thread-safe.</remarks>
internal abstract class Part
{
    /// <summary>The name of the kind of clause, as its folder in the library is called.</summary>
    public string Kind => GetType().Name[..^nameof(Part).Length];

    /// <summary>The questions, in the order in which they are asked.</summary>
    public abstract IReadOnlyList<Question> Questions { get; }

    /// <summary>Asks them of the clauses of a scheme.</summary>
    /// <param name="at">The scheme that is verified.</param>
    public abstract void Ask(Verifying at);
}
