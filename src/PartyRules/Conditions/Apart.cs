namespace PartyRules.Conditions;

/// <summary>Whether conditions keep each other out, as far as they alone tell: the rows of a table do.</summary>
internal static class Apart
{
    /// <summary>Whether it is sure that two conditions never hold together.</summary>
    public static bool IsApartFrom(this Condition one, Condition other) => (one, other) switch
    {
        (AnyCondition any, _) => any.Parts.All(part => part.IsApartFrom(other)),
        (_, AnyCondition any) => any.Parts.All(part => one.IsApartFrom(part)),
        (AllCondition all, _) => all.Parts.Any(part => part.IsApartFrom(other)),
        (_, AllCondition all) => all.Parts.Any(part => one.IsApartFrom(part)),
        (CategoryCondition left, CategoryCondition right) => AreApart(left.Categories, right.Categories),
        (EmploymentCondition left, EmploymentCondition right) => AreApart(left.Employments, right.Employments),
        (PreviousGradeCondition left, PreviousGradeCondition right) => AreApart(left.Grades, right.Grades),
        (NotCondition { Part: CategoryCondition left }, CategoryCondition right) => Contains(left.Categories, right.Categories),
        (CategoryCondition left, NotCondition { Part: CategoryCondition right }) => Contains(right.Categories, left.Categories),
        (NotCondition { Part: EmploymentCondition left }, EmploymentCondition right) => Contains(left.Employments, right.Employments),
        (EmploymentCondition left, NotCondition { Part: EmploymentCondition right }) => Contains(right.Employments, left.Employments),
        (AttributeTextCondition left, AttributeTextCondition right) =>
            left.Attribute == right.Attribute && !left.IsNumber && AreApart(left.Values, right.Values),
        (AttributeNumberCondition left, AttributeNumberCondition right) =>
            left.Attribute == right.Attribute && left.Range.IsApartFrom(right.Range),
        (MeasureCondition left, MeasureCondition right) => left.Measure == right.Measure && left.Range.IsApartFrom(right.Range),
        (EntriesCondition left, EntriesCondition right) => left.Code == right.Code && left.Count.IsApartFrom(right.Count),
        _ => false,
    };

    /// <summary>Whether two conditions on subjects ask for the same in the same words.</summary>
    public static bool AreTheSame(Condition one, Condition other) => (one, other) switch
    {
        (AllCondition left, AllCondition right) => AreTheSame(left.Parts, right.Parts),
        (AnyCondition left, AnyCondition right) => AreTheSame(left.Parts, right.Parts),
        (NotCondition left, NotCondition right) => AreTheSame(left.Part, right.Part),
        (CategoryCondition left, CategoryCondition right) => left.Categories.SequenceEqual(right.Categories),
        (EmploymentCondition left, EmploymentCondition right) => left.Employments.SequenceEqual(right.Employments),
        (PreviousGradeCondition left, PreviousGradeCondition right) => left.Grades.SequenceEqual(right.Grades),
        (AttributeTextCondition left, AttributeTextCondition right) =>
            left.Attribute == right.Attribute && left.Values.SequenceEqual(right.Values),
        (AttributeNumberCondition left, AttributeNumberCondition right) =>
            left.Attribute == right.Attribute && left.Range == right.Range,
        (MeasureCondition left, MeasureCondition right) => left.Measure.Id == right.Measure.Id && left.Range == right.Range,
        _ => false,
    };

    private static bool AreTheSame(IReadOnlyList<Condition> one, IReadOnlyList<Condition> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => AreTheSame(pair.First, pair.Second));

    private static bool AreApart(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        !one.Intersect(other, StringComparer.Ordinal).Any();

    private static bool Contains(IReadOnlyList<string> all, IReadOnlyList<string> some) => !some.Except(all, StringComparer.Ordinal).Any();
}
