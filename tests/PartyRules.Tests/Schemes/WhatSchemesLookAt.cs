using PartyRules.Validation;

namespace PartyRules.Tests.Schemes;

/// <summary>
/// Every kind of clause says which columns and values it looks at, so that none that a data set lacks counts as empty unsaid.
/// </summary>
public sealed class WhatSchemesLookAt
{
    private const string When = """{"all": [{"not": {"any": [{"attribute": {"of": "office", "is": ["x"]}}]}}]}""";
    private const string Finding = "\"finding\": {\"code\": \"f\", \"name\": @T}";
    private const string Bands = """ "bands": [{"id": "good", "name": @T}] """;
    private const string Grades = $$""" "grades": {"rounding": {"mode": "none"}, "cites": @C, "bands": [{"id": "good", "name": @T}]} """;

    public static TheoryData<string, string> PlacesOfConditions => new()
    {
        { "exemptions", $$""" "exemptions": [{"id": "x", "name": @T, "as": "exempt", "when": {{When}}, "cites": {{Own}}}] """ },
        {
            "outcomes",
            $$""" "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {{When}}, "cites": {{Own}}}] """
        },
        { "targets", $$""" "targets": [{"id": "t", "name": @T, "pool": "all", "when": {{When}}, "cites": {{Own}}}] """ },
        { "marks", $$""" "marks": [{"id": "m", "name": @T, "when": {{When}}, "cites": {{Own}}}] """ },
        {
            "forced grades",
            $$"""
            "grades": {"rounding": {"mode": "none"}, "cites": @C, {{Bands}},
              "forced": [{"id": "f", "grade": "good", "as": "exactly", "when": {{When}}, {{Finding}}, "cites": {{Own}}}] }
            """
        },
        {
            "moves",
            $$"""
            "grades": {"rounding": {"mode": "none"}, "cites": @C, {{Bands}},
              "moves": {"start": "good", "of": [{"by": 1, "when": {{When}}, "cites": {{Own}}}] } }
            """
        },
        {
            "multipliers",
            "\"components\": [" + Drafts.Component(
                $$""" "multipliers": [{"factor": 2, "when": {{When}}, "cites": {{Own}}}],{{Drafts.Only("a")}} """) + "]"
        },
    };

    private static string Own => """{"clause": "t/own", "text": @T, "choice": true}""";

    [Theory]
    [MemberData(nameof(PlacesOfConditions))]
    public void AConditionIsLookedInWhereverItStands(string place, string sections)
    {
        var components = place == "multipliers" ? "" : $"\"components\": [{Drafts.Component(Drafts.Only("a"))}], ";

        var uses = SchemeUses.Of(Drafts.Scheme(
            components + sections, round: place == "marks" ? "month" : "year", attributes: """ "office": {"name": @T, "kind": "text"} """));

        uses.Columns.Single(need => need.Column == "office").Clauses.Should().Be("t/own", place);
    }

    [Theory]
    [InlineData("parent", "\"inputs\": [{\"id\": \"n\", \"name\": @T, \"scheme\": \"s\", \"from\": \"parent\", \"cites\": @C}]")]
    [InlineData(
        "office", "\"inputs\": [{\"id\": \"n\", \"name\": @T, \"scheme\": \"s\", \"from\": \"attribute\", "
        + "\"attribute\": \"office\", \"cites\": @C}]")]
    [InlineData("parent", "\"ranking\": {\"pool\": \"parent\", \"ties\": \"share\", \"tieBreaks\": [], \"cites\": @C}")]
    [InlineData(
        "parent", "\"targets\": [{\"id\": \"t\", \"name\": @T, \"pool\": \"parent\", "
        + "\"when\": {\"total\": {\"atLeast\": 1}}, \"cites\": @C}]")]
    public void AColumnWithoutWhichAClauseCannotBeWorkedOutMustBeThere(string column, string sections)
    {
        var scheme = Drafts.Scheme(
            $"\"components\": [{Drafts.Component(Drafts.Only("a"))}], {sections}",
            attributes: """ "office": {"name": @T, "kind": "text"} """);

        SchemeUses.Of(scheme).Columns.Should().ContainSingle(need => need.Column == column && need.Clauses == "t/c")
            .Which.MayBeAbsent.Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"previousGrade": ["good"]}""")]
    [InlineData("""{"rise": {"atLeast": 1}}""")]
    public void ThePreviousGradeMayBeAbsent(string when)
    {
        var scheme = Drafts.Scheme($$"""
            "components": [{{Drafts.Component(Drafts.Only("a"))}}], {{Grades}},
            "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
            """);

        SchemeUses.Of(scheme).Columns.Should().ContainSingle(need => need.Column == "previousGrade").Which.MayBeAbsent.Should().BeTrue();
    }
}
