using PartyRules.Results;
using static PartyRules.Tests.Schemes.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Schemes;

/// <summary>How scores become totals, years, ranks and grades.</summary>
public sealed class TotalsAndGrades
{
    private const string Bands = """ "rounding": {"mode": "none"}, "bands": [{"id": "high", "name": @T, "from": 80}, {"id": "middle", "name": @T, "from": 60}, {"id": "low", "name": @T}], "cites": @C""";
    private const string Moving = """ "rounding": {"mode": "none"}, "bands": [{"id": "high", "name": @T}, {"id": "middle", "name": @T}, {"id": "low", "name": @T}], "cites": @C""";

    [Theory]
    [InlineData("33", "16.34")]
    [InlineData("", "50")]
    public void AnAttendanceRateMultipliesTheComponent(string rate, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component($$""" "multipliers": [{"record": "rate", "otherwise": 1, "cites": @C}], "items": [{{Item("a", """{"value": true}""")}}]""")}}],
            "records": [{"code": "rate", "name": @T, "valueRequired": true}]
            """);
        Entry[] points = [Entry("a", "2026-01-01", "50")];

        scheme.Year([.. points, .. rate.Length == 0 ? Array.Empty<Entry>() : [Entry("rate", "2026-01-31", rate), Entry("rate", "2026-02-28", "32.35")]])
            .Total!.Value.ToString().Should().Be(total, "50 * (33 + 32.35) / 2 / 100 = 16.3375");
    }

    [Fact]
    public void ACoefficientOfTheSubjectMultiplies() =>
        Scheme(
            $$""" "components": [{{Component($$""" "multipliers": [{"attribute": "coefficient", "otherwise": 1, "cites": @C}], "items": [{{Item("a", """{"value": true}""")}}]""")}}]""",
            attributes: """ "coefficient": {"name": @T, "kind": "number"}""")
            .Year(new Subject { Id = "m1", Kind = "member", Attributes = new Dictionary<string, string> { ["coefficient"] = "1.2" } }, [], Entry("a", "2026-01-01", "50"))
            .Total.Should().Be((Points)60);

    [Fact]
    public void GroupsAreBoundedWithinGroupsAndTheTotalLast()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"), "a")}}, {{Component(Only("b"), "b")}}, {{Component(Only("d"), "d")}}],
            "groups": [
              {"id": "inner", "name": @T, "of": ["a", "b"], "minimum": null, "maximum": 30, "cites": @C},
              {"id": "outer", "name": @T, "of": ["inner", "d"], "minimum": null, "maximum": 50, "cites": @C}],
            "total": {"minimum": 10, "maximum": 45, "cites": @C}
            """);

        scheme.Year(Entry("a", "2026-01-01", "20"), Entry("b", "2026-01-01", "20"), Entry("d", "2026-01-01", "5")).Total.Should().Be((Points)35, "30 + 5");
        scheme.Year(Entry("a", "2026-01-01", "40"), Entry("d", "2026-01-01", "40")).Total.Should().Be((Points)45, "30 + 40, at most 50, then at most 45");
        scheme.Year(Entry("a", "2026-01-01", "1")).Total.Should().Be((Points)10);
    }

    [Theory]
    [InlineData("zero", "36")]
    [InlineData("left-out", "90")]
    public void AnEvaluatorWithoutARatingMeansWhatIsStated(string missing, string total) =>
        Scheme($$""" "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""", $$""" "appraisal": {"weights": {"self": 40, "peers": 60}, "missing": "{{missing}}", "cites": @C}""")}}]""")}}]""")
            .Year(new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" }).Total!.Value.ToString().Should().Be(total);

    [Fact]
    public void ARatingByAnEvaluatorWithoutAWeightIsFound()
    {
        var scheme = Scheme($$""" "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""", """ "appraisal": {"weights": {"peers": 100}, "missing": "zero", "cites": @C}""")}}]""")}}]""");

        var member = scheme.Year(new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" });

        member.Total.Should().Be(Points.Zero);
        Codes(member.Findings).Should().Be("item.not-applicable");
    }

    [Theory]
    [InlineData("middle", "", "middle")]
    [InlineData("middle", "good", "high")]
    [InlineData("high", "good", "high")]
    [InlineData("middle", "bad", "low")]
    [InlineData("", "good", "low")]
    public void GradesMoveFromThePreviousOne(string previous, string recorded, string grade)
    {
        var scheme = Scheme($$"""
            "records": [{"code": "good", "name": @T}, {"code": "bad", "name": @T}],
            "grades": {{{Moving}}, "moves": {"start": "low", "of": [
              {"by": 1, "when": {"entries": {"of": "good", "count": {"atLeast": 1} } }, "cites": @C},
              {"by": -1, "when": {"entries": {"of": "bad", "count": {"atLeast": 1} } }, "cites": @C}]} }
            """);

        scheme.Year(new Subject { Id = "m1", Kind = "member", PreviousGrade = previous }, [], recorded.Length == 0 ? [] : [Entry(recorded, "2026-01-01")]).Grade!.Id.Should().Be(grade);
    }

    [Theory]
    [InlineData("floor", "middle", "50", "middle", "forced")]
    [InlineData("floor", "middle", "90", "high", "")]
    [InlineData("ceiling", "middle", "90", "middle", "forced")]
    [InlineData("ceiling", "middle", "50", "low", "")]
    [InlineData("exactly", "middle", "50", "middle", "forced")]
    public void AGradeIsForcedAsStatedAndFoundOnlyWhereItChangesSomething(string effect, string forced, string points, string grade, string findings)
    {
        var member = Scheme($$"""
            "components": [{{Component(Only("a"))}}], "records": [{"code": "x", "name": @T}],
            "grades": {{{Bands}}, "forced": [{"id": "f", "grade": "{{forced}}", "as": "{{effect}}", "when": {"entries": {"of": "x", "count": {"atLeast": 1} } }, "finding": {"code": "forced", "name": @T}, "cites": @C}]}
            """).Year(Entry("a", "2026-01-01", points), Entry("x", "2026-01-01"));

        member.Grade!.Id.Should().Be(grade);
        Codes(member.Findings).Should().Be(findings);
    }

    [Theory]
    [InlineData("share", "1 2 2 4")]
    [InlineData("dense", "1 2 2 3")]
    [InlineData("lower", "1 3 3 4")]
    public void EqualsRankAsStated(string ties, string ranks) =>
        string.Join(' ', Four(ties, """{"last": true}""").Select(member => member.Rank)).Should().Be(ranks);

    [Theory]
    [InlineData("""{"top": {"number": 2, "overflow": "in"}}""", "1 2 3")]
    [InlineData("""{"top": {"number": 2, "overflow": "out"}}""", "1")]
    [InlineData("""{"top": {"percent": 70, "rounding": "up", "overflow": "out"}}""", "1 2 3")]
    [InlineData("""{"top": {"percent": 70, "rounding": "down", "overflow": "out"}}""", "1")]
    [InlineData("""{"bottom": {"number": 1, "overflow": "out"}}""", "4")]
    [InlineData("""{"bottom": {"number": 2, "overflow": "in"}}""", "2 3 4")]
    public void AQuotaTakesItsPlacesAndEqualsAsStated(string when, string members) =>
        string.Join(' ', Four("share", when).Where(member => member.Measures.Count > 0).Select(member => member.Subject.Id[1..])).Should().Be(members);

    [Theory]
    [InlineData("self", "m1", "2025", "18")]
    [InlineData("parent", "b1", "2025", "18")]
    [InlineData("self", "b1", "2025", "")]
    [InlineData("self", "m1", "2026", "")]
    public void AnotherResultCountsTowardsAComponent(string from, string subject, string period, string total)
    {
        var scheme = Scheme($$"""
            "inputs": [{"id": "last", "name": @T, "scheme": "t", "yearsBefore": 1, "from": "{{from}}", "cites": @C}],
            "components": [{{Component($$""" "carries": [{"of": "last", "percent": 20, "missing": "incomplete", "cites": @C}], "items": []""")}}]
            """);
        Period.TryParse(period, out var year).Should().BeTrue();

        var member = scheme.Year(new Subject { Id = "m1", Kind = "member", Parent = "b1" }, [new EarlierResult("t", subject, year, 90)]);

        (member.Total?.ToString() ?? "").Should().Be(total);
        member.Status.Should().Be(total.Length > 0 ? AssessmentStatus.Assessed : AssessmentStatus.Incomplete);
    }

    [Theory]
    [InlineData("zero", "30")]
    [InlineData("left-out", "75")]
    [InlineData("incomplete", "")]
    public void AHalfYearWithoutATotalMeansWhatIsStated(string missing, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a") + """, "required": true""")}}], "records": [{"code": "x", "name": @T}],
            "year": {"weights": [40, 60], "missing": "{{missing}}", "cites": @C}
            """, "half-year");

        (scheme.Year(Entry("a", "2026-01-01", "75"), Entry("x", "2026-07-01")).Total?.ToString() ?? "").Should().Be(total, "75 * 40 / 100, or 75 alone, or nothing");
    }

    private static string Only(string code) => $$""" "items": [{{Item(code, """{"value": true}""")}}]""";

    private static IReadOnlyList<Assessment> Four(string ties, string when) => new Scorer(Scheme($$"""
        "components": [{{Component(Only("a"))}}],
        "ranking": {"pool": "all", "tieBreaks": [], "ties": "{{ties}}", "cites": @C},
        "outcomes": [{"code": "o", "kind": "measure", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """)).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject { Id = $"m{i}", Kind = "member" })],
            [.. new[] { "9", "8", "8", "7" }.Select((value, i) => Entry("a", "2026-01-01", value, subject: $"m{i + 1}"))],
            2026);

    private static string Codes(IReadOnlyList<Outcome> outcomes) => string.Join(';', outcomes.Select(outcome => outcome.Code));
}
