using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A result of another scheme, or of an earlier year, as clauses name it.</summary>
/// <seealso href="docs/schemes/clauses/inputs.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class ResultInput(
    string id,
    LocalText name,
    string scheme,
    int yearsBefore,
    string? attribute,
    bool isParents,
    int firstMonth,
    Citation cites,
    bool isOfChildren = false) : IKnownResult
{
    public string Id { get; } = id;

    public LocalText Name { get; } = name;

    public string Scheme { get; } = scheme;

    public int YearsBefore { get; } = yearsBefore;

    /// <summary>The column of the subject that names whose result is meant; null for another.</summary>
    public string? Attribute { get; } = attribute;

    /// <summary>Whether the result of the subject's parent is meant.</summary>
    public bool IsParents { get; } = isParents;

    /// <summary>Whether the results of those whose parent the subject is are meant, which are several.</summary>
    public bool IsOfChildren { get; } = isOfChildren;

    public Citation Cites { get; } = cites;

    /// <summary>Whose one result a subject looks at; empty for nobody's.</summary>
    public string SubjectOf(Subject subject) => IsOfChildren ? ""
        : Attribute is not null ? subject.Attributes.GetValueOrDefault(Attribute, "") : IsParents ? subject.Parent : subject.Id;

    /// <summary>The result for a dossier: that of the same round where there is one, else of the year; null where none is known.</summary>
    public EarlierResult? Find(Dossier dossier)
    {
        var subject = SubjectOf(dossier.Subject);
        if (subject.Length == 0)
            return null;
        var (same, year) = Meant(dossier);
        EarlierResult? found = null;
        var nearest = 0;
        for (var i = 0; i < dossier.Results.Count; i++)
        {
            var result = dossier.Results[i];
            if (result.Subject != subject || result.Scheme != Scheme)
                continue;
            if (NearnessOf(result.Period, same, year) is var near && near > nearest)
                (found, nearest) = (result, near);
        }

        return found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<EarlierResult> FindAll(Dossier dossier)
    {
        if (!IsOfChildren)
            return [];
        var (same, year) = Meant(dossier);
        return [.. dossier.Results
            .Where(result => result.Parent == dossier.Subject.Id && result.Scheme == Scheme && NearnessOf(result.Period, same, year) > 0)
            .GroupBy(result => result.Subject, StringComparer.Ordinal)
            .OrderBy(results => results.Key, StringComparer.Ordinal)
            .Select(results => results.MaxBy(result => NearnessOf(result.Period, same, year))!)];
    }

    /// <summary>The round and the year whose results are meant.</summary>
    private (Period? Same, int Year) Meant(Dossier dossier)
    {
        var period = dossier.Whole;
        return (period.YearsBefore(YearsBefore), Period.Containing(period.Start, PeriodKind.Year, firstMonth).Year - YearsBefore);
    }

    /// <summary>
    /// How near a period is to the one that is meant: 3 for the same, 2 for its year, 1 for a year that begins otherwise, 0 for none.
    /// </summary>
    private int NearnessOf(Period period, Period? same, int year) =>
        period == same ? 3
        : period.Kind != PeriodKind.Year || period.Year != year ? 0
        : period.FirstMonth == firstMonth ? 2 : 1;
}
