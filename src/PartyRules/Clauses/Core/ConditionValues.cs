using System.Globalization;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Core;

/// <summary>What a subject has of what a condition asks for.</summary>
internal static class ConditionValues
{
    /// <summary>The value, as people read it; empty where there is none to tell.</summary>
    /// <param name="condition">The condition; not one that is made of others.</param>
    /// <param name="known">What is known of the subject.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="language">The language.</param>
    public static string ValueOf(this Condition condition, in Known known, Scheme scheme, Language language)
    {
        var subject = known.Dossier.Subject;
        return condition switch
        {
            TotalCondition => known.Total?.Points.ToString(),
            ComponentCondition component => known.Total?.PointsOf(component.Component)?.ToString(),
            GradeCondition => known.Grade is { } grade ? GradeOf(scheme, grade.Id, language) : null,
            RiseCondition => known.Grade?.Rise?.ToString(CultureInfo.InvariantCulture),
            PlaceCondition place => known.PlaceIn(place.Ranking) is { } found ? $"{found.Rank}/{found.PoolSize}" : null,
            CategoryCondition => NameOf(scheme.Categories, subject.Category, language),
            EmploymentCondition => NameOf(scheme.Employments, subject.Employment, language),
            AttributeTextCondition attribute => subject.Attributes.GetValueOrDefault(attribute.Attribute),
            AttributeNumberCondition attribute => subject.Attributes.GetValueOrDefault(attribute.Attribute),
            PreviousGradeCondition => GradeOf(scheme, subject.PreviousGrade, language),
            MeasureCondition measure => measure.Measure.Of(known)?.ToText(),
            GrowingCondition growing when !growing.Needs.HasFlag(Needs.Marks) => growing.Measured(known).ToString(),
            _ => null,
        } ?? "";
    }

    private static string GradeOf(Scheme scheme, string id, Language language) =>
        scheme.Grades?.Bands.FirstOrDefault(band => band.Id == id)?.Name.In(language) ?? id;

    private static string NameOf(IReadOnlyDictionary<string, LocalText> names, string code, Language language) =>
        names.TryGetValue(code, out var name) ? name.In(language) : code;
}
