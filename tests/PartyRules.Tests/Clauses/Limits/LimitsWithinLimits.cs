using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Limits;

/// <summary>Several limits on one item, or on a component and its items, each of what the one before leaves.</summary>
public sealed class LimitsWithinLimits
{
    private const string Year = """ "year": {"take": "sum", "missing": "zero", "cites": @C}""";

    private const string DayMonthYear = """
        {"per": "day", "points": 8, "cites": @C, "within":
          {"per": "month", "points": 20, "cites": @C, "within": {"per": "year", "points": 50, "cites": @C}}}
        """;
    [Theory]
    [InlineData("2026-03-01=8", 8)]
    [InlineData("2026-03-01=9", 8)]
    [InlineData("2026-03-01=8 2026-03-02=8 2026-03-03=4", 20)]
    [InlineData("2026-03-01=8 2026-03-02=8 2026-03-03=5", 20)]
    [InlineData("2026-03-01=30", 8)]
    [InlineData("2026-03-31=8 2026-03-30=8 2026-03-29=8 2026-04-01=8", 28)]
    [InlineData("2026-01-01=8 2026-01-02=8 2026-01-03=8 2026-02-01=8 2026-02-02=8 2026-02-03=8 2026-03-01=8 2026-03-02=8", 50)]
    public void ADayAMonthAndAYearAreKeptOneAfterTheOther(string entries, int total)
    {
        foreach (var round in new[] { "year", "quarter", "month" })
            Rounds(Draft(Limited(DayMonthYear), round), Read(entries))[^1].Should().Be((Points)total, "rounds are a {0}", round);
    }

    [Fact]
    public void ALimitOverRoundsCapsWhatLimitsWithinThemLeave()
    {
        var scheme = Draft(Limited(Chain("day:8,year:20")), "quarter");

        Rounds(scheme, Read("2026-01-05=30 2026-02-05=6 2026-04-05=30 2026-07-05=30")).Should().Equal(14, 6, 0, 0, 20);
    }

    /// <summary>Whatever the limits, rounds add up to the year, and the year is what windows summed and capped one by one make.</summary>
    [Theory]
    [InlineData("day:8,year:40", "")]
    [InlineData("day:8,month:20,year:50", "")]
    [InlineData("month:9", "year:30")]
    [InlineData("half-year:20", "year:30")]
    [InlineData("ten-days:5,quarter:12", "half-year:20,year:30")]
    [InlineData("month:9,half-year:25", "year:40")]
    public void RoundsAddUpToWhatWindowsSummedAndCappedMake(string ofItems, string ofComponent)
    {
        var text = Limited(Chain(ofItems), ofComponent.Length == 0 ? "" : $""" "limit": {Chain(ofComponent)}, """);
        var (years, months) = (Draft(text, "year"), Draft(text, "month"));
        for (var seed = 0; seed < 40; seed++)
        {
            var entries = Random(seed);

            var ofMonths = Rounds(months, entries);

            var expected = Reference(entries, ofItems, ofComponent);
            Rounds(years, entries)[^1].Should().Be(expected, "{0} in {1}, seed {2}", ofItems, ofComponent, seed);
            ofMonths[^1].Should().Be(expected, "{0} in {1}, by months, seed {2}", ofItems, ofComponent, seed);
            ofMonths[..^1].Aggregate(Points.Zero, (sum, each) => sum + each).Should().Be(expected);
        }
    }

    /// <summary>Where a year's limit reaches over the months of the component's, rounds add up to the year too.</summary>
    [Theory]
    [InlineData("year:25", "month:6")]
    [InlineData("half-year:15", "month:6,year:40")]
    [InlineData("day:4,year:25", "quarter:9")]
    [InlineData("year:25", "quarter:9,half-year:14")]
    public void RoundsAddUpToTheYearWhereWindowsReachOverTheNext(string ofItems, string ofComponent)
    {
        var text = Limited(Chain(ofItems), $""" "limit": {Chain(ofComponent)}, """);
        var (years, months) = (Draft(text, "year"), Draft(text, "month"));
        for (var seed = 0; seed < 40; seed++)
        {
            var entries = Random(seed);

            Rounds(months, entries)[^1].Should().Be(Rounds(years, entries)[^1], "{0} in {1}, seed {2}", ofItems, ofComponent, seed);
        }
    }

    [Fact]
    public void AYearsLimitIsFilledByEarlierRoundsFirst()
    {
        var scheme = Draft(Limited(Chain("year:5"), $""" "limit": {Chain("month:2")}, """), "quarter");

        Rounds(scheme, Read("2026-01-05=3 2026-02-05=3 2026-05-05=3")).Should().Equal(4, 0, 0, 0, 4);
        Rounds(scheme, Read("2026-01-05=3 2026-05-05=3")).Should().Equal(2, 2, 0, 0, 4);
    }

    [Fact]
    public void WhatSumsUpIsNotRounded()
    {
        var text = Limited(Chain("month:9,year:9"));

        Rounds(Draft(text, "year", "down"), Read("2026-01-05=0.505 2026-02-05=1.254"))[^1].Should().Be(Points.Parse("1.759"));
    }

    [Theory]
    [InlineData(
        Language.English,
        "Limit for Example in 2026-03-01: +9 recorded, +8 counted, at most 8. [t/c, a choice] Example|"
        + "Limit for Example in 2026: +4 recorded in earlier rounds and +8 in this one, of which +6 count, at most 10 in all. "
        + "[t/c, a choice] Example")]
    [InlineData(
        Language.ChineseSimplified,
        "示例在2026-03-01的上限：记录+9，计入+8，最多8。［t/c，本地选择］示例|示例在2026的上限：以前各轮记录+4，本轮记录+8，计入+6，合计最多10。［t/c，本地选择］示例")]
    public void TheAccountTellsEachLimitInTurn(Language language, string told)
    {
        var scheme = Draft(Limited(Chain("day:8,year:10")), "month");
        var rows = new Scorer(scheme, new ScorerOptions { Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], Read("2026-01-05=4 2026-03-01=9"), 2026);

        var account = Explainer.Explain(rows.Single(row => row.Period.ToString() == "2026-03"), language);

        var lines = account.Split('\n', StringSplitOptions.TrimEntries).ToList();
        told.Split('|').Select(line => lines.FindIndex(of => of.Contains(line, StringComparison.Ordinal)))
            .Should().BeInAscendingOrder().And.NotContain(-1, account);
    }

    /// <summary>The totals of one member's rounds, and of the year.</summary>
    private static List<Points> Rounds(Scheme scheme, Entry[] entries) =>
    [
        .. new Scorer(scheme).Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026).Select(row => row.Total!.Value),
    ];

    private static Scheme Draft(string sections, string round, string rounding = "half-up") =>
        Scheme(round == "year" ? sections : $"{sections}, {Year}", round, rounding);

    private static string Limited(string ofItems, string ofComponent = "")
    {
        var items = new[] { "a", "b" }.Select(code => Item(code, """{"value": true}""", $""" "limit": {ofItems}"""));
        return $$"""
            "records": [{"code": "r", "name": @T}],
            "components": [{
              "id": "c", "name": @T, "start": 0, "minimum": null, "maximum": null, "cites": @C, {{ofComponent}}
              "items": [{{string.Join(", ", items)}}]
            }]
            """;
    }

    /// <summary>Limits such as <c>day:8,year:40</c>, each within the next.</summary>
    private static string Chain(string limits)
    {
        var text = "";
        foreach (var limit in limits.Split(',').Reverse().Select(limit => limit.Split(':')))
        {
            var within = text.Length > 0 ? $"\"within\": {text}," : "";
            text = $$"""{"per": "{{limit[0]}}", "points": {{limit[1]}}, {{within}} "cites": @C}""";
        }

        return text;
    }

    private static Entry[] Read(string entries) =>
        [.. entries.Split(' ').Select(entry => Entry("a", entry.Split('=')[0], entry.Split('=')[1])), .. Held];

    /// <summary>Random entries of two items, one after the other in any order, and one in each month that counts nothing.</summary>
    private static Entry[] Random(int seed)
    {
        var random = new Random(seed);
        Entry[] entries =
        [
            .. Enumerable.Range(0, random.Next(1, 60)).Select(i => Entry(
                random.Next(2) == 0 ? "a" : "b",
                new DateOnly(2026, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", null),
                $"{random.Next(6)}.{i}")),
        ];
        random.Shuffle(entries);
        return [.. entries, .. Held];
    }

    /// <summary>An entry that counts nothing, in each month, so that all rounds are held.</summary>
    private static Entry[] Held => [.. Enumerable.Range(1, 12).Select(month => Entry("r", $"2026-{month:00}-10"))];

    /// <summary>What windows, summed and capped one length after the other, make of a year.</summary>
    private static Points Reference(IEnumerable<Entry> entries, string ofItems, string ofComponent)
    {
        var sums = entries.Where(entry => entry.Item != "r").Select(entry => (entry.Item, entry.Date, Points: entry.Value!.Value));
        foreach (var limit in ofItems.Split(','))
            sums = Capped(sums, limit);
        foreach (var limit in ofComponent.Split(',', StringSplitOptions.RemoveEmptyEntries))
            sums = Capped(sums.Select(sum => ("", sum.Date, sum.Points)), limit);
        return sums.Aggregate(Points.Zero, (sum, each) => sum + each.Points);
    }

    private static IEnumerable<(string Item, DateOnly Date, Points Points)> Capped(
        IEnumerable<(string Item, DateOnly Date, Points Points)> sums, string limit) => [.. sums
            .GroupBy(sum => (sum.Item, Window(sum.Date, limit.Split(':')[0])))
            .Select(same => (
                same.Key.Item,
                same.First().Date,
                Points.Min(same.Aggregate(Points.Zero, (sum, each) => sum + each.Points), Points.Parse(limit.Split(':')[1]))))];

    private static int Window(DateOnly day, string per) => per switch
    {
        "day" => day.DayOfYear,
        "ten-days" => (day.Month * 3) + Math.Min(2, (day.Day - 1) / 10),
        "month" => day.Month,
        "quarter" => (day.Month - 1) / 3,
        "half-year" => (day.Month - 1) / 6,
        _ => 0,
    };
}
