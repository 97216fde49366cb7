using System.Globalization;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Calendars;

/// <summary>Working days by a calendar: counted in periods, since dates, among entries, and until the end of a step's time.</summary>
public sealed class WorkingDays
{
    private const string Calendar = """
        "calendar": {
          "week": ["monday", "tuesday", "wednesday", "thursday", "friday"],
          "years": [{
            "year": 2026,
            "holidays": [{"from": "2026-01-01", "to": "2026-01-03", "name": {"zh-Hans": "元旦", "en": "New Year"}, "cites": @C},
              {"from": "2026-10-01", "to": "2026-10-07", "name": {"zh-Hans": "国庆节", "en": "National Day"}}],
            "workingDays": [{"from": "2026-01-04"}, {"from": "2026-09-20"}, {"from": "2026-10-10"}],
            "cites": @C}],
          "cites": @C},
        "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}],
        """;

    [Theory]
    [InlineData("all", "365")]
    [InlineData("working", "257")]
    [InlineData("off", "108")]
    public void TheDaysOfAYearAreCounted(string days, string points) =>
        Points($$"""{"id": "n", "name": @T, "days": "{{days}}", "cites": @C}""").Should().Be(points, "261 weekdays, less 7, and 3 made up");

    [Theory]
    [InlineData("2026-01-03", "0")]
    [InlineData("2026-01-04", "1")]
    [InlineData("2026-01-09", "6")]
    [InlineData("2026-01-10", "6")]
    [InlineData("2027-12-31", "257")]
    public void DaysAreCountedUntilTheDayAsOfWhichIsJudged(string asOf, string points) =>
        Points("""{"id": "n", "name": @T, "days": "working", "cites": @C}""", asOf: asOf).Should().Be(points);

    [Theory]
    [InlineData("2026-12-31", "0")]
    [InlineData("2026-12-30", "1")]
    [InlineData("2026-09-30", "62")]
    [InlineData("2026-09-29", "63")]
    [InlineData("2027-01-01", "0")]
    public void WorkingDaysSinceADateDoNotCountTheDateItself(string born, string points) =>
        Points("""{"id": "n", "name": @T, "since": {"of": "born", "in": "working-days", "on": "last-day"}, "cites": @C}""", born)
            .Should().Be(points);

    [Theory]
    [InlineData("working", "2026-01-04, 2026-01-05, 2026-10-08", "3")]
    [InlineData("working", "2026-01-01, 2026-01-10, 2026-10-07", "0")]
    [InlineData("off", "2026-01-04, 2026-01-05, 2026-10-08", "0")]
    [InlineData("off", "2026-01-01, 2026-01-10, 2026-10-07", "3")]
    public void EntriesAreToldApartByTheirDays(string days, string dates, string points) =>
        Points(
            $$"""{"id": "n", "name": @T, "entries": {"of": "a", "days": "{{days}}", "take": "count"}, "cites": @C}""", "", "", dates)
            .Should().Be(points);

    [Fact]
    public void WorkingDaysWithoutAnEntryAreCountedDayByDay() =>
        Points(
            """
            {"id": "days", "name": @T, "days": "working", "cites": @C},
            {"id": "made", "name": @T, "entries": {"of": "a", "take": "count"}, "cites": @C},
            {"id": "missed", "name": @T, "sum": [{"of": "days"}, {"of": "made", "times": -1}], "cites": @C},
            {"id": "n", "name": @T, "windows": {"per": "day", "of": "missed", "take": "count", "number": {"atLeast": 1}}, "cites": @C}
            """,
            "",
            "2026-01-09",
            "2026-01-05, 2026-01-05, 2026-01-03").Should().Be("5", "six working days, one of them with entries");

    [Theory]
    [InlineData("2026-09-29", "2026-10-12", "")]
    [InlineData("2026-09-29", "2026-10-13", "late")]
    [InlineData("2026-10-03", "2026-10-13", "")]
    [InlineData("2026-10-03", "2026-10-14", "late")]
    [InlineData("2026-03-06", "2026-03-13", "")]
    [InlineData("2026-03-06", "2026-03-14", "late")]
    public void AStepIsTakenWithinWorkingDays(string before, string taken, string findings) =>
        Codes(Row(Procedure, "2026-12-31", [Entry("a", before), Entry("b", taken)])).Should().Be(findings);

    [Theory]
    [InlineData("2026-10-12", "")]
    [InlineData("2026-10-13", "late")]
    public void AStepIsLateWhenItsWorkingDaysAreOver(string asOf, string findings) =>
        Codes(Row(Procedure, asOf, [Entry("a", "2026-09-29")])).Should().Be(findings);

    [Theory]
    [InlineData("""{"id": "n", "name": @T, "days": "working", "cites": @C}""", 2027, "2027-01-01")]
    [InlineData("""{"id": "n", "name": @T, "entries": {"of": "a", "days": "off", "take": "count"}, "cites": @C}""", 2027, "2027-03-01")]
    [InlineData(
        """{"id": "n", "name": @T, "since": {"of": "born", "in": "working-days", "on": "last-day"}, "cites": @C}""", 2026, "2025-12-25")]
    public void AYearThatIsNotGivenIsRefused(string measure, int year, string day) =>
        FluentActions.Invoking(() => new Scorer(By(measure)).Score(
                [new Subject { Id = "m1", Kind = "member", Attributes = Born("2025-12-24") }], [Entry("a", "2027-03-01")], year))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Which.ToText(Language.English).Should().Be(
                $"$.calendar.years: Whether {day} is a working day is asked for, and the scheme's calendar has no {day[..4]}. "
                + "Add the year to 'calendar.years', with its holidays and the working days that are made up.");

    [Theory]
    [InlineData("2026-12-24", "")]
    [InlineData("2026-12-25", "scheme.calendar-year-missing")]
    public void AStepWhoseTimeEndsInAYearThatIsNotGivenIsRefused(string before, string code)
    {
        var codes = new List<string>();
        try
        {
            Row(Procedure, "2026-12-26", [Entry("a", before)]);
        }
        catch (ProblemException exception)
        {
            codes.AddRange(exception.Problems.Select(problem => problem.Code));
        }

        string.Join(';', codes).Should().Be(code);
    }

    [Fact]
    public void TheExplanationTellsTheDaysThatWereCounted() =>
        Explainer.Explain(
            Row(By("""{"id": "n", "name": {"zh-Hans": "工作日", "en": "Days"}, "days": "working", "cites": @C}"""), "2026-10-05", []),
            Language.English)
            .Should().Contain(
                "    2026-01-01 to 2026-10-05: 195 working days, without New Year 2026-01-01 to 2026-01-03, "
                + "National Day 2026-10-01 to 2026-10-05, with 2026-01-04, 2026-09-20 made up. [t/c, a choice] Example\n");

    [Theory]
    [InlineData("2026-10-12", ", in time until ")]
    [InlineData("2026-10-13", ", after its time, which ended on ")]
    public void TheExplanationTellsHowAStepsTimeWasCounted(string taken, string told) =>
        Explainer.Explain(Row(Procedure, "2026-12-31", [Entry("a", "2026-09-29"), Entry("b", taken)]), Language.English).Should().Contain(
            told + "2026-10-12 (5 working days after 2026-09-29, "
            + "without National Day 2026-10-01 to 2026-10-07, with 2026-10-10 made up)\n");

    [Fact]
    public void TheExplanationTellsWhichEntriesAreMeant() =>
        Explainer.Explain(Row(Scheme(Expand(Calendar + """
            "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "year", "cites": @C,
              "when": {"entries": {"of": "a", "days": "off", "count": {"atLeast": 1} } } }]
            """)), "2026-12-31", []), Language.ChineseSimplified).Should().Contain("“示例”，限非工作日");

    private static Scheme Procedure => Scheme(Calendar + """
        "procedures": [{"id": "case", "name": @T, "byReference": false,
          "steps": [{"record": "a"}, {"record": "b", "withinWorkingDays": 5}],
          "early": {"counts": false}, "late": {"counts": true, "finding": {"code": "late", "name": @T} }, "cites": @C}]
        """);

    private static Dictionary<string, string> Born(string date) => new(StringComparer.Ordinal) { ["born"] = date };

    private static string Points(string measures, string born = "", string asOf = "", string dates = "") =>
        Row(
            By(measures),
            asOf.Length == 0 ? "2026-12-31" : asOf,
            [.. dates.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((date, i) => Entry("a", date, reference: $"{i}"))],
            born).Total!.Value.ToString();

    /// <summary>A scheme in which each whole of the measure <c>n</c> is worth a point.</summary>
    private static Scheme By(string measures) => Scheme(
        Calendar + $$"""
        "measures": [{{measures}}],
        "components": [{{Component(OneForEach(measures.Contains("since", StringComparison.Ordinal) ? ", \"otherwise\": 0" : ""))}}]
        """,
        attributes: """ "born": {"name": {"zh-Hans": "生日", "en": "Born"}, "kind": "date"} """);

    private static string OneForEach(string more) => $$"""
        "items": [], "adjustments": [{"id": "p", "name": @T, "effect": "add", "measure": "n", "cites": @C,
          "perUnit": {"points": 1, "unit": 1, "part": "nothing"}{{more}} }]
        """;

    private static Assessment Row(Scheme scheme, string asOf, Entry[] entries, string born = "")
    {
        var options = new ScorerOptions { AsOf = DateOnly.Parse(asOf, CultureInfo.InvariantCulture), Derivations = true };
        return new Scorer(scheme, options)
            .Score([new Subject { Id = "m1", Kind = "member", Attributes = Born(born) }], entries, 2026)[^1];
    }
}
