using PartyRules.Explanations;
using PartyRules.Scoring;
using PartyRules.Validation;
using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Clauses.Amounts;

/// <summary>Amounts that are one for some subjects and another for others, each stated in its own place.</summary>
public sealed class AmountsThatDifferBySubject
{
    private const string Categories = """ "village": @T, "office": @T """;
    private const string Plots = """ "plots": {"name": @T, "kind": "number"}, "born": {"name": @T, "kind": "date"} """;

    [Theory]
    [InlineData("village", 15)]
    [InlineData("office", 20)]
    public void TheStartIsThatOfTheCase(string category, int points) =>
        Total(Start("""[{"is": 15, "when": {"category": ["village"]}}, {"is": 20}]"""), category).Should().Be((Points)points);

    [Theory]
    [InlineData("4.999999", 20)]
    [InlineData("5", 15)]
    [InlineData("", 20)]
    public void ACaseMayGoByAColumn(string plots, int points) =>
        Total(Start("""[{"is": 15, "when": {"attribute": {"of": "plots", "number": {"atLeast": 5}}}}, {"is": 20}]"""), "office", plots)
            .Should().Be((Points)points);

    [Theory]
    [InlineData("1966-12-31", 15)]
    [InlineData("1967-01-01", 20)]
    public void ACaseMayGoByAnAge(string born, int points)
    {
        var scheme = Scheme(
            $$"""
            "measures": [{"id": "age", "name": @T, "since": {"of": "born", "in": "years", "on": "last-day"}, "cites": @C}],
            {{Start("""[{"is": 15, "when": {"measure": {"of": "age", "number": {"atLeast": 60}}}}, {"is": 20}]""")}}
            """,
            attributes: Plots,
            categories: Categories);

        scheme.Year(Member("office", column: "born", value: born), []).Total.Should().Be((Points)points);
    }

    [Theory]
    [InlineData("village", "9", 3)]
    [InlineData("office", "9", 8)]
    [InlineData("office", "7", 7)]
    public void TheMaximumIsThatOfTheCase(string category, string value, int points) =>
        Total(
            InPlace("maximum", """[{"is": 3, "when": {"category": ["village"]}}, {"is": 8, "when": {"category": ["office"]}}]"""),
            category,
            "",
            Scored.Entry("a", "2026-03-01", value)).Should().Be((Points)points);

    [Theory]
    [InlineData("village", -3)]
    [InlineData("office", -1)]
    public void TheMinimumIsThatOfTheCase(string category, int points) =>
        Total(
            InPlace("minimum", """[{"is": -3, "when": {"category": ["village"]}}, {"is": -1}]""", effect: "deduct"),
            category,
            "",
            Scored.Entry("a", "2026-03-01", "9")).Should().Be((Points)points);

    [Theory]
    [InlineData("village", 6)]
    [InlineData("office", 4)]
    public void AnEntryIsWorthWhatTheCaseSays(string category, int points) =>
        Total(
            $$""" "components": [{{Component($$""" "items": [{{Item("a", """
                {"levels": {"low": 1, "high": [{"is": 5, "when": {"category": ["village"]}}, {"is": 3}]}}
                """)}}]""")}}]""",
            category,
            "",
            Scored.Entry("a", "2026-03-01", level: "high"),
            Scored.Entry("a", "2026-03-02", level: "low")).Should().Be((Points)points);

    [Theory]
    [InlineData("village", 10)]
    [InlineData("office", 5)]
    public void AFactorIsThatOfTheCase(string category, int points) =>
        Total(
            $$""" "components": [{{Component($$""" "items": [{{Item("a", """
                {"each": 10, "levelFactors": {"low": 0, "high": [{"is": 1, "when": {"category": ["village"]}}, {"is": 0.5}]}}
                """)}}]""")}}]""",
            category,
            "",
            Scored.Entry("a", "2026-03-01", level: "high")).Should().Be((Points)points);

    [Theory]
    [InlineData("village", 4)]
    [InlineData("office", 6)]
    public void AMonthCountsWhatTheCaseSays(string category, int points) =>
        Total(
            Limited("""[{"is": 4, "when": {"category": ["village"]}}, {"is": 6}]"""),
            category,
            "",
            Scored.Entry("a", "2026-03-01", "9")).Should().Be((Points)points);

    [Theory]
    [InlineData("village", "2026-06-30", 4)]
    [InlineData("village", "2026-07-01", 5)]
    [InlineData("office", "2026-06-30", 6)]
    [InlineData("office", "2026-07-01", 7)]
    public void CasesMayHaveDays(string category, string date, int points) =>
        Total(
            Limited("""
                [{"is": 5, "when": {"category": ["village"]}, "from": "2026-07-01"}, {"is": 7, "from": "2026-07-01"},
                 {"is": 4, "when": {"category": ["village"]}, "to": "2026-06-30"}, {"is": 6, "to": "2026-06-30"}]
                """),
            category,
            "",
            Scored.Entry("a", date, "9")).Should().Be((Points)points);

    [Fact]
    public void AYearsLimitOfOneItemIsOneThoughItsCasesBeginWithinTheYear() => Total(
        $$""" "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""", """
            "limit": {"per": "year", "cites": @C,
              "points": [{"is": 5, "when": {"category": ["village"]}, "from": "2026-07-01"}, {"is": 6}]}
            """)}}]""")}}]""",
        "village",
        "",
        Scored.Entry("a", "2026-06-30", "4"),
        Scored.Entry("a", "2026-07-01", "4")).Should().Be((Points)5);

    [Theory]
    [InlineData("village", "2026-06-30", "category Example")]
    [InlineData("office", "2026-06-30", "all others")]
    public void TheExplanationNamesTheCase(string category, string date, string of)
    {
        var row = new Scorer(
            Scheme(
                Start("""
                    [{"is": 15, "when": {"category": ["village"]}, "cites": {"clause": "t/village", "text": @T}}, {"is": 20}]
                    """),
                categories: Categories,
                attributes: Plots),
            new ScorerOptions { Derivations = true }).Score([Member(category)], [Scored.Entry("a", date, "1")], 2026).Single();

        Explainer.Explain(row, Language.English).Should().Contain(of)
            .And.Contain(category == "village" ? "Start: 15 (category Example, [t/village] Example)" : "Start: 20 (all others)");
    }

    [Fact]
    public void WhatCasesLookAtIsAskedOfData() =>
        SchemeUses.Of(Scheme(
            Start("""[{"is": 15, "when": {"attribute": {"of": "plots", "number": {"atLeast": 5}}}}, {"is": 20}]"""),
            attributes: Plots,
            categories: Categories)).Columns.Select(need => need.Column)
            .Should().Contain("plots");

    [Theory]
    [InlineData("""[{"is": 1, "when": {"not": {"category": ["village"]}}}, {"is": 2, "when": {"category": ["village"]}}]""", null)]
    [InlineData("""[{"is": 1, "when": {"category": ["village"]}}, {"is": 2, "when": {"category": ["office"]}}]""", null)]
    [InlineData("""[{"is": 1, "when": {"category": ["village"]}}, {"is": 2}, {"is": 3}]""", "scheme.amount-overlap")]
    [InlineData("""[{"is": 1, "when": {"category": ["village"]}}]""", "scheme.amount-no-case")]
    [InlineData(
        """
        [{"is": 1, "when": {"category": ["village"]}},
         {"is": 2, "when": {"attribute": {"of": "plots", "number": {"atLeast": 5}}}}, {"is": 3}]
        """,
        "scheme.amount-two-cases")]
    [InlineData(
        """
        [{"is": 1, "when": {"attribute": {"of": "plots", "number": {"below": 5}}}},
         {"is": 2, "when": {"attribute": {"of": "plots", "number": {"atLeast": 5}}}}]
        """,
        "scheme.amount-no-case")]
    [InlineData(
        """
        [{"is": 1, "when": {"attribute": {"of": "plots", "number": {"below": 5}}}},
         {"is": 2, "when": {"not": {"attribute": {"of": "plots", "number": {"below": 5}}}}}]
        """,
        null)]
    [InlineData(
        """
        [{"is": 1, "when": {"attribute": {"of": "plots", "number": {"atMost": 5}}}},
         {"is": 2, "when": {"attribute": {"of": "plots", "number": {"atLeast": 5}}}}, {"is": 3}]
        """,
        "scheme.amount-two-cases")]
    [InlineData(
        """
        [{"is": 1, "when": {"category": ["village"]}, "to": "2026-06-30"},
         {"is": 2, "when": {"category": ["village"]}, "from": "2026-06-30"}, {"is": 3}]
        """,
        "scheme.amount-two-cases")]
    public void ExactlyOneCaseHoldsForEachSubjectOnEachDay(string rows, string? code)
    {
        void Act() => Scheme(Start(rows), attributes: Plots, categories: Categories);

        if (code is null)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act).Should().Throw<Diagnostics.ProblemException>().Which.Problems
                .Should().ContainSingle(problem => problem.Code == code);
    }

    private static string Start(string rows) => InPlace("start", rows);

    private static string InPlace(string key, string amount, string effect = "add")
    {
        var usual = new Dictionary<string, string> { ["start"] = "0", ["minimum"] = "-100", ["maximum"] = "100", [key] = amount };
        return $$"""
            "components": [{"id": "c", "name": @T, "start": {{usual["start"]}}, "minimum": {{usual["minimum"]}},
              "maximum": {{usual["maximum"]}}, "items": [{{Item("a", """{"value": true}""", effect: effect)}}], "cites": @C}]
            """;
    }

    private static string Limited(string points) =>
        $$""" "components": [{{Component($$""" "limit": {"per": "month", "points": {{points}}, "cites": @C}, {{Only("a")}}""")}}]""";

    private static Subject Member(string category, string value = "", string column = "plots") => new()
    {
        Id = "m1",
        Kind = "member",
        Category = category,
        Attributes = new Dictionary<string, string> { [column] = value },
    };

    private static Points? Total(string sections, string category, string plots = "", params Entry[] entries) =>
        Scheme(sections, attributes: Plots, categories: Categories).Year(Member(category, plots), [], entries).Total;
}
