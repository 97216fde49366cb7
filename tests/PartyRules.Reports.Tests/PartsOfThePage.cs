using System.Text;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Reports.Tests;

/// <summary>What a leader looks for on the page, and what is kept out of the way.</summary>
public sealed class PartsOfThePage
{
    private static readonly Subject[] Members =
    [
        Sample.Member("m1", "虚构甲", parent: "b1"), Sample.Member("m2", "虚构乙", parent: "b1"), Sample.Member("m3", "虚构丙", parent: "b2"),
    ];

    private static readonly Entry[] Entries =
        [.. Sample.Tasks("m1", 12, 6), .. Sample.Tasks("m2", 12, 5), .. Sample.Tasks("m3", 12, 4)];

    private static Report Three => Sample.Of(Sample.Members, Members, Entries, Sample.In(Language.English));

    [Fact]
    public void EveryOrganisationHasItsAverage()
    {
        var rows = Sample.Parsed(Three.Page()).QuerySelectorAll("#parents tbody tr")
            .Select(row => string.Join(' ', row.Children.Take(6).Select(cell => cell.TextContent)));

        rows.Should().Equal("b1 2 85 85 80 90", "b2 1 68 68 68 68");
    }

    [Fact]
    public void FurtherRankingsHaveAColumnEach()
    {
        var ferry = SchemeReader.ReadFile(Path.Combine("samples", "ferry.json"));
        Subject[] crews = [.. new[] { "c1", "c2" }.Select(id => new Subject
        {
            Id = id, Kind = "crew", Parent = "north", Category = "day", Attributes = new Dictionary<string, string> { ["places"] = "1" },
        })];
        Entry[] entries =
        [
            new() { Id = "e1", Subject = "c1", Item = "punctual", Date = new DateOnly(2026, 1, 1), Value = 9 },
            .. Enumerable.Range(1, 3).Select(day => new Entry
            {
                Id = $"v{day}", Subject = "c2", Item = "crossing", Date = new DateOnly(2026, 2, day),
            }),
        ];

        var page = Sample.Parsed(Sample.Of(ferry, crews, entries, Sample.In(Language.English)).Page());

        page.QuerySelectorAll("#ranking thead th").Take(3).Select(cell => cell.TextContent.Trim())
            .Should().Equal("Rank", "Ranking by service", "Ranking by crossings");
        page.QuerySelectorAll("#ranking tbody tr[id]")
            .Select(row => string.Join(' ', row.Children.Take(3).Select(cell => cell.TextContent))).Should().Equal("1 – 2", "2 1 1");
    }

    [Fact]
    public void OneOrganisationAloneIsNotCompared() =>
        Sample.Parsed(Sample.Of(Sample.Members, Members[..2], Entries[..24], Sample.In(Language.English)).Page())
            .QuerySelector("#parents").Should().BeNull();

    [Fact]
    public void CodesAndHashesStandAmongTheTechnicalDetailsAlone()
    {
        var page = Sample.Parsed(Three.Page());

        page.QuerySelector("#technical")!.TextContent
            .Should().Contain(Sample.Members.ContentHash).And.Contain("county-awards").And.Contain("fengxian/outcome-excellent");
        page.QuerySelector("#technical")!.Remove();
        page.QuerySelector("#derivations")!.Remove();
        page.Body!.TextContent.Should().NotContainAny(Sample.Members.ContentHash[..12], "county-awards", "fengxian/", "PartyRules");
    }

    [Fact]
    public void ANameLeadsToItsRow()
    {
        var page = Sample.Parsed(Sample.County(Sample.In(Language.ChineseSimplified)).Page());

        var links = page.QuerySelectorAll("#names a");
        links.Should().HaveCount(40);
        foreach (var link in links)
            page.QuerySelector(link.GetAttribute("href")!)!.QuerySelector("th bdi")!.TextContent.Should().Be(link.TextContent);
    }

    [Fact]
    public void AShortListNeedsNoIndexOfNames() => Sample.Parsed(Three.Page()).QuerySelector("#names").Should().BeNull();

    [Fact]
    public void TheMonthsOfAYearShowWhatWasRecorded()
    {
        var item = Sample.Members.Items.First(item => item.Deducts);
        Entry[] entries =
        [
            .. Sample.Tasks("m1", 3, 6),
            new() { Id = "a", Subject = "m1", Item = item.Code, Date = new DateOnly(2026, 3, 2), Value = 1 },
        ];

        var months = Sample.Parsed(Sample.Of(Sample.Members, [Members[0]], entries, Sample.In(Language.English)).Page())
            .QuerySelectorAll(".months dd").Select(month => month.TextContent);

        months.Should().Equal("6", "6", "5", "–", "–", "–", "–", "–", "–", "–", "–", "–");
    }

    [Fact]
    public void ASheetToSignShowsTheResultAndLeavesRoomForObjections()
    {
        var page = Sample.Parsed(Three.SignaturePage());

        page.QuerySelectorAll(".sheet").Should().HaveCount(3);
        var sheet = page.QuerySelector(".sheet")!;
        sheet.QuerySelector("h2 bdi")!.TextContent.Should().Be("虚构甲");
        sheet.QuerySelector(".facts")!.TextContent.Should().Contain("90 · Excellent");
        sheet.QuerySelector(".account")!.TextContent.Should().Contain("2026-12-25");
        sheet.QuerySelector(".to-sign")!.TextContent.Should().Contain("I object, because");
    }

    [Fact]
    public void AFlagIsWhatTheSchemeCallsOneWhateverItsCode()
    {
        var text = Encoding.UTF8.GetString(BuiltInSchemes.Text("yongxi").Span)
            .Replace("\"red-flag\"", "\"banner\"", StringComparison.Ordinal);
        var scheme = SchemeReader.Read(Encoding.UTF8.GetBytes(text), "banner.json");
        var award = SchemeReader.Read(
            Encoding.UTF8.GetBytes(text.Replace("\"kind\": \"flag\"", "\"kind\": \"award\"", StringComparison.Ordinal)), "award.json");

        Held(scheme).Should().BePositive();
        Held(award).Should().Be(0);

        static int Held(Scheme scheme)
        {
            var (villages, entries) = (Data.Samples.SampleTownship.Subjects(8), Data.Samples.SampleTownship.Entries(8, 2026, Sample.Year));
            var results = new Scoring.Scorer(scheme).Score([.. villages], [.. entries], Sample.Year);
            return Sample.Parsed(new Report(scheme, Sample.Year, results).Page()).QuerySelectorAll("#rounds td.held").Length;
        }
    }

    [Fact]
    public void ANoticeNamesTheDocumentAndNothingElse()
    {
        var notice = Sample.Parsed(Three.NoticePage());

        notice.Body!.TextContent.Should().Contain(Sample.Members.Source.English)
            .And.NotContainAny(Sample.Members.Name.English, "fengxian", "PartyRules", Sample.Members.ContentHash[..12]);
    }
}
