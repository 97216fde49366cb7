using PartyRules.Cases;
using PartyRules.Reading;

namespace PartyRules.Reports.Tests;

/// <summary>What every page must be, for every published system and whatever its cases lead to.</summary>
public sealed class PageStructure
{
    public static TheoryData<string, Language> Systems
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var id in BuiltInSchemes.Ids)
            {
                data.Add(id, Language.ChineseSimplified);
                data.Add(id, Language.English);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void EveryCaseOfEveryPublishedSystemMakesASoundPage(string id, Language language)
    {
        var scorer = Sample.ScorerOf(BuiltInSchemes.Get(id));
        var scheme = scorer.Versions.All[^1];
        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            var results = scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results);
            var report = new Report(
                scheme, worked.Year, results, Sample.In(language) with { Earlier = worked.Results, Subjects = worked.Subjects });
            Check(report.Page(), language);
            Check(report.SignaturePage(), language);
            if (report.HasNotice)
                Check(report.NoticePage(), language);
        }
    }

    [Fact]
    public void APageOfNobodyIsSound() => Check(new Report(Sample.Members, Sample.Year, []).Page(), Language.ChineseSimplified);

    [Fact]
    public void APageAllowsNothingToRunOrLoad()
    {
        var page = Sample.Parsed(Sample.County(Sample.In(Language.English)).Page());

        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content");
        policy.Should().StartWith("default-src 'none'; style-src 'sha256-").And.NotContain("unsafe");
        page.QuerySelectorAll("script, img, iframe, object, embed, form, input, base, video, audio, [style], [src]").Should().BeEmpty();
        page.QuerySelectorAll("*")
            .SelectMany(element => element.Attributes).Should().NotContain(attribute => attribute.Name.StartsWith("on"));
        page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")!)
            .Should().OnlyContain(address => address.StartsWith('#') || address == "data:,");
    }

    [Fact]
    public void TheTableBesideTheHistogramAddsUpToEveryTotal()
    {
        var page = Sample.Parsed(Sample.County(Sample.In(Language.English)).Page());

        var counted = page.QuerySelectorAll("details.data tbody td:nth-child(2)").Sum(cell => int.Parse(cell.TextContent));
        counted.Should().Be(page.QuerySelectorAll("table.ranking tbody tr").Count(row => row.FirstElementChild!.TextContent != "–"));
        page.QuerySelectorAll("svg.histogram .count").Sum(text => int.Parse(text.TextContent)).Should().Be(counted);
    }

    [Fact]
    public void EverySubjectLeadsToItsDerivation()
    {
        var page = Sample.Parsed(Sample.County(Sample.In(Language.English), members: 12).Page());

        foreach (var link in page.QuerySelectorAll("table.ranking a"))
            page.QuerySelector(link.GetAttribute("href")!)!.ParentElement!
                .QuerySelector("summary")!.TextContent.Should().StartWith(link.QuerySelector(".sub")!.TextContent);
        page.QuerySelectorAll("table.ranking a").Should().HaveCount(12);
    }

    [Fact]
    public void APageOfManyExplainsTheFirstAndSaysSo()
    {
        var page = Sample.Parsed(Sample.County(Sample.In(Language.English) with { Derivations = 3 }).Page());

        page.QuerySelectorAll(".derivation").Should().HaveCount(3);
        page.QuerySelectorAll("table.ranking tbody tr")
            .Take(4).Select(row => row.QuerySelector("a") is not null).Should().Equal(true, true, true, false);
        page.QuerySelector(".derivations")!.TextContent
            .Should().Contain("the first 3 of 40 subjects").And.NotContain("partyrules");
        page.QuerySelector("#technical")!.TextContent.Should().Contain("partyrules explain DATA --scheme fengxian --subject ID");
    }

    [Fact]
    public void ProposalsSayThatPeopleDecide()
    {
        var page = Sample.Parsed(Sample.Township(Sample.In(Language.English)).Page());

        page.QuerySelector("#proposals .note")!.TextContent.Should().Contain("Nothing here is decided");
        page.QuerySelectorAll("#proposals table")
            .Should().NotBeEmpty().And.OnlyContain(table => table.QuerySelector("thead th:last-child")!.TextContent == "Decision");
        page.QuerySelectorAll("#proposals td.decision").Should().OnlyContain(cell => cell.TextContent.Length == 0);
    }

    [Fact]
    public void TheFlagStandsWhereItWasAwarded()
    {
        var page = Sample.Parsed(Sample.Township(Sample.In(Language.English)).Page());

        var held = page.QuerySelectorAll("#rounds td.held");
        held.Should().HaveCountGreaterThanOrEqualTo(6).And.OnlyContain(
            cell => cell.QuerySelector(".rank")!.TextContent == "1" && cell.QuerySelector("svg")!.GetAttribute("aria-label") == "Red flag");
        page.QuerySelectorAll("#rounds tbody td:last-child")
            .Sum(cell => cell.TextContent == "–" ? 0 : int.Parse(cell.TextContent)).Should().Be(held.Length);
    }

    private static void Check(string text, Language language)
    {
        var page = Sample.Parsed(text);
        page.DocumentElement.GetAttribute("lang").Should().Be(language.Code());
        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("a[href^='#']")
            .Should().NotContain(link => page.GetElementById(link.GetAttribute("href")!.Substring(1)) == null);
        page.QuerySelectorAll("h1").Should().ContainSingle();
        page.QuerySelectorAll("main").Should().ContainSingle();
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).Should().NotContain(pair => pair.Second > pair.First + 1, "headings leave out no level");
        page.QuerySelectorAll("table")
            .Should().NotContain(table => table.QuerySelector("caption") == null || table.QuerySelector("thead th[scope='col']") == null);
        page.QuerySelectorAll("section[aria-labelledby], [role='region']")
            .Select(region => page.GetElementById(region.GetAttribute("aria-labelledby")!)!.TextContent).Should()
            .OnlyHaveUniqueItems("a screen reader lists regions by name");
        page.QuerySelectorAll("table tbody tr").Should().NotContain(row => row.QuerySelector("th[scope]") == null);
        page.QuerySelectorAll("svg")
            .Should().NotContain(svg => svg.GetAttribute("aria-hidden") != "true" && string.IsNullOrEmpty(svg.GetAttribute("aria-label")));
        foreach (var table in page.QuerySelectorAll("table"))
        {
            var width = table.QuerySelectorAll("thead th, thead td").Length;
            table.QuerySelectorAll("tbody tr").Select(row => row.Children.Sum(cell => int.Parse(cell.GetAttribute("colspan") ?? "1")))
                .Should().NotContain(columns => columns != width);
        }
    }
}
