using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reports.Model;

/// <summary>What the sections of a report are written from.</summary>
internal sealed class ReportData
{
    private readonly Dictionary<string, string> names;
    private readonly HashSet<string> ambiguous;
    private readonly Dictionary<string, string> anchors;
    private readonly Dictionary<string, string> rowAnchors;

    public ReportData(Scheme scheme, IReadOnlyList<Scheme> versions, int year, IReadOnlyList<Assessment> assessments, ReportTerms terms)
    {
        Check(scheme, versions, year, assessments);
        (Scheme, Versions) = (scheme, versions);
        Year = PartyRules.Period.OfYear(year, scheme.FirstMonth);
        Terms = terms;
        AsOf = assessments.Count > 0 ? assessments[0].AsOf : null;
        Words = new Words(terms.Language);
        var perSubject = assessments.Where(assessment => terms.Parent.Length == 0 || assessment.Subject.Parent == terms.Parent)
            .GroupBy(assessment => assessment.Subject.Id, StringComparer.Ordinal)
            .Select(own => own.OrderBy(assessment => assessment.Period).ToList()).ToList();
        Period = PeriodOf(perSubject);
        Rows = Standings.Order(this, perSubject);
        var periods = scheme.HasRounds ? assessments.Select(assessment => assessment.Period) : [];
        Rounds = [.. periods.Where(period => period.Kind != PeriodKind.Year).Distinct().Order()];
        Explained = [.. Rows.Take(terms.Derivations).Where(row => row.All.Any(assessment => assessment.Derivation is not null))];
        anchors = Explained.Select((row, index) => (row.Subject.Id, $"d{index + 1}")).ToDictionary(StringComparer.Ordinal);
        rowAnchors = Rows.Select((row, index) => (row.Subject.Id, $"r{index + 1}")).ToDictionary(StringComparer.Ordinal);
        names = new(StringComparer.Ordinal);
        foreach (var subject in terms.Subjects.Concat(Rows.Select(row => row.Subject)))
            names[subject.Id] = subject.Name;
        ambiguous =
            [.. Rows.GroupBy(row => row.Subject.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key)];
    }

    public Scheme Scheme { get; }

    /// <summary>The versions by which was assessed, that of the report among them.</summary>
    public IReadOnlyList<Scheme> Versions { get; }

    public ReportTerms Terms { get; }

    public Words Words { get; }

    /// <summary>The year that was assessed.</summary>
    public Period Year { get; }

    /// <summary>The day as of which subjects were judged; null for the end of each period.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>The period of the rows: the year, or the last round where the year adds nothing up.</summary>
    public Period Period { get; }

    /// <summary>One row per subject: pool by pool from the best, those without a total last.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The rounds that were held; empty where the year has none.</summary>
    public IReadOnlyList<Period> Rounds { get; }

    /// <summary>The heading of a column of names.</summary>
    public string NameHeading => Words[Scheme.SubjectKind == "member" ? "name.member" : "name"];

    /// <summary>How results are put up for objections; null where the scheme does not say.</summary>
    public NoticeClause? Notice => Scheme.Notice;

    /// <summary>The rows whose derivation the page tells.</summary>
    public IReadOnlyList<Row> Explained { get; }

    /// <summary>The totals of the rows, in order.</summary>
    public IEnumerable<Points> Totals => Rows.Where(row => row.Assessment.Total is not null).Select(row => row.Assessment.Total!.Value);

    /// <summary>A heading, with the period where it is not the whole year.</summary>
    public string HeadingOf(string key) => Period == Year ? Words[key] : Words.Of("heading.in-period", Words[key], Words.Period(Period));

    /// <summary>
    /// A period in words, with the day from which the scheme holds where it begins within it, and that as of which subjects were judged.
    /// </summary>
    public string InWords(Period period)
    {
        var words = Words.Period(period);
        if (Scheme.BeginsWithin(period.Year) is { } first)
            words = Words.Of("period.from", words, Words.Date(first));
        return AsOf is { } day ? Words.Of("period.as-of", words, Words.Date(day)) : words;
    }

    /// <summary>A number of subjects in words.</summary>
    public string CountOf(int count) =>
        Words.Of(Scheme.SubjectKind switch { "member" => "count.member", "branch" => "count.branch", _ => "count" }, count);

    /// <summary>Where the page tells a row's derivation; null where it does not.</summary>
    public string? AnchorOf(Row row) => anchors.GetValueOrDefault(row.Subject.Id);

    /// <summary>Where the page lists a row.</summary>
    public string RowAnchorOf(Row row) => rowAnchors[row.Subject.Id];

    /// <summary>The name of a subject, or its identifier where it has no name.</summary>
    public string NameOf(string id) => names.TryGetValue(id, out var name) && name.Length > 0 ? name : id;

    /// <summary>What tells a subject apart in a list: the name, with the identifier where others have the same name.</summary>
    public string LabelOf(Subject subject) =>
        subject.Name.Length == 0 ? subject.Id : ambiguous.Contains(subject.Name) ? $"{subject.Name} {subject.Id}" : subject.Name;

    private static void Check(Scheme scheme, IReadOnlyList<Scheme> versions, int year, IReadOnlyList<Assessment> assessments)
    {
        var hashes = versions.Select(version => version.ContentHash).ToHashSet(StringComparer.Ordinal);
        var whole = Period.OfYear(year, scheme.FirstMonth);
        var seen = new HashSet<(string, Period)>();
        foreach (var assessment in assessments)
        {
            if (!hashes.Contains(assessment.Scheme.ContentHash) || !whole.Contains(assessment.Period.Start))
                throw new ArgumentException($"The assessment of {assessment} is not of {scheme} in {year}.", nameof(assessments));
            if (assessment.AsOf != assessments[0].AsOf)
                throw new ArgumentException($"The assessment of {assessment} is judged as of another day.", nameof(assessments));
            if (!seen.Add((assessment.Subject.Id, assessment.Period)))
                throw new ArgumentException(
                    $"There are two assessments of {assessment.Subject.Id} for {assessment.Period}.", nameof(assessments));
        }
    }

    private Period PeriodOf(List<List<Assessment>> perSubject)
    {
        var results = perSubject.SelectMany(own => own).Where(assessment => assessment.Total is not null || assessment.Grade is not null);
        var periods = results.Select(assessment => assessment.Period).Distinct().ToList();
        return !Scheme.HasRounds || periods.Count == 0 || periods.Contains(Year) ? Year : periods.Max();
    }
}
