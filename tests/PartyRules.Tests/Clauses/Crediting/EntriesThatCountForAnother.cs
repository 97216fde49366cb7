using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Crediting;

/// <summary>Entries that count for the subject that another one names.</summary>
public sealed class EntriesThatCountForAnother
{
    private const string Head = """ "head": {"name": @T, "kind": "text"} """;

    [Theory]
    [InlineData("linked", "0 5")]
    [InlineData("both", "3 5")]
    public void TheyCountForTheOneWhoIsNamedInsteadOrToo(string countsFor, string points) =>
        Totals(Credited(countsFor), Household(), Entry("a", "2026-03-01", "3"), Entry("a", "2026-03-02", "2", subject: "h1"))
            .Should().Be(points);

    [Fact]
    public void WhoNamesItselfOrNobodyKeepsThemOnce() =>
        Totals(
            Credited("both"),
            [Named("m1", ""), Named("h1", "h1")],
            Entry("a", "2026-03-01", "3"),
            Entry("a", "2026-03-02", "2", subject: "h1")).Should().Be("3 2");

    [Fact]
    public void TheParentMayBeTheOne() =>
        Totals(
            Scheme($$"""
                "components": [{{Component(Only("a"))}}],
                "crediting": [{"id": "p", "of": ["a"], "to": "parent", "countsFor": "linked", "missing": "self", "cites": @C}]
                """),
            [new Subject { Id = "m1", Kind = "member", Parent = "h1" }, new Subject { Id = "h1", Kind = "member" }],
            Entry("a", "2026-03-01", "3")).Should().Be("0 3");

    [Fact]
    public void EntriesOfOtherCodesStay() =>
        Totals(
            Credited("linked", Items(Item("a", """{"value": true}"""), Item("b", """{"each": 7}"""))),
            Household(), Entry("a", "2026-03-01", "3"), Entry("b", "2026-03-01")).Should().Be("7 3");

    [Fact]
    public void TheOrderOfSubjectsAndEntriesDoesNotMatter()
    {
        Entry[] entries = [Entry("a", "2026-03-01", "3"), Entry("a", "2026-02-01", "4"), Entry("a", "2026-03-02", "2", subject: "h1")];
        var scheme = Credited(
            "linked", Items(Item("a", """{"value": true}""", """ "limit": {"per": "month", "points": 4, "cites": @C} """)));

        Totals(scheme, Household(), entries).Should().Be("0 8");
        Totals(scheme, [.. Household().Reverse()], [.. entries.Reverse()]).Should().Be("8 0");
    }

    [Fact]
    public void TheyAreJudgedByTheirDates()
    {
        var scheme = Credited("linked", round: "quarter");
        Entry[] entries = [Entry("a", "2026-03-31", "3"), Entry("a", "2026-04-01", "2")];

        Rows(new Scorer(scheme), entries).Should().Be("2026-Q1 3, 2026-Q2 2");
        Rows(new Scorer(scheme, new ScorerOptions { AsOf = new DateOnly(2026, 3, 31) }), entries).Should().Be("2026-Q1 3");
    }

    [Theory]
    [InlineData("2025-07-02", 3)]
    [InlineData("2025-01-01", 0)]
    public void TheyCountInLaterYearsForTheOneWhoIsNamed(string date, int points)
    {
        var scheme = Scheme(
            $$"""
            "components": [{{Component(Only("a"))}}],
            "lapses": [{"id": "l", "of": ["a"], "afterMonths": 12, "laterPeriods": "first-day", "cites": @C}],
            {{Clause("linked")}}
            """,
            attributes: Head);

        Totals(scheme, Household(), Entry("a", date, "3")).Should().Be($"0 {points}");
    }

    [Fact]
    public void ACorrectionGoesWithWhatItCorrects()
    {
        var scheme = Scheme(
            $$"""
            "components": [{{Component(Only("a"))}}], "records": [{"code": "x", "name": @T}],
            "lapses": [{"id": "l", "of": ["a"], "by": "x", "cites": @C}],
            {{Clause("linked", """ "a", "x" """)}}
            """,
            attributes: Head);

        Totals(scheme, Household(), Entry("a", "2026-03-01", "3", reference: "r"), Entry("x", "2026-03-05", reference: "r"))
            .Should().Be("0 0");
    }

    [Fact]
    public void ConditionsOfTheOneTheyAreAboutDoNotSeeThem()
    {
        var scheme = Scheme(
            $$"""
            "components": [{{Component(Only("a"))}}], {{Clause("linked")}},
            "outcomes": [
              {"code": "any", "name": @T, "kind": "award", "on": "year",
               "when": {"entries": {"of": "a", "count": {"atLeast": 1} } }, "cites": @C}]
            """,
            attributes: Head);

        new Scorer(scheme).Score(Household(), [Entry("a", "2026-03-01", "3")], 2026)
            .Select(row => $"{row.Subject.Id} {row.Awards.Count}").Should().Equal("m1 0", "h1 1");
    }

    [Fact]
    public void NobodyIsScoredAlone()
    {
        var scorer = new Scorer(Credited("linked"));

        scorer.ComparesSubjects(2026).Should().BeTrue();
        scorer.Invoking(all => all.CreateWorker(2026)).Should().Throw<InvalidOperationException>()
            .WithMessage("*credits entries to others*");
    }

    [Theory]
    [InlineData("h1", "m1", "subjects[0].head fact.credit-chain, subjects[1].head fact.credit-chain")]
    [InlineData("h1", "z", "subjects[0].head fact.credit-chain, subjects[1].head fact.credit-unknown")]
    [InlineData("z", "h1", "subjects[0].head fact.credit-unknown")]
    [InlineData("", "", "")]
    public void WhoIsNamedMustBeThereAndNameNobodyElse(string ofMember, string ofHead, string problems)
    {
        Subject[] subjects = [Named("m1", ofMember), Named("h1", ofHead)];
        var scorer = new Scorer(Credited("linked"));

        string.Join(", ", scorer.Check(subjects, [], 2026).Select(Told)).Should().Be(problems);
        if (problems.Length > 0)
            scorer.Invoking(all => all.Score(subjects, [], 2026, areFactsChecked: true)).Should().Throw<ProblemException>()
                .Which.Problems.Select(Told).Should().Equal(problems.Split(", "));
    }

    [Fact]
    public void WhoNamesNobodyIsRefusedWhereSomebodyMustBeNamed()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}], {{Clause("linked", missing: "refused")}}
            """, attributes: Head);

        new Scorer(scheme).Check([Named("m1", ""), Named("h1", "h1")], [], 2026).Select(Told)
            .Should().Equal("subjects[0].head fact.credit-missing");
    }

    [Fact]
    public void WhatTheyAreWorthGoesByTheOneForWhomTheyCount()
    {
        var component = Items(
            Item("a", """{"each": 1}""", """ "appliesTo": {"category": ["young"]} """),
            Item("a", """{"each": 4}""", """ "appliesTo": {"category": ["old"]} """));
        var scheme = Scheme(
            $$"""
            "components": [{{component}}], {{Clause("both")}}
            """,
            attributes: Head,
            categories: """ "young": @T, "old": @T """);

        Totals(scheme, [Named("m1", "h1", "young"), Named("h1", "h1", "old")], Entry("a", "2026-03-01")).Should().Be("1 4");
    }

    [Fact]
    public void BothAccountsTellOfThem()
    {
        var rows = new Scorer(Credited("linked"), new ScorerOptions { Derivations = true })
            .Score(Household(), [Entry("a", "2026-03-01", "3")], 2026);

        Explainer.Explain(rows[0], Language.English).Should().Contain("Records that count for another instead:")
            .And.Contain("counts for h1. [t/c");
        Explainer.Explain(rows[1], Language.English).Should().Contain("Records about others that count here:")
            .And.Contain("about m1. [t/c");
    }

    private static Scheme Credited(string countsFor, string? component = null, string round = "year") => Scheme(
        $$"""
        {{(round == "year" ? "" : """ "year": {"take": "sum", "missing": "left-out", "cites": @C}, """)}}
        "components": [{{component ?? Component(Only("a"))}}], {{Clause(countsFor)}}
        """,
        round,
        attributes: Head);

    private static string Items(params string[] items) => Component($$""" "items": [{{string.Join(", ", items)}}] """);

    private static string Clause(string countsFor, string codes = """ "a" """, string missing = "self") => $$"""
        "crediting": [{"id": "h", "of": [{{codes}}], "to": "attribute", "attribute": "head",
          "countsFor": "{{countsFor}}", "missing": "{{missing}}", "cites": @C}]
        """;

    private static Subject Named(string id, string head, string category = "") => new()
    {
        Id = id,
        Kind = "member",
        Category = category,
        Attributes = new Dictionary<string, string> { ["head"] = head },
    };

    private static Subject[] Household() => [Named("m1", "h1"), Named("h1", "h1")];

    private static string Totals(Scheme scheme, IReadOnlyList<Subject> subjects, params Entry[] entries) =>
        string.Join(' ', new Scorer(scheme).Score(subjects, entries, 2026).Select(row => row.Total));

    private static string Rows(Scorer scorer, Entry[] entries) => string.Join(", ", scorer.Score(Household(), entries, 2026)
        .Where(row => row.Subject.Id == "h1" && row.Total is not null && row.Period.Kind != PeriodKind.Year)
        .Select(row => $"{row.Period} {row.Total}"));

    private static string Told(Problem problem) => $"{problem.Location.Path} {problem.Code}";
}
