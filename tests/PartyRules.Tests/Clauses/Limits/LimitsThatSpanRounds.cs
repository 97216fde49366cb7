using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Limits;

/// <summary>Limits of a year or of its parts in schemes with shorter rounds: each round counts what earlier ones leave.</summary>
public sealed class LimitsThatSpanRounds
{
    private const string Year = """ "year": {"take": "sum", "missing": "zero", "cites": @C}""";

    private static readonly string[] Months = [.. Enumerable.Range(1, 12).Select(month => $"2026-{month:00}-10")];

    [Theory]
    [InlineData("add")]
    [InlineData("deduct")]
    public void EachRoundCountsWhatEarlierOnesLeave(string effect)
    {
        var scheme = Limited("year", 10, effect);

        var rounds = Rounds(
            scheme, Entry("a", Months[0], "4"), Entry("a", Months[4], "5"), Entry("a", Months[5], "3"), Entry("a", Months[11], "9"));

        rounds.Should().Equal(effect == "add" ? [4, 6, 0, 0, 10] : [-4, -6, 0, 0, -10]);
    }

    [Fact]
    public void AHalfYearBeginsAnew() =>
        Rounds(Limited("half-year", 10), [.. Months.Select(day => Entry("a", day, "3"))]).Should().Equal(9, 1, 9, 1, 20);

    /// <summary>Rounds add up to what a scheme without rounds counts, whatever is recorded and however entries stand.</summary>
    [Fact]
    public void RoundsAddUpToTheYearOfASchemeWithoutThem()
    {
        foreach (var (per, most) in new[] { ("year", 25), ("half-year", 12), ("quarter", 9), ("bimonth", 5) })
        {
            var (whole, parts) = (Limited(per, most, round: "year"), Limited(per, most, round: "month"));
            for (var seed = 0; seed < 40; seed++)
            {
                var random = new Random(seed);
                Entry[] entries =
                [
                    .. Enumerable.Range(0, random.Next(1, 30)).Select(i => Entry(
                        random.Next(2) == 0 ? "a" : "b",
                        new DateOnly(2026, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", null),
                        $"{random.Next(6)}.{i}")),
                ];
                random.Shuffle(entries);

                var months = Rounds(parts, entries);

                months[^1].Should().Be(Rounds(whole, entries)[^1], "{0} at most {1}, seed {2}", per, most, seed);
                months[..^1].Aggregate(Points.Zero, (sum, each) => sum + each).Should().Be(months[^1]);
            }
        }
    }

    [Theory]
    [InlineData(""" "limit": {"per": "year", "points": 10, "cites": @C}, """, "", 10)]
    [InlineData("", """ "limit": {"per": "year", "points": 10, "cites": @C}""", 20)]
    public void ItemsOfAComponentFillItsLimitTogether(string ofComponent, string ofItems, int total)
    {
        var scheme = Scheme($$"""
            "records": [{"code": "r", "name": @T}],
            "components": [{{Component($$"""
                {{ofComponent}} "items": [{{Item("a", """{"value": true}""", ofItems)}}, {{Item("b", """{"value": true}""", ofItems)}}]
                """)}}], {{Year}}
            """, "quarter");

        Rounds(scheme, [.. Months.Select(day => Entry("a", day, "2")), .. Months.Select(day => Entry("b", day, "2"))])[^1]
            .Should().Be((Points)total);
    }

    [Theory]
    [InlineData(
        Language.English,
        "Limit for Example in 2026: +4 recorded in earlier rounds and +8 in this one, of which +6 count, at most 10 in all.")]
    [InlineData(
        Language.ChineseSimplified, "示例在2026的上限：以前各轮记录+4，本轮记录+8，计入+6，合计最多10。")]
    public void TheAccountTellsWhatEarlierRoundsRecorded(Language language, string told)
    {
        var rows = new Scorer(Limited("year", 10), new ScorerOptions { Derivations = true }).Score(
            [new Subject { Id = "m1", Kind = "member" }],
            [Entry("a", Months[0], "4"), Entry("a", Months[4], "5"), Entry("a", Months[5], "3"), .. Held],
            2026);

        Explainer.Explain(rows[1], language).Should().Contain(told);
        rows[1].Findings.Select(finding => finding.Code).Should().Equal("over");
        rows[0].Findings.Should().BeEmpty();
    }

    /// <summary>An entry that counts nothing, in each month, so that all rounds are held.</summary>
    private static Entry[] Held => [.. Months.Select(day => Entry("r", day))];

    private static Scheme Limited(string per, int most, string effect = "add", string round = "quarter")
    {
        var limit = $$""" "limit": {"per": "{{per}}", "points": {{most}}, "finding": {"code": "over", "name": @T}, "cites": @C}""";
        return Scheme($$"""
            "records": [{"code": "r", "name": @T}],
            "components": [{
              "id": "c", "name": @T, "start": 0, "minimum": null, "maximum": null, "cites": @C,
              "items": [{{Item("a", """{"value": true}""", limit, effect)}}, {{Item("b", """{"value": true}""", limit, effect)}}]
            }]{{(round == "year" ? "" : ", " + Year)}}
            """, round);
    }

    /// <summary>The totals of one member's rounds, and of the year.</summary>
    private static List<Points> Rounds(Scheme scheme, params Entry[] entries) =>
    [
        .. new Scorer(scheme).Score([new Subject { Id = "m1", Kind = "member" }], [.. entries, .. Held], 2026)
            .Select(row => row.Total!.Value),
    ];
}
