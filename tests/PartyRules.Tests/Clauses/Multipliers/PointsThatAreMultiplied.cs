using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Validation;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Multipliers;

/// <summary>What a rate or a coefficient makes of points.</summary>
public sealed class PointsThatAreMultiplied
{
    [Theory]
    [InlineData("33", "16.34")]
    [InlineData("", "50")]
    public void AnAttendanceRateMultipliesTheComponent(string rate, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Multiplied("""{"records": ["rate"], "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "rate", "name": @T, "valueRequired": true}]
            """);
        Entry[] points = [Entry("a", "2026-01-01", "50")];

        Entry[] rates = rate.Length == 0 ? [] : [Entry("rate", "2026-01-31", rate), Entry("rate", "2026-02-28", "32.35")];

        scheme.Year([.. points, .. rates])
            .Total!.Value.ToString().Should().Be(total, "50 * (33 + 32.35) / 2 / 100 = 16.3375");
    }

    [Theory]
    [InlineData(3, 1, "7.5")]
    [InlineData(4, 0, "10")]
    [InlineData(0, 2, "0")]
    [InlineData(0, 0, "10")]
    public void ARateOfEntriesMultiplies(int present, int absent, string total) =>
        Scheme($$"""
            "components": [
              {{Multiplied("""{"rate": {"of": ["present"], "among": ["present", "absent"]}, "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "present", "name": @T}, {"code": "absent", "name": @T}]
            """)
            .Year([Entry("a", "2026-01-01", "10"), .. Many("present", present), .. Many("absent", absent)]).Total!.Value.ToString()
                .Should().Be(total, "10 * present / (present + absent)");

    [Fact]
    public void RatesOfSeveralKindsOfMeetingAreAveragedTogether() =>
        Scheme($$"""
            "components": [{{Multiplied("""{"records": ["branch", "group"], "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "branch", "name": @T, "valueRequired": true}, {"code": "group", "name": @T, "valueRequired": true}]
            """)
            .Year(
                Entry("a", "2026-01-01", "10"),
                Entry("branch", "2026-01-31", "100"),
                Entry("group", "2026-01-31", "50"),
                Entry("group", "2026-02-28", "60")).Total
                .Should().Be((Points)7, "10 * (100 + 50 + 60) / 3 / 100");

    [Fact]
    public void AShareIsTakenOfWhatItIsAmong() =>
        Problems($$"""
            "components": [{{Multiplied("""{"rate": {"of": ["present"], "among": ["absent"]}, "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "present", "name": @T}, {"code": "absent", "name": @T}]
            """).Should().ContainSingle(problem => problem.Code == "scheme.rate-outside"
                && problem.Location.Path == "$.components[0].multipliers[0].rate.among");

    [Fact]
    public void TheExplanationSaysByWhat()
    {
        var scheme = Scheme($$"""
            "components": [
              {{Multiplied("""{"rate": {"of": ["present"], "among": ["present", "absent"]}, "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "present", "name": @T}, {"code": "absent", "name": @T}]
            """);

        scheme.Explained(
            Entry("a", "2026-01-01", "9"), Entry("present", "2026-01-01"), Entry("absent", "2026-01-02"), Entry("absent", "2026-01-03"))
            .Should()
                .Contain("Multiplied by 1/3: 1 of 3. [t/c, a choice] Example").And
                    .Contain("Items, start, carried results and multipliers make 3");
    }

    [Fact]
    public void ACoefficientOfTheSubjectMultiplies() =>
        Scheme(
            $$""" "components": [{{Multiplied("""{"attribute": "coefficient", "otherwise": 1, "cites": @C}""")}}]""",
            attributes: """ "coefficient": {"name": @T, "kind": "number"}""")
            .Year(
                new Subject { Id = "m1", Kind = "member", Attributes = new Dictionary<string, string> { ["coefficient"] = "1.2" } },
                [],
                Entry("a", "2026-01-01", "50"))
            .Total.Should().Be((Points)60);

    /// <summary>A component with one item whose entries count their values, multiplied.</summary>
    private static string Multiplied(string by) => Component($$""" "multipliers": [{{by}}], {{Only("a")}}""");

    private static IEnumerable<Entry> Many(string code, int count) =>
        Enumerable.Range(1, count).Select(day => Entry(code, $"2026-01-{day:00}"));

    [Theory]
    [InlineData("0", "")]
    [InlineData("-0.5", "k fact.coefficient-negative")]
    [InlineData("half", "k fact.attribute-number")]
    public void ACoefficientIsNeverNegative(string coefficient, string problem)
    {
        var scheme = Scheme(
            $$""" "components": [{{Multiplied("""{"attribute": "k", "otherwise": 1, "cites": @C}""")}}]""",
            attributes: """ "k": {"name": @T, "kind": "number"}, "other": {"name": @T, "kind": "number"}""");
        List<FactProblem> problems = [];

        var attributes = new Dictionary<string, string> { ["k"] = coefficient, ["other"] = "-1" };
        new FactChecker(scheme).Check(new Subject { Id = "m1", Kind = "member", Attributes = attributes }, problems);

        string.Join(';', problems.Select(found => $"{found.Field} {found.Code}")).Should().Be(problem);
    }

    [Theory]
    [InlineData("80", "8")]
    [InlineData("", "10")]
    [InlineData("0", "0")]
    public void AMeasureMultipliesInPercent(string rate, string total) =>
        WithMeasure("average", """{"measure": "m", "as": "percent", "otherwise": 1, "cites": @C}""").Year(Rated(rate))
            .Total!.Value.ToString().Should().Be(total);

    [Theory]
    [InlineData("19.999999", "5")]
    [InlineData("20", "10")]
    [InlineData("40", "10")]
    [InlineData("40.000001", "12")]
    public void ABandOfAMeasureMultiplies(string sum, string total) =>
        WithMeasure(
            "sum",
            """
            {"measure": "m", "bands": [{"from": 20, "factor": 1}, {"above": 40, "factor": 1.2}], "otherwise": 0.5, "cites": @C}
            """).Year(Rated(sum)).Total!.Value.ToString().Should().Be(total);

    [Theory]
    [InlineData("4", "5", "row 1 holds: measure \"Example\" < 5")]
    [InlineData("5", "20", "row 2 holds: measure \"Example\" ≥ 5 and measure \"Example\" < 9")]
    [InlineData("9", "10", "Multiplied by 1, as no row holds.")]
    public void OneRowOfATableMultiplies(string sum, string total, string line)
    {
        var scheme = WithMeasure(
            "sum",
            """
            {"rows": [{"when": {"measure": {"of": "m", "number": {"below": 5} } }, "factor": 0.5},
              {"when": {"all": [{"measure": {"of": "m", "number": {"atLeast": 5} } }, {"measure": {"of": "m", "number": {"below": 9} } }]},
                "factor": 2}], "otherwise": 1, "cites": @C}
            """);

        scheme.Year(Rated(sum)).Total!.Value.ToString().Should().Be(total);
        scheme.Explained(Rated(sum)).Should().Contain(line);
    }

    [Theory]
    [InlineData("2026-06-30", "10", "Not multiplied yet")]
    [InlineData("2026-12-31", "5", "Multiplied by 0.5: row 1 holds")]
    public void ARowThatIsNotDecidedDoesNotMultiplyYet(string asOf, string total, string line)
    {
        var scheme = WithMeasure(
            "sum",
            """
            {"rows": [{"when": {"measure": {"of": "m", "number": {"below": 5} } }, "factor": 0.5}], "otherwise": 1, "cites": @C}
            """);
        var options = new ScorerOptions
        {
            AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture),
            Derivations = true,
        };
        var row = new Scorer(scheme, options).Score([new Subject { Id = "m1", Kind = "member" }], Rated("3"), 2026)[^1];

        row.Total!.Value.ToString().Should().Be(total);
        PartyRules.Explanations.Explainer.Explain(row, Language.English).Should().Contain(line);
    }

    [Theory]
    [InlineData("everything", "2.5")]
    [InlineData("additions", "-1")]
    public void OnlyWhatAddsMayBeMultiplied(string multiplies, string points) =>
        Scheme($$"""
            "components": [{"id": "c", "name": @T, "start": 2, "minimum": null, "maximum": null,
              "multipliers": [{"factor": 0.5, "multiplies": "{{multiplies}}", "cites": @C}],
              "items": [{{Item("a", """{"value": true}""")}}, {{Item("b", """{"value": true}""", effect: "deduct")}}], "cites": @C}]
            """)
            .Year(Entry("a", "2026-01-01", "12"), Entry("b", "2026-01-02", "9")).Components[0].Points.ToString()
            .Should().Be(points, "(2 + 12 - 9) / 2, and 2 + 12 / 2 - 9");

    [Theory]
    [InlineData("4", "14.4", "7.2", "8 * 1.8 * 0.5")]
    [InlineData("8", "27", "14.4", "16 * 1.8 is 28.8, and the total at most 27")]
    [InlineData("9", "27", "15", "18 * 1.8 is 32.4, and the group at most 30")]
    public void AGroupAndTheTotalAreMultipliedBeforeTheirBounds(string each, string whole, string half, string why)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"), "one")}}, {{Component(Only("b"), "two")}}],
            "groups": [{"id": "g", "name": @T, "of": ["one", "two"], "minimum": null, "maximum": 30,
              "multipliers": [{"factor": 1.8, "cites": @C}], "cites": @C}],
            "total": {"minimum": null, "maximum": 27, "multipliers": [
              {"factor": 0.5, "when": {"entries": {"of": "c", "count": {"atLeast": 1} } }, "cites": @C}], "cites": @C},
            "records": [{"code": "c", "name": @T}]
            """);
        Entry[] entries = [Entry("a", "2026-01-01", each), Entry("b", "2026-01-01", each)];

        scheme.Year([.. entries, Entry("c", "2026-01-01")]).Total!.Value.ToString().Should().Be(half, why);
        scheme.Year(entries).Total!.Value.ToString().Should().Be(whole, why);
    }

    [Fact]
    public void AMultiplierThatDoesNotApplyIsNotToldAsOne()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"), "one")}}],
            "total": {"minimum": null, "maximum": null, "multipliers": [
              {"factor": 0.5, "when": {"entries": {"of": "c", "count": {"atLeast": 1} } }, "cites": @C}], "cites": @C},
            "records": [{"code": "c", "name": @T}]
            """);

        scheme.Explained(Entry("a", "2026-01-01", "8")).Should().NotContain("Multiplied")
            .And.Contain("Total: asks for entries of \"Example\" ≥ 1 [t/c]");
        scheme.Explained(Entry("a", "2026-01-01", "8"), Entry("c", "2026-01-01")).Should()
            .Contain("Multiplied by 0.5. [t/c, a choice] Example");
    }

    private static Entry[] Rated(string value) =>
        [Entry("a", "2026-01-01", "10"), .. value.Length == 0 ? [] : new[] { Entry("r", "2026-01-02", value) }];

    private static Scheme WithMeasure(string take, string multiplier) => Scheme($$"""
        "components": [{{Multiplied(multiplier)}}],
        "records": [{"code": "r", "name": @T, "valueRequired": true}],
        "measures": [{"id": "m", "name": @T, "entries": {"of": "r", "take": "{{take}}"}, "cites": @C}]
        """);
}
