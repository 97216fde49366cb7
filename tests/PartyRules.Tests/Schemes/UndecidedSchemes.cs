using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Schemes;

/// <summary>A scheme that leaves a choice open, or contradicts itself, is refused with the remedy.</summary>
public sealed class UndecidedSchemes
{
    private const string Value = """{"value": true}""";

    [Theory]
    [InlineData(""" "weight": 100, "items": [@I]""", "", "scheme.rounding-unstated", "$", "rounding")]
    [InlineData(""" "weight": 90, "items": [@I]""", "half-up", "scheme.weights", "$.components", "sum to 90")]
    [InlineData(""" "items": []""", "half-up", "scheme.empty-list", "$.components[0].items", "at least one")]
    [InlineData(
        """ "multipliers": [{"records": ["r"], "cites": @C}], "items": [@I]""",
        "half-up",
        "scheme.otherwise-unstated",
        "$.components[0].multipliers[0]",
        "otherwise")]
    [InlineData(
        """ "multipliers": [{"records": ["r"], "otherwise": 1, "cites": @C}], "items": [@I]""",
        "half-up",
        "scheme.record-without-value",
        "$.components[0].multipliers[0].records[0]",
        "valueRequired")]
    [InlineData(
        """ "carries": [{"of": "x", "percent": 1, "missing": "zero", "cites": @C}], "items": [@I]""",
        "half-up",
        "scheme.unknown-word",
        "$.components[0].carries[0].of",
        "'x'")]
    [InlineData(""" "items": [@A]""", "half-up", "scheme.weights", "$.components[0].items[0].appraisal.weights", "sum to 90")]
    public void AComponentSaysEverything(string members, string rounding, string code, string path, string says)
    {
        var text = members.Replace("@I", Item("a", Value))
            .Replace("@A", Item("a", Value, """ "appraisal": {"weights": {"self": 40, "peers": 50}, "missing": "zero", "cites": @C}"""));

        Problems($$""" "components": [{{Component(text)}}], "records": [{"code": "r", "name": @T}]""", rounding: rounding)
            .Should().Contain(problem => problem.Code == code && problem.Location.Path == path && problem.Message.English.Contains(says));
    }

    [Theory]
    [InlineData("""{"top": {"percent": 20, "overflow": "in"}}""", "scheme.quota-rounding", "$.outcomes[0].when.top")]
    [InlineData("""{"top": {"number": 0, "overflow": "in"}}""", "scheme.quota", "$.outcomes[0].when.top")]
    [InlineData("""{"top": {"number": 1}}""", "scheme.missing-key", "$.outcomes[0].when.top")]
    [InlineData("""{"top": {"number": 1, "overflow": "some"}}""", "scheme.unknown-word", "$.outcomes[0].when.top.overflow")]
    [InlineData("""{"entries": {"of": "r"}}""", "scheme.exactly-one", "$.outcomes[0].when.entries")]
    [InlineData(
        """{"entries": {"of": "r", "anyOf": ["r"], "count": {"atLeast": 1}}}""",
        "scheme.exactly-one", "$.outcomes[0].when.entries")]
    [InlineData(
        """{"windows": {"per": "month", "entries": {"of": "r", "count": {"exactly": 0}}, "count": {"atLeast": 1}}}""",
        "scheme.missing-key",
        "$.outcomes[0].when.windows")]
    [InlineData(
        """{"run": {"of": ["r"], "brokenBy": ["x"], "count": {"atLeast": 1}}}""",
        "scheme.unknown-word",
        "$.outcomes[0].when.run.brokenBy[0]")]
    [InlineData("""{"attribute": {"of": "x", "is": ["y"]}}""", "scheme.unknown-word", "$.outcomes[0].when.attribute.of")]
    [InlineData("""{"attribute": {"of": "note", "number": {"atLeast": 1}}}""", "scheme.attribute-kind", "$.outcomes[0].when.attribute")]
    [InlineData("""{"share": {"of": "x", "percent": {"atLeast": 1}}}""", "scheme.condition-without", "$.outcomes[0].when")]
    [InlineData("""{"result": {"of": "x", "total": {"atLeast": 1}}}""", "scheme.unknown-word", "$.outcomes[0].when.result.of")]
    [InlineData("""{"attribute": {"of": "note", "is": []}}""", "scheme.empty-list", "$.outcomes[0].when.attribute.is")]
    [InlineData("""{"total": {"exactly": 3, "atMost": 2}}""", "scheme.range", "$.outcomes[0].when.total")]
    [InlineData("""{"total": {"atLeast": 1, "above": 5, "atMost": 5}}""", "scheme.range", "$.outcomes[0].when.total")]
    public void AConditionSaysEverything(string when, string code, string path) =>
        Problems(
            $$"""
            "records": [{"code": "r", "name": @T}], "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", "cites": @C},
            "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
            """,
            attributes: """ "note": {"name": @T, "kind": "text"}""")
            .Should().Contain(problem => problem.Code == code && problem.Location.Path == path && problem.Location.Line > 1);

    [Theory]
    [InlineData(""" "year": {"weights": [50, 50], "missing": "zero", "cites": @C}""", "year", "scheme.year-of-years", "$.year")]
    [InlineData(""" "year": {"weights": [50, 40], "missing": "zero", "cites": @C}""", "half-year", "scheme.year-weights", "$.year.weights")]
    [InlineData(
        """ "year": {"weights": [50, 50], "missing": "guess", "cites": @C}""",
        "half-year", "scheme.unknown-word", "$.year.missing")]
    [InlineData(
        """ "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", "on": "year", "cites": @C}""",
        "half-year",
        "scheme.year-without-total",
        "$.ranking.on")]
    [InlineData(
        """ "inputs": [{"id": "i", "name": @T, "scheme": "t", "from": "self", "cites": @C}]""", "year", "scheme.input-year", "$.inputs[0]")]
    [InlineData(
        """ "selections": [{"id": "s", "items": ["a"], "keep": "highest", "atMost": 0, "within": "month", "cites": @C}]""",
        "year",
        "scheme.at-least-one",
        "$.selections[0].atMost")]
    [InlineData(
        """ "selections": [{"id": "s", "items": ["a"], "keep": "best", "atMost": 1, "within": "month", "cites": @C}]""",
        "year",
        "scheme.unknown-word",
        "$.selections[0].keep")]
    [InlineData(""" "lapses": [{"id": "l", "of": ["a"], "cites": @C}]""", "year", "scheme.exactly-one", "$.lapses[0]")]
    [InlineData(
        """ "groups": [{"id": "g", "name": @T, "of": ["x"], "minimum": null, "maximum": 1, "cites": @C}]""",
        "year",
        "scheme.unknown-word",
        "$.groups[0].of[0]")]
    [InlineData(
        """
        "selections": [{"id": "s", "items": ["a"], "keep": "last", "atMost": 1, "within": "month", "cites": @C},
          {"id": "s", "items": ["a"], "keep": "last", "atMost": 1, "within": "month", "cites": @C}]
        """,
        "year", "scheme.duplicate-id", "$.selections[1].id")]
    [InlineData(
        """ "lapses": [{"id": "l", "of": ["a"], "afterMonths": 6, "cites": @C}, {"id": "l", "of": ["a"], "afterMonths": 7, "cites": @C}]""",
        "year",
        "scheme.duplicate-id",
        "$.lapses[1].id")]
    [InlineData(
        """
        "exemptions": [{"id": "e", "name": @T, "when": {"entries": {"of": "a", "count": {"atLeast": 1}}}, "cites": @C},
          {"id": "e", "name": @T, "when": {"entries": {"of": "a", "count": {"atLeast": 2}}}, "cites": @C}]
        """,
        "year", "scheme.duplicate-id", "$.exemptions[1].id")]
    [InlineData(
        """
        "records": [{"code": "r", "name": @T}],
        "requirements": [{"id": "q", "records": ["r"], "take": "count", "per": "year", "atLeast": 1, "unrecorded": "zero",
          "finding": {"code": "f", "name": @T}, "cites": @C},
          {"id": "q", "records": ["r"], "take": "count", "per": "year", "atLeast": 1, "unrecorded": "zero",
            "finding": {"code": "f", "name": @T}, "cites": @C}]
        """,
        "year", "scheme.duplicate-id", "$.requirements[1].id")]
    [InlineData(
        """
        "records": [{"code": "r", "name": @T}, {"code": "s", "name": @T}],
        "followUps": [{"id": "p", "promise": "r", "answer": "s", "days": {"atMost": 5}, "finding": {"code": "f", "name": @T}, "cites": @C},
          {"id": "p", "promise": "r", "answer": "s", "days": {"atMost": 5}, "finding": {"code": "f", "name": @T}, "cites": @C}]
        """,
        "year", "scheme.duplicate-id", "$.followUps[1].id")]
    [InlineData(
        """
        "requirements": [{"id": "q", "records": [], "take": "count", "per": "year", "atLeast": 1, "unrecorded": "zero",
          "finding": {"code": "f", "name": @T}, "cites": @C}]
        """,
        "year", "scheme.empty-list", "$.requirements[0].records")]
    [InlineData(
        """
        "records": [{"code": "r", "name": @T}],
        "requirements": [{"id": "q", "records": ["r"], "take": "sum", "per": "year", "atLeast": 1, "unrecorded": "zero",
          "finding": {"code": "f", "name": @T}, "cites": @C}]
        """,
        "year", "scheme.record-without-value", "$.requirements[0].records[0]")]
    [InlineData(
        """
        "records": [{"code": "r", "name": @T}],
        "requirements": [{"id": "q", "records": ["r"], "take": "count", "per": "week", "atLeast": 1, "unrecorded": "zero",
          "finding": {"code": "f", "name": @T}, "cites": @C}]
        """,
        "quarter", "scheme.window", "$.requirements[0].per")]
    [InlineData(
        """ "selections": [{"id": "s", "items": ["a"], "keep": "last", "atMost": 1, "within": "week", "cites": @C}]""",
        "month",
        "scheme.window",
        "$.selections[0].within")]
    public void ASectionSaysEverything(string section, string round, string code, string path) =>
        Problems($$""" "components": [{{Component($$""" "items": [{{Item("a", Value)}}]""")}}], {{section}}""", round)
            .Should().Contain(problem => problem.Code == code && problem.Location.Path == path);
}
