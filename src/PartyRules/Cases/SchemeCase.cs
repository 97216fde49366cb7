using PartyRules.Arithmetic;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Cases;

/// <summary>A worked case of a scheme: subjects, entries, and what must come of them.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="SchemeCases"/>.</remarks>
public sealed class SchemeCase
{
    private readonly IReadOnlyList<(ExpectedDocument Expected, string Path)> expectations;
    private readonly string path;
    private readonly Func<string, SourceLocation> at;

    internal SchemeCase(
        CaseDocument document,
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        IReadOnlyList<EarlierResult> results,
        string path,
        Func<string, SourceLocation> at)
    {
        Name = document.Name;
        Year = document.Year;
        Subjects = subjects;
        Entries = entries;
        Results = results;
        expectations = [.. document.Expected.Select((expected, i) => (expected, $"{path}.expected[{i}]"))];
        (this.path, this.at) = (path, at);
    }

    /// <summary>A sentence that says what the case shows.</summary>
    public LocalText Name { get; }

    /// <summary>The year that is assessed.</summary>
    public int Year { get; }

    /// <summary>Who is assessed.</summary>
    public IReadOnlyList<Subject> Subjects { get; }

    /// <summary>What was recorded.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Results of other schemes or earlier years.</summary>
    public IReadOnlyList<EarlierResult> Results { get; }

    /// <summary>Scores the case and compares.</summary>
    /// <param name="scorer">The scorer of the case's scheme.</param>
    /// <returns>What came out differently, each at its place in the file; empty where all is as expected.</returns>
    public IReadOnlyList<Problem> Run(Scorer scorer)
    {
        var problems = new List<Problem>();
        var assessments = Score(scorer, problems);
        if (problems.Count > 0)
            return problems;
        foreach (var (expected, place) in expectations)
        {
            var period = expected.Period is null ? scorer.Versions.All[0].WholeOf(Year).ToString() : expected.Period;
            var actual = assessments.FirstOrDefault(
                assessment => assessment.Subject.Id == expected.Subject && assessment.Period.ToString() == period);
            if (actual is null)
                problems.Add(SchemeCases.Messages.Problem("case.no-row", at(place), Name, expected.Subject, period));
            else
                new Comparison(this, actual, place, problems).Compare(expected);
        }

        return problems;
    }

    /// <summary>The assessments. What cannot be assessed is a problem of the case.</summary>
    private IReadOnlyList<Assessment> Score(Scorer scorer, List<Problem> problems)
    {
        try
        {
            return scorer.Score(Subjects, Entries, Year, earlier: Results);
        }
        catch (ProblemException exception)
        {
            problems.AddRange(exception.Problems.Select(problem => problem.At(at(path))));
            return [];
        }
    }

    /// <summary>The sentence, in English.</summary>
    public override string ToString() => Name.English;

    private sealed class Comparison(SchemeCase owner, Assessment actual, string path, List<Problem> problems)
    {
        public void Compare(ExpectedDocument expected)
        {
            Text(
                "status",
                expected.Status,
                actual.Status switch { AssessmentStatus.Assessed => "assessed", AssessmentStatus.Exempt => "exempt", _ => "incomplete" });
            Figure("total", expected.Total, actual.Total);
            Text("grade", expected.Grade, actual.Grade?.Id ?? "");
            if (expected.Rank is { } rank && rank != (actual.Rank ?? 0))
                Differs("rank", rank, actual.Rank);
            foreach (var (id, place) in expected.Ranks ?? new Dictionary<string, int>())
            {
                if (place != actual.Ranks.GetValueOrDefault(id))
                    Differs($"ranks.{id}", place, actual.Ranks.TryGetValue(id, out var given) ? given : null);
            }

            foreach (var (id, figure) in expected.Components ?? new Dictionary<string, string>())
                Figure($"components.{id}", figure, actual.Components.FirstOrDefault(score => score.Component.Id == id)?.Points);
            Codes("awards", expected.Awards, actual.Awards);
            Codes("recommendations", expected.Recommendations, actual.Recommendations);
            Codes("measures", expected.Measures, actual.Measures);
            Codes("findings", expected.Findings, actual.Findings);
        }

        private void Text(string member, string? expected, string given)
        {
            if (expected is not null && expected != given)
                Differs(member, expected, given);
        }

        private void Figure(string member, string? expected, Points? given)
        {
            if (expected is null)
                return;
            var isFigure = Sum.TryWorkOut(expected, out var figure);
            var isSame = isFigure
                && given is { } points
                && figure.Numerator * Exact.Of(points).Denominator == Exact.Of(points).Numerator * figure.Denominator;
            if (!isSame)
                Differs(member, expected, given);
        }

        private void Codes(string member, IReadOnlyList<string>? expected, IReadOnlyList<Outcome> given)
        {
            if (expected is not null)
                Text(
                    member,
                    string.Join(';', expected.Order(StringComparer.Ordinal)),
                    string.Join(';', given.Select(outcome => outcome.Code)));
        }

        private void Differs(string member, object expected, object? given) =>
            problems.Add(SchemeCases.Messages.Problem(
                "case.differs",
                owner.at($"{path}.{member}"),
                owner.Name,
                actual.Subject.Id,
                member,
                expected,
                given?.ToString() is { Length: > 0 } text ? text : "-"));
    }
}
