using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A result of another scheme, or of an earlier year, as clauses name it.</summary>
/// <seealso href="docs/schemes/clauses/inputs.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class ResultInput(
    string id, LocalText name, string scheme, int yearsBefore, string? attribute, bool isParents, int firstMonth, Citation cites)
    : IKnownResult
{
    public string Id { get; } = id;

    public LocalText Name { get; } = name;

    public string Scheme { get; } = scheme;

    public int YearsBefore { get; } = yearsBefore;

    /// <summary>The column of the subject that names whose result is meant; null for another.</summary>
    public string? Attribute { get; } = attribute;

    /// <summary>Whether the result of the subject's parent is meant.</summary>
    public bool IsParents { get; } = isParents;

    public Citation Cites { get; } = cites;

    /// <summary>Whose result a subject looks at; empty for nobody's.</summary>
    public string SubjectOf(Subject subject) =>
        Attribute is not null ? subject.Attributes.GetValueOrDefault(Attribute, "") : IsParents ? subject.Parent : subject.Id;

    /// <summary>The result for a dossier: that of the same round where there is one, else of the year; null where none is known.</summary>
    public EarlierResult? Find(Dossier dossier)
    {
        var subject = SubjectOf(dossier.Subject);
        var period = dossier.Whole;
        var year = Period.Containing(period.Start, PeriodKind.Year, firstMonth).Year - YearsBefore;
        var same = period.YearsBefore(YearsBefore);
        EarlierResult? ofYear = null;
        for (var i = 0; i < dossier.Results.Count; i++)
        {
            var result = dossier.Results[i];
            if (result.Subject != subject || result.Scheme != Scheme)
                continue;
            if (result.Period == same)
                return result;
            if (result.Period.Kind == PeriodKind.Year && result.Period.Year == year
                && (ofYear is null || result.Period.FirstMonth == firstMonth))
                ofYear = result;
        }

        return ofYear;
    }
}
