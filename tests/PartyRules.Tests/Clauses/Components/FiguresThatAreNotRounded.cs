using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Components;

/// <summary>A scheme's rounding is for what it multiplies and divides; figures that somebody wrote stay as they are written.</summary>
public sealed class FiguresThatAreNotRounded
{
    [Theory]
    [InlineData(""" "items": [@V] """, "0.255")]
    [InlineData(""" "adjustments": [@A "points": 0.505, "when": @W}], "items": [@V] """, "0.76")]
    [InlineData(""" "adjustments": [@A "rows": [{"points": 0.505, "when": @W}], "otherwise": 0}], "items": [@V] """, "0.76")]
    [InlineData(""" "adjustments": [@A "measure": "n", "bands": {"kind": "steps", "of": @B}}], "items": [@V] """, "0.76")]
    [InlineData(""" "limit": @L, "items": [@V] """, "0.255")]
    [InlineData(""" "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"bands": {"kind": "steps", "of": @B}}}] """, "0.505")]
    public void WhatIsNotMultipliedStaysAsItIsWritten(string component, string total) =>
        Draft(component).Year(Entry("r", "2026-01-05"), Entry("a", "2026-01-05", "0.255")).Total.Should().Be(Points.Parse(total));

    [Theory]
    [InlineData(""" "multipliers": [@M], "items": [@V] """, "0.25")]
    [InlineData(""" "rounding": {"mode": "down", "places": 1}, "items": [@V] """, "0.2")]
    [InlineData(""" "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"perUnit": @U}}] """, "0.25")]
    public void WhatIsMultipliedIsRounded(string component, string total) =>
        Draft(component).Year(Entry("r", "2026-01-05"), Entry("a", "2026-01-05", "0.255")).Total.Should().Be(Points.Parse(total));

    private const string When = """{"entries": {"of": "r", "count": {"atLeast": 1}}}""";
    private const string Limit =
        """{"per": "month", "points": 9, "within": {"per": "year", "points": 9, "cites": @C}, "cites": @C}""";

    private static PartyRules.Schemes.Scheme Draft(string component) => Scheme(
        $$"""
        "records": [{"code": "r", "name": @T}],
        "measures": [{"id": "n", "name": @T, "entries": {"of": "r", "take": "count"}, "cites": @C}],
        "components": [{{Component(component
            .Replace("@V", Item("a", """{"value": true}""", "@N"), StringComparison.Ordinal)
            .Replace(", @N", "", StringComparison.Ordinal)
            .Replace("@A", """{"id": "x", "name": @T, "effect": "add", "cites": @C,""", StringComparison.Ordinal)
            .Replace("@W", When, StringComparison.Ordinal)
            .Replace("@B", """[{"from": 0, "points": 0.505}]""", StringComparison.Ordinal)
            .Replace("@U", """{"points": 1, "unit": 1, "part": "share"}""", StringComparison.Ordinal)
            .Replace("@L", Limit, StringComparison.Ordinal)
            .Replace("@M", """{"rows": [{"when": @W, "factor": 1}], "otherwise": 1, "cites": @C}""", StringComparison.Ordinal)
            .Replace("@W", When, StringComparison.Ordinal))}}]
        """,
        rounding: "down");
}
