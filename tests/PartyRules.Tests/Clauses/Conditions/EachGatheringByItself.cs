using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Conditions;

/// <summary>Conditions that look at the entries of each reference by themselves.</summary>
public sealed class EachGatheringByItself
{
    [Theory]
    [InlineData("1 1 2 2", "")]
    [InlineData("1 1 1 2", "crowded")]
    [InlineData("1 2 3 4", "")]
    public void AtMostTwoOtherThemesStandInOneGathering(string gatherings, string findings)
    {
        var entries = gatherings.Split(' ').Select((gathering, i) => Entry("theme", $"2026-0{i + 1}-01", reference: gathering));

        Codes(Crowded().Year([.. entries])).Should().Be(findings);
    }

    [Fact]
    public void AReferenceMustThenBeRecorded()
    {
        var problems = new List<PartyRules.Validation.FactProblem>();

        new PartyRules.Validation.FactChecker(Crowded()).Check(Entry("theme", "2026-01-01"), problems);

        problems.Should().ContainSingle(problem => problem.Code == "fact.reference-missing");
    }

    [Theory]
    [InlineData("1 1 2", 2)]
    [InlineData("1 - -", 1)]
    [InlineData("- -", 0)]
    public void NoReferenceIsNoDifferentReference(string references, int distinct)
    {
        var scheme = Distinct(distinct);
        var entries = references.Split(' ').Select((at, i) => Entry("theme", $"2026-0{i + 1}-01", reference: at == "-" ? "" : at));

        // Data without references is refused; whoever has checked by himself may still give it.
        var results = new Scorer(scheme).Score([new Subject { Id = "m1", Kind = "member" }], [.. entries], 2026, areFactsChecked: true);
        Codes(results.Single()).Should().Be("found");
        scheme.Records.Should().ContainSingle().Which.IsReferenceRequired.Should().BeTrue("data is refused that has none");
    }

    [Theory]
    [InlineData("1", "1.0", "found")]
    [InlineData("1.50", "1.5", "found")]
    [InlineData("1", "1.01", "")]
    [InlineData("1", "", "")]
    public void AColumnOfNumbersHasAValueHoweverItIsWritten(string asked, string value, string findings)
    {
        var scheme = Scheme(
            Finding($$"""{"attribute": {"of": "n", "is": ["{{asked}}"] } }"""),
            attributes: """ "n": {"name": @T, "kind": "number"} """);
        var subject = new Subject
        {
            Id = "m1",
            Kind = "member",
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["n"] = value },
        };

        Codes(scheme.Year(subject, [])).Should().Be(findings);
    }

    [Fact]
    public void TheRecordSaysThatItNeedsOne()
    {
        Crowded().Records.Should().ContainSingle().Which.IsReferenceRequired.Should().BeTrue();
        Scheme(""" "records": [{"code": "theme", "name": @T}]""").Records
            .Should().ContainSingle().Which.IsReferenceRequired.Should()
            .BeFalse();
    }

    [Theory]
    [InlineData("true", "")]
    [InlineData("false", "\"lookBackMonths\": 3,")]
    public void ReferencesHaveNoOrderInTime(string inARow, string lookBack) =>
        Problems($$"""
            "records": [{"code": "theme", "name": @T}],
            "outcomes": [{"code": "crowded", "kind": "finding", "name": @T, "on": "round",
              "when": {"windows": {"per": "reference", {{lookBack}} "entries": {"of": "theme", "count": {"atLeast": 3} },
                "inARow": {{inARow}}, "count": {"atLeast": 1} } },
              "cites": @C}]
            """)
            .Should().Contain(problem => problem.Code == "scheme.references-in-a-row"
                && problem.Location.Path == "$.outcomes[0].when.windows");

    private static string Finding(string when) => $$"""
        "records": [{"code": "theme", "name": @T}],
        "outcomes": [{"code": "found", "kind": "finding", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """;

    private static Scheme Distinct(int exactly) =>
        Scheme(Finding($$"""{"entries": {"of": "theme", "distinct": {"exactly": {{exactly}} } } }"""));

    private static Scheme Crowded() => Scheme("""
        "records": [{"code": "theme", "name": @T}],
        "outcomes": [{"code": "crowded", "kind": "finding", "name": @T, "on": "round",
          "when": {"windows": {"per": "reference", "entries": {"of": "theme", "count": {"atLeast": 3}}, "inARow": false,
            "count": {"atLeast": 1}}},
          "cites": @C}]
        """);
}
