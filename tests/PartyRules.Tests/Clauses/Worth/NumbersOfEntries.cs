using PartyRules.Diagnostics;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Worth;

/// <summary>Further columns of entries, and what is made of them.</summary>
public sealed class NumbersOfEntries
{
    private const string Columns = """
        "entries": {
          "attributes": {
            "people": {"name": @T, "kind": "number"},
            "hours": {"name": @T, "kind": "number"},
            "planned": {"name": @T, "kind": "number"}
          },
          "numbers": {
            "labour": {"name": @T, "product": ["people", "hours"]},
            "rate": {"name": @T, "product": ["value"], "dividedBy": ["planned"]},
            "rate-or-one": {"name": @T, "product": ["value"], "dividedBy": ["planned"], "ifZero": 1},
            "each": {"name": @T, "product": ["hours"], "dividedBy": ["people", "planned"]}
          }
        },
        """;

    private const string Share = """ "perUnit": {"points": 0.5, "unit": 1, "part": "share"}""";

    [Theory]
    [InlineData("labour", "", "people=3 hours=2.5", "3.75")]
    [InlineData("hours", "", "hours=2.5", "1.25")]
    [InlineData("rate", "1", "planned=3", "0.17")]
    [InlineData("rate-or-one", "7", "planned=0", "0.5")]
    [InlineData("rate-or-one", "7", "planned=0.01", "350")]
    [InlineData("each", "", "hours=9 people=3 planned=2", "0.75")]
    public void AnEntryIsWorthWhatItsColumnsMake(string number, string value, string columns, string points) =>
        Total($$"""{"valueOf": "{{number}}", {{Share}} }""", value, columns).Should().Be(points);

    [Theory]
    [InlineData("9.99", "0")]
    [InlineData("10", "1")]
    [InlineData("29.99", "1")]
    [InlineData("30", "5")]
    public void BandsLookAtTheNumber(string hours, string points) => Total(
        """{"valueOf": "hours", "bands": {"kind": "steps", "of": [{"from": 10, "points": 1}, {"from": 30, "points": 5}]}}""",
        "",
        $"hours={hours}").Should().Be(points);

    [Fact]
    public void AColumnOfPointsIsNotRounded() =>
        Total("""{"valueOf": "hours", "value": true}""", "", "hours=1.234567").Should().Be("1.234567");

    [Fact]
    public void AProductOfPointsIsRoundedAsTheSchemeSays() =>
        Total("""{"valueOf": "labour", "value": true}""", "", "people=0.5 hours=1.25").Should().Be("0.63");

    [Theory]
    [InlineData("labour", "", "people=3", "hours", "fact.attribute-missing")]
    [InlineData("labour", "", "people=3 hours=-1", "hours", "fact.negative")]
    [InlineData("labour", "", "people=3 hours=two", "hours", "fact.attribute-number")]
    [InlineData("labour", "", "people=3 hours=2 planned=1", "planned", "fact.attribute-unused")]
    [InlineData("labour", "", "people=3 hours=2 hour=1", "hour", "fact.unknown-attribute")]
    [InlineData("labour", "1", "people=3 hours=2", "value", "fact.value-unused")]
    [InlineData("rate", "", "planned=2", "value", "fact.value-missing")]
    [InlineData("rate", "1", "planned=0", "planned", "fact.zero-divisor")]
    [InlineData("each", "", "hours=1 people=1 planned=0", "planned", "fact.zero-divisor")]
    public void WhatIsLackingOrWithoutUseIsRefused(string number, string value, string columns, string field, string code) =>
        FluentActions.Invoking(() => Total($$"""{"valueOf": "{{number}}", {{Share}} }""", value, columns))
            .Should().Throw<ProblemException>().Which.Problems
            .Should().ContainSingle(problem => problem.Code == code && problem.Location.Path!.EndsWith($".{field}"));

    [Fact]
    public void AnEmptyColumnThatNothingLooksAtIsNoMistake() =>
        Total($$"""{"valueOf": "hours", {{Share}} }""", "", "hours=1 planned=").Should().Be("0.5");

    [Theory]
    [InlineData("sum", "7")]
    [InlineData("average", "3.5")]
    [InlineData("lowest", "1")]
    [InlineData("highest", "6")]
    public void MeasuresTakeTheNumber(string take, string expected)
    {
        var scheme = Scheme($$"""
            {{Columns}}
            "measures": [
              {"id": "m", "name": @T, "entries": {"of": "r", "valueOf": "labour", "take": "{{take}}"}, "cites": @C}
            ],
            "records": [{"code": "r", "name": @T}],
            "components": [{{Component($$"""
                "items": [],
                "adjustments": [{
                  "id": "x", "name": @T, "effect": "add", "measure": "m",
                  "perUnit": {"points": 1, "unit": 1, "part": "share"}{{(take == "sum" ? "" : ", \"otherwise\": 0")}}, "cites": @C
                }]
                """)}}]
            """);

        scheme.Year(With(Entry("r", "2026-01-01"), "people=2 hours=3"), With(Entry("r", "2026-01-02"), "people=2 hours=0.5"))
            .Total!.Value.ToString().Should().Be(expected);
        FluentActions.Invoking(() => scheme.Year(With(Entry("r", "2026-01-01"), "people=2"))).Should().Throw<ProblemException>();
    }

    private static string Total(string worth, string value, string columns) =>
        Scheme($$"""
            {{Columns}}
            "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]
            """).Year(With(Entry("a", "2026-01-01", value.Length == 0 ? null : value), columns)).Total!.Value.ToString();

    private static Entry With(Entry entry, string columns) => new()
    {
        Id = entry.Id,
        Subject = entry.Subject,
        Item = entry.Item,
        Date = entry.Date,
        Value = entry.Value,
        Attributes = columns.Split(' ').Select(column => column.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
    };
}
