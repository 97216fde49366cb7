namespace PartyRules.Conditions;

/// <summary>Holds where the subject is of one of the categories.</summary>
/// <remarks>Compared ordinally. Immutable and thread-safe.</remarks>
internal sealed record CategoryCondition(IReadOnlyList<string> Categories) : Condition
{
    private readonly string[] categories = [.. Categories];

    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.Dossier.Subject.Category.IsAmong(categories);
}

/// <summary>Holds where the subject is of one of the states of employment.</summary>
/// <remarks>Compared ordinally. Immutable and thread-safe.</remarks>
internal sealed record EmploymentCondition(IReadOnlyList<string> Employments) : Condition
{
    private readonly string[] employments = [.. Employments];

    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.Dossier.Subject.Employment.IsAmong(employments);
}

/// <summary>Holds where the number of entries of a code is in the range.</summary>
/// <remarks>Entries of the dossier's period are counted, those that lapsed left out. Immutable and thread-safe.</remarks>
internal sealed record EntriesCondition(string Code, LocalText Name, NumberRange Count) : GrowingCondition(Count)
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.EntriesOf(Code);

    /// <inheritdoc/>
    private protected override Extent Measure(in Known known) => Extent.Of(known.Dossier.CountOf(Code), known.Dossier);
}

/// <summary>
/// Holds where a further column of the subject has one of the values. A column of numbers has them however they are written.
/// </summary>
internal sealed record AttributeTextCondition(string Attribute, LocalText Name, IReadOnlyList<string> Values, bool IsNumber) : Condition
{
    private readonly Points[] numbers = IsNumber ? [.. Values.Select(Number).OfType<Points>()] : [];

    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Column(Attribute);

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        var value = known.Dossier.Subject.Attributes.GetValueOrDefault(Attribute, "");
        return Values.Contains(value) || (IsNumber && Number(value) is { } number && numbers.Contains(number));
    }

    private static Points? Number(string value) => Points.TryParse(value, out var number) ? number : null;
}

/// <summary>Holds where a further column of the subject is a number in the range; an empty one is none.</summary>
internal sealed record AttributeNumberCondition(string Attribute, LocalText Name, NumberRange Range) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Column(Attribute);

    /// <inheritdoc/>
    internal override bool Holds(in Known known) =>
        Points.TryParse(known.Dossier.Subject.Attributes.GetValueOrDefault(Attribute, ""), out var number) && Range.Contains(number);
}

/// <summary>Holds where the grade of the previous cycle is one of these.</summary>
internal sealed record PreviousGradeCondition(IReadOnlyList<string> Grades, IReadOnlyList<LocalText> Names) : Condition
{
    private readonly string[] grades = [.. Grades];

    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Column(LookedAt.PreviousGrade);

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.Dossier.Subject.PreviousGrade.IsAmong(grades);
}

/// <summary>Holds where another result has one of the grades, or a total or rank in the range; without the result it does not.</summary>
internal sealed record ResultCondition(IKnownResult Input, IReadOnlyList<string> Grades, NumberRange? Total, NumberRange? Rank) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Result(Input);

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        if (Input.Find(known.Dossier) is not { } result)
            return false;
        return Grades.Count > 0 ? Grades.Contains(result.Grade)
            : Total is not null ? result.Total is { } total && Total.Contains(total)
            : result.Rank is { } rank && Rank!.Contains(rank);
    }
}
