using PartyRules.Schemes;
using PartyRules.Validation;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Items;

/// <summary>An entry must carry what the item asks for that applies to it, not what others of its code ask for.</summary>
public sealed class WhatItemsOfOneCodeAskFor
{
    private static readonly Scheme ByLevel = Items(
        Item("a", """{"each": 5}""", """ "appliesTo": {"level": ["low"]}"""),
        Item("a", """{"value": true}""", """ "appliesTo": {"level": ["high"]}"""));

    private static readonly Scheme ByCategory = Items(
        Item("a", """{"each": 5}""", """ "appliesTo": {"category": ["x"]}"""),
        Item("a", """{"value": true}""", """ "appliesTo": {"category": ["y"]}"""));

    private static readonly Scheme ByDate = Items(
        Item("a", """{"each": 5}""", """ "effective": {"from": "2020-01-01", "to": "2026-05-31"}"""),
        Item("a", """{"value": true}""", """ "effective": {"from": "2026-06-01"}"""));

    [Theory]
    [InlineData("low", null, "")]
    [InlineData("low", "3", "fact.value-unused")]
    [InlineData("high", "3", "")]
    [InlineData("high", null, "fact.value-missing")]
    [InlineData("", null, "fact.level-missing")]
    public void ByLevelOfTheEntry(string level, string? value, string problems) =>
        Checked(ByLevel, Entry("a", "2026-01-01", value, level), "x").Should().Be(problems);

    [Theory]
    [InlineData("x", null, "")]
    [InlineData("x", "3", "fact.value-unused")]
    [InlineData("y", "3", "")]
    [InlineData("y", null, "fact.value-missing")]
    public void ByCategoryOfTheSubject(string category, string? value, string problems) =>
        Checked(ByCategory, Entry("a", "2026-01-01", value), category).Should().Be(problems);

    [Theory]
    [InlineData("2026-05-31", null, "")]
    [InlineData("2026-06-01", null, "fact.value-missing")]
    [InlineData("2026-06-01", "3", "")]
    [InlineData("2026-05-31", "3", "fact.value-unused")]
    public void ByDateOfTheEntry(string date, string? value, string problems) =>
        Checked(ByDate, Entry("a", date, value), "x").Should().Be(problems);

    [Theory]
    [InlineData("plain", "low", "self", "r", "fact.level-unused fact.reference-unused fact.evaluator-unused")]
    [InlineData("plain", "", "", "", "")]
    [InlineData("by-level", "low", "self", "", "fact.evaluator-unused")]
    [InlineData("seen", "low", "self", "r", "")]
    [InlineData("record", "low", "self", "r", "fact.level-unused fact.reference-unused")]
    [InlineData("unknown", "low", "self", "r", "")]
    public void WhatNothingLooksAtIsFound(string item, string level, string evaluator, string reference, string unused)
    {
        var checker = new FactChecker(Scheme($$"""
            "components": [{{Component($$"""
                "items": [{{Item("plain", """{"each": 1}""")}}, {{Item("by-level", """{"levels": {"low": 1, "high": 2} }""")}},
                  {{Item("seen", """{"each": 1}""")}}]
                """)}}],
            "records": [{"code": "record", "name": @T}],
            "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round", "cites": @C, "when": {"any": [
              {"entries": {"of": "seen", "level": ["low"], "distinct": {"atLeast": 1} } },
              {"entries": {"anyOf": ["seen", "record"], "by": ["self"], "count": {"atLeast": 1} } }]} }]
            """));
        var found = new List<FactProblem>();

        checker.FindUnused(
            new Entry
            {
                Id = "e",
                Subject = "m1",
                Item = item,
                Date = new DateOnly(2026, 1, 1),
                Level = level,
                Evaluator = evaluator,
                Reference = reference,
            },
            found);

        string.Join(' ', found.Select(field => field.Code)).Should().Be(unused);
    }

    [Fact]
    public void WhomItIsAboutMayBeUnknown()
    {
        var problems = new List<FactProblem>();

        new FactChecker(ByCategory).Check(Entry("a", "2026-01-01"), problems);

        problems.Should().ContainSingle().Which.Code.Should().Be("fact.value-missing");
    }

    private static string Checked(Scheme scheme, Entry entry, string category)
    {
        var problems = new List<FactProblem>();
        new FactChecker(scheme).Check(entry, new Subject { Id = "m1", Kind = "member", Category = category }, problems);
        return string.Join(' ', problems.Select(problem => problem.Code));
    }

    private static Scheme Items(params string[] items) => Scheme(
        $$""" "components": [{{Component($$""" "items": [{{string.Join(", ", items)}}]""")}}]""", categories: """ "x": @T, "y": @T """);
}
