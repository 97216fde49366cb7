using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Versions;

/// <summary>The first year of a scheme that begins in March.</summary>
public sealed class AYearThatBeginsLate
{
    [Fact]
    public void ItIsScoredFromItsFirstDay() =>
        Year(Entry("a", "2026-03-01", "5")).Total.Should().Be(Points.Parse("5"));

    [Fact]
    public void AnEntryOfADayBeforeIsRefused() =>
        FluentActions.Invoking(() => Year(Entry("a", "2026-02-28", "5"))).Should().Throw<ProblemException>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code == "scheme.none-in-force");

    [Theory]
    [InlineData("3 4 5 6 7 8 9 10 11 12", "")]
    [InlineData("3 4 5 6 7 8 9 10 11", "idle")]
    public void MonthsBeforeItAreNotMissed(string months, string findings) =>
        Codes(Year([.. months.Split(' ').Select(month => Entry("a", $"2026-{month.PadLeft(2, '0')}-05", "1"))]))
            .Should().Be(findings);

    [Theory]
    [InlineData(2026, null)]
    [InlineData(2027, null)]
    [InlineData(2025, "2025-01-01")]
    public void NoDayOfItIsAGap(int year, string? day) =>
        new SchemeVersions([FromMarch()]).FirstGap(year)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(day);

    private static Assessment Year(params Entry[] entries) =>
        new Scorer(FromMarch()).Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026).Single();

    private static Scheme FromMarch() => SchemeReader.Read(Encoding.UTF8.GetBytes(Expand($$"""
        {"id": "t", "version": "1", "effective": {"from": "2026-03-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
         "round": "year", "components": [{{Component(Only("a"))}}],
         "outcomes": [{"code": "idle", "kind": "finding", "name": @T, "on": "round", "cites": @C,
           "when": {"windows": {"per": "month", "entries": {"of": "a", "count": {"exactly": 0} }, "inARow": false,
             "count": {"atLeast": 1} } } }]}
        """)), "t.json");
}
