namespace PartyRules.Schemes.Conditions;

/// <summary>Holds where the subject is of one of the categories.</summary>
/// <param name="Categories">The categories.</param>
public sealed record CategoryCondition(IReadOnlyList<string> Categories) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.None;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => Categories.Contains(known.Dossier.Subject.Category);
}

/// <summary>Holds where the subject is of one of the states of employment.</summary>
/// <param name="Employments">The states of employment.</param>
public sealed record EmploymentCondition(IReadOnlyList<string> Employments) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.None;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => Employments.Contains(known.Dossier.Subject.Employment);
}

/// <summary>Holds where the number of entries of a code is in the range.</summary>
/// <param name="Code">The code of an item or record.</param>
/// <param name="Name">The name of that item or record.</param>
/// <param name="Count">The range.</param>
public sealed record EntriesCondition(string Code, LocalText Name, NumberRange Count) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.None;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => Count.Contains(known.Dossier.CountOf(Code));
}
