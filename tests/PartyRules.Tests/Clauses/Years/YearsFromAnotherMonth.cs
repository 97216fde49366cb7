using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Years;

/// <summary>Years of assessment that begin in July: 2026 is July 2026 to June 2027.</summary>
public sealed class YearsFromAnotherMonth
{
    private static readonly Subject Member = new() { Id = "m1", Kind = "member" };

    [Fact]
    public void EntriesBelongToTheYearThatBeginsBeforeThem()
    {
        var scheme = Scheme($$""" "components": [{{Component(Only("a"))}}]""", firstMonth: 7);
        Entry[] entries =
        [
            Entry("a", "2026-06-30", "1"), Entry("a", "2026-07-01", "2"), Entry("a", "2027-06-30", "4"), Entry("a", "2027-07-01", "8"),
        ];

        var assessments = new[] { 2025, 2026, 2027 }.Select(year => new Scorer(scheme).Score([Member], entries, year).Single());

        assessments.Select(assessment => $"{assessment.Period} {assessment.Total}")
            .Should().Equal("2025-07Y 1", "2026-07Y 6", "2027-07Y 8");
    }

    [Theory]
    [InlineData("quarter", "2026-09-30", "2026-10-01")]
    [InlineData("half-year", "2026-12-31", "2027-01-01")]
    [InlineData("bimonth", "2026-08-31", "2026-09-01")]
    [InlineData("year", "2027-06-30", "2027-07-01")]
    public void WindowsAreCountedFromTheYearsFirstMonth(string window, string last, string next)
    {
        var scheme = Scheme(
            $$""" "components": [{{Component($$""" "limit": {"per": "{{window}}", "points": 3, "cites": @C}, """ + Only("a"))}}]""",
            firstMonth: 7);

        Of(scheme, 2026, Entry("a", "2026-07-01", "2"), Entry("a", last, "2"))[^1].Total.Should().Be((Points)3, "2 + 2, at most 3");
        if (window != "year")
            Of(scheme, 2026, Entry("a", "2026-07-01", "2"), Entry("a", next, "2"))[^1].Total.Should().Be((Points)4, "2 in each");
    }

    [Fact]
    public void AMonthOfTheNextCalendarYearIsAWindowLikeAnother()
    {
        var scheme = Scheme(
            $$""" "components": [{{Component(""" "limit": {"per": "month", "points": 3, "cites": @C}, """ + Only("a"))}}]""",
            firstMonth: 7);

        Of(scheme, 2026, Entry("a", "2026-12-31", "2"), Entry("a", "2027-01-01", "2"), Entry("a", "2027-01-31", "2"))[^1].Total
            .Should().Be((Points)5, "2 in December, 2 + 2, at most 3 in January");
    }

    [Fact]
    public void TheWeightsOfMonthsAreInTheOrderOfTheYear()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}],
            "year": {"weights": [100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "missing": "left-out", "cites": @C}
            """, "month", firstMonth: 7);
        var days = Enumerable.Range(0, 12).Select(i => $"{(i < 6 ? 2026 : 2027)}-{((i + 6) % 12) + 1:00}-15");
        Entry[] entries = [.. days.Select((day, i) => Entry("a", day, $"{i + 1}"))];

        var rows = Of(scheme, 2026, entries);

        rows.Select(row => row.Period.ToString()).Should().Equal(
            "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05",
            "2027-06", "2026-07Y");
        rows[^1].Total.Should().Be((Points)1, "only July counts");
    }

    [Fact]
    public void StreaksAndTimesGoOnOverTheNewYear()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}],
            "marks": [{"id": "good", "name": @T, "when": {"total": {"atLeast": 1} }, "cites": @C}],
            "outcomes": [
              {"code": "three", "name": @T, "kind": "award", "on": "round",
               "when": {"streak": {"of": "good", "count": {"atLeast": 3} } }, "cites": @C},
              {"code": "second", "name": @T, "kind": "award", "on": "round",
               "when": {"times": {"of": "good", "count": {"exactly": 2} } }, "cites": @C}]
            """, "month", firstMonth: 7);

        var rows = Of(scheme, 2026, Entry("a", "2026-11-15", "1"), Entry("a", "2026-12-15", "1"), Entry("a", "2027-01-15", "1"));

        rows.Where(row => row.Awards.Count > 0).Select(row => $"{row.Period} {Codes(row.Awards)}")
            .Should().Equal("2026-12 second", "2027-01 three");
    }

    [Fact]
    public void APromiseOfDecemberIsAnsweredInJanuary()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}],
            "records": [{"code": "p", "name": @T}, {"code": "q", "name": @T}],
            "followUps": [{"id": "f", "promise": "p", "answer": "q", "finding": {"code": "open", "name": @T}, "cites": @C}]
            """, "month", firstMonth: 7);
        Entry[] entries = [Entry("p", "2026-12-31", reference: "r"), Entry("a", "2027-01-15", "1")];

        Of(scheme, 2026, entries).Single(row => row.Period.ToString() == "2027-01").Findings.Should().ContainSingle();
        Of(scheme, 2026, [.. entries, Entry("q", "2027-01-01", reference: "r")]).SelectMany(row => row.Findings).Should().BeEmpty();
    }

    [Fact]
    public void ASchemeThatBeginsWithinTheYearScoresAShorterOne()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}], "records": [{"code": "x", "name": @T}],
            "requirements": [{"id": "r", "records": ["x"], "take": "count", "per": "month", "atLeast": 1, "unrecorded": "zero",
              "finding": {"code": "f", "name": @T}, "cites": @C}]
            """, firstMonth: 7, from: "2027-05-01");
        Entry[] both = [Entry("x", "2027-05-31"), Entry("x", "2027-06-01")];

        Of(scheme, 2026, both)[^1].Findings.Should().BeEmpty();
        Of(scheme, 2026, both[1..])[^1].Findings.Should().ContainSingle();
        scheme.BeginsWithin(2026).Should().Be(new DateOnly(2027, 5, 1));
        scheme.BeginsWithin(2027).Should().BeNull();
    }

    [Fact]
    public void WhatIsNotOverOnTheDayIsUndecided()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}], "records": [{"code": "x", "name": @T}],
            "outcomes": [{"code": "none", "name": @T, "kind": "measure", "on": "year",
              "when": {"windows": {"per": "quarter", "entries": {"of": "x", "count": {"exactly": 0} }, "inARow": false,
                "count": {"atLeast": 1} } }, "cites": @C}]
            """, firstMonth: 7);
        Entry[] entries = [Entry("x", "2026-07-01"), Entry("x", "2026-10-01")];
        Assessment At(string day)
        {
            return new Scorer(scheme, new ScorerOptions { AsOf = DateOnly.ParseExact(day, "yyyy-MM-dd") })
                .Score([Member], entries, 2026).Single();
        }

        At("2027-03-30").Measures.Should().BeEmpty("the third quarter ends on 31 March");
        At("2027-03-31").Measures.Should().ContainSingle();
    }

    [Theory]
    [InlineData("2025", true)]
    [InlineData("2025-07Y", true)]
    [InlineData("2024-07Y", false)]
    [InlineData("2026-07Y", false)]
    public void AResultOfTheYearBeforeIsFoundByTheYearInWhichItBegan(string period, bool isFound)
    {
        var scheme = Scheme($$"""
            "inputs": [{"id": "i", "name": @T, "scheme": "t", "yearsBefore": 1, "from": "self", "cites": @C}],
            "components": [{{Component(Only("a") + """, "carries": [{"of": "i", "percent": 50, "missing": "zero", "cites": @C}]""")}}]
            """, firstMonth: 7);
        Period.TryParse(period, out var known).Should().BeTrue();

        var row = new Scorer(scheme).Score([Member], [Entry("a", "2027-02-01", "1")], 2026, earlier: [new("t", "m1", known, (Points)10)]);

        row.Single().Total.Should().Be(isFound ? (Points)6 : (Points)1, "1, and half of 10");
    }

    [Fact]
    public void TheExplanationNamesTheYearAndItsWindows()
    {
        var scheme = Scheme(
            $$""" "components": [{{Component(""" "limit": {"per": "quarter", "points": 3, "cites": @C}, """ + Only("a"))}}]""",
            firstMonth: 7);
        var row = new Scorer(scheme, new ScorerOptions { Derivations = true }).Score([Member], [Entry("a", "2027-01-15", "4")], 2026);

        Explainer.Explain(row.Single(), Language.English).Should()
            .Contain("2026-07Y").And.Contain("Limit for Example in 2026-07Q3: +4 recorded, +3 counted, at most 3.");
    }

    private static IReadOnlyList<Assessment> Of(PartyRules.Schemes.Scheme scheme, int year, params Entry[] entries) =>
        new Scorer(scheme).Score([Member], entries, year);
}
