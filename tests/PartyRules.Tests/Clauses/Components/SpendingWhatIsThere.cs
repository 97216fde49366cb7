using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Components;

/// <summary>A component whose items earn and spend: no more than what was there on the day.</summary>
public sealed class SpendingWhatIsThere
{
    private static readonly Subject Member = new() { Id = "m1", Kind = "member" };

    [Theory]
    [InlineData("left-out", "5", 0, false)]
    [InlineData("left-out", "5.000001", 5, true)]
    [InlineData("counts", "5", 0, false)]
    [InlineData("counts", "6", -1, true)]
    public void MoreThanWasThereDoesNotCountOrIsFound(string overdrawn, string spent, int total, bool isFound)
    {
        var row = Stars(overdrawn).Year(Entry("in", "2026-01-01", "5"), Entry("out", "2026-01-02", spent));

        row.Total.Should().Be((Points)total);
        row.Findings.Select(finding => finding.Code).Should().Equal(isFound ? ["short"] : []);
    }

    [Fact]
    public void OfSeveralOnOneDayTheFirstThatFitsCounts() =>
        Stars("left-out").Year(
            Entry("in", "2026-01-01", "5"), Entry("out", "2026-01-02", "2"), Entry("out", "2026-01-02", "3.5"),
            Entry("out", "2026-01-02", "4")).Total
            .Should().Be((Points)3, "2 is the first by its identifier, and neither 3.5 nor 4 is there then");

    [Fact]
    public void TheStartAndWhatIsCarriedOverAreThereFromTheFirstDay()
    {
        var scheme = Stars("left-out", """, "carries": [{"of": "i", "percent": 50, "missing": "zero", "cites": @C}]""");

        scheme.Year(Member, [new("t", "m1", Period.OfYear(2025), (Points)5)], Entry("out", "2026-01-01", "2.5")).Total
            .Should().Be(Points.Zero, "half of 5, less 2.5");
        scheme.Year(Member, [new("t", "m1", Period.OfYear(2025), (Points)5)], Entry("out", "2026-01-01", "2.6")).Total
            .Should().Be((Points)2.5m, "half of 5");
    }

    [Theory]
    [InlineData("2026-05-31", "4")]
    [InlineData("2026-06-01", "1")]
    public void AsOfADayWhatIsSpentLaterIsStillThere(string day, string total) =>
        new Scorer(Stars("left-out"), new ScorerOptions { AsOf = DateOnly.ParseExact(day, "yyyy-MM-dd") })
            .Score([Member], [Entry("in", "2026-01-01", "4"), Entry("out", "2026-06-01", "3")], 2026)
            .Single().Total.Should().Be(Points.Parse(total));

    [Fact]
    public void TheExplanationSaysWhatWasThere()
    {
        Entry[] entries = [Entry("in", "2026-01-01", "5"), Entry("out", "2026-01-02", "6")];

        Stars("left-out").Explained(entries).Should().Contain("spends 6, and 5 were there: it does not count.");
        Stars("counts").Explained(entries).Should().Contain("spends 6, and 5 were there.").And.NotContain("does not count");
    }

    private static Scheme Stars(string overdrawn, string more = "") => Scheme($$"""
        "inputs": [{"id": "i", "name": @T, "scheme": "t", "yearsBefore": 1, "from": "self", "cites": @C}],
        "components": [{"id": "c", "name": @T, "start": 0, "minimum": null, "maximum": null,
          "balance": {"overdrawn": "{{overdrawn}}", "finding": {"code": "short", "name": @T}, "cites": @C}{{more}},
          "items": [{{Item("in", """{"value": true}""")}}, {{Item("out", """{"value": true}""", effect: "deduct")}}], "cites": @C}]
        """);
}
