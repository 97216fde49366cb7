using System.Text;
using PartyRules.Cases;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Verification.Coverage;

namespace PartyRules.Verification.Tests;

/// <summary>What worked cases show of a scheme: nothing without cases, and each thing once a case makes it happen.</summary>
public sealed class CasesShow
{
    private static readonly Scheme Scheme = Invented.With();

    public static TheoryData<string> BuiltIn => [.. BuiltInSchemes.Ids];

    [Fact]
    public void WithoutCasesNothingIsShown() =>
        SchemeCoverage.Of(Scheme, []).Lines.Should().NotBeEmpty().And.OnlyContain(line => !line.IsCovered);

    [Theory]
    [InlineData("absence", 1, 0, "covered.item $.components[0].items[0]", true)]
    [InlineData("absence", 0, 0, "covered.item $.components[0].items[0]", false)]
    [InlineData("absence", 21, 0, "covered.minimum $.components[0].minimum", true)]
    [InlineData("absence", 20, 0, "covered.minimum $.components[0].minimum", false)]
    [InlineData("hours", 1, 6, "covered.limit $.components[1].limit", true)]
    [InlineData("hours", 1, 5, "covered.limit $.components[1].limit", false)]
    [InlineData("praise", 5, 0, "covered.maximum $.components[2].maximum", true)]
    [InlineData("praise", 4, 0, "covered.maximum $.components[2].maximum", false)]
    [InlineData("violation", 1, 0, "covered.forced $.grades.forced[0]", true)]
    [InlineData("violation", 0, 0, "covered.forced $.grades.forced[0]", false)]
    [InlineData("violation", 1, 0, "covered.record $.records[0]", true)]
    public void WhatHappensInACaseIsShown(string item, int times, int value, string what, bool isShown)
    {
        var entries = string.Join(", ", Enumerable.Range(1, times).Select(i =>
            $$"""{"item": "{{item}}", "date": "2026-01-{{i:00}}"{{(value == 0 ? "" : $", \"value\": {value}")}}}"""));

        Covered(Case(entries)).Contains(what).Should().Be(isShown);
    }

    [Theory]
    [InlineData(60, true, false)]
    [InlineData(59, false, true)]
    [InlineData(58, false, false)]
    [InlineData(61, false, false)]
    public void BothSidesOfABoundAreShownByTheTotalsThere(int total, bool isAt, bool isBelow)
    {
        var tasks = string.Join(", ", Enumerable.Range(1, 12)
            .Select(month => (month, points: Math.Clamp(total - 20 - ((month - 1) * 5), 0, 5)))
            .Where(month => month.points > 0).Select(month =>
                $$"""{"item": "hours", "date": "2026-{{month.month:00}}-01", "value": {{month.points}}}"""));

        var lines = Covered(Case(tasks));

        lines.Contains("covered.bound $.grades.bands[1]").Should().Be(isAt);
        lines.Contains("covered.bound.below $.grades.bands[1]").Should().Be(isBelow);
        lines.Contains("covered.outcome $.outcomes[0]").Should().Be(total < 60);
        lines.Contains("covered.outcome.not $.outcomes[0]").Should().Be(total >= 60);
    }

    [Fact]
    public void WhatBoundsExcludeIsNotAskedFor() =>
        SchemeCoverage.Of(Scheme, []).Lines.Select(Name).Should().NotContain("covered.maximum $.components[0].maximum")
            .And.Contain("covered.minimum $.components[0].minimum");

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void EveryCodeStandsOnThePageInBothLanguages(string id)
    {
        var codes = SchemeCoverage.Of(BuiltInSchemes.Get(id), []).Lines.Select(line => $"| `{line.Code}` |").Distinct().ToList();

        foreach (var page in new[] { "verification.md", "verification.zh-Hans.md" })
            File.ReadAllText(Path.Combine(Repository.Root, "docs", page)).Should().ContainAll(codes);
    }

    [Theory]
    [InlineData("fengxian", "covered.bound.below $.grades.bands[0]")]
    [InlineData("yongxi", "covered.tie $.ranking")]
    public void TheCasesOfBuiltInSchemesShowMostOfThem(string id, string shown)
    {
        var coverage = SchemeCoverage.Of(BuiltInSchemes.Get(id), SchemeCases.OfBuiltIn(id));

        coverage.Lines.Count(line => line.IsCovered).Should().BeGreaterThan(coverage.Lines.Count * 4 / 5);
        coverage.Lines.Where(line => line.IsCovered).Select(Name).Should().Contain(shown);
    }

    private static List<string> Covered(string cases)
    {
        var read = SchemeCases.Read(Encoding.UTF8.GetBytes($$"""{"scheme": "invented", "cases": [{{cases}}]}"""), "cases.json", Scheme);
        return [.. SchemeCoverage.Of(Scheme, read).Lines.Where(line => line.IsCovered).Select(Name)];
    }

    private static string Name(CoverageLine line) => $"{line.Code} {line.Location.Path}";

    private static string Case(string entries) => $$"""
        {"name": {"zh-Hans": "虚构", "en": "Invented"}, "year": 2026, "subjects": [{"id": "m1"}],
         "entries": [{{entries}}], "expected": [{"subject": "m1"}]}
        """;
}
