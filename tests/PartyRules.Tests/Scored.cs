using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>Scores invented subjects in a line of code.</summary>
internal static class Scored
{
    public static Entry Entry(
        string item, string date, string? value = null, string level = "", string reference = "", string subject = "m1") => new()
        {
            Id = $"{subject} {item} {date} {value} {reference}",
            Subject = subject,
            Item = item,
            Date = DateOnly.ParseExact(date, "yyyy-MM-dd"),
            Value = value is null ? null : Points.Parse(value),
            Level = level,
            Reference = reference,
        };

    public static Assessment Member(params Entry[] entries) => Member(new ScorerOptions(), entries);

    public static Assessment Member(ScorerOptions options, params Entry[] entries) =>
        new Scorer(BuiltInSchemes.Get("fengxian"), options).Score([Subject("m1")], entries, 2026).Single();

    public static Subject Subject(string id, string employment = "in-post", string category = "organ", string previousGrade = "") =>
        new() { Id = id, Kind = "member", Category = category, Employment = employment, PreviousGrade = previousGrade };

    public static IReadOnlyList<Assessment> Branches(int villages, params Entry[] entries) =>
        new Scorer(BuiltInSchemes.Get("yongxi")).Score(
            [.. Enumerable.Range(1, villages).Select(i => new Subject { Id = $"v{i}", Kind = "branch", Parent = "t" })], entries, 2026);

    /// <summary>
    /// A full set of indicators for a village in a round, with a total that is short of 100 by so many points of poverty relief.
    /// </summary>
    public static IEnumerable<Entry> Round(string village, int round, int lost = 0) =>
        BuiltInSchemes.Get("yongxi").Components.Select(component =>
        Entry(
            component.Id,
            $"2026-{round * 2:00}-20",
            (component.Maximum!.Most - (component.Id == "poverty-relief" ? lost : 0)).ToString(),
            subject: village));

    public static string Codes(IReadOnlyList<Outcome> outcomes) => string.Join(';', outcomes.Select(outcome => outcome.Code));

    /// <summary>The codes of an assessment's findings.</summary>
    public static string Codes(Assessment assessment) => Codes(assessment.Findings);
}
