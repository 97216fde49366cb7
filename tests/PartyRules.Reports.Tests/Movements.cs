using AngleSharp.Dom;

namespace PartyRules.Reports.Tests;

/// <summary>How subjects moved since before.</summary>
public sealed class Movements
{
    [Theory]
    [InlineData("unqualified", "▲up 2")]
    [InlineData("qualified", "＝unchanged")]
    [InlineData("excellent", "▼down 1")]
    [InlineData("", "–")]
    public void AGradeIsComparedWithThePreviousOne(string previous, string shown)
    {
        // 20 + 12 × 5 = 80: qualified
        Subject[] members = [Sample.Member("m1", previousGrade: previous), Sample.Member("m2", previousGrade: "qualified")];
        var page = Sample.Of(Sample.Members, members, Sample.Tasks("m1", 12, 5), Sample.In(Language.English)).Page();

        Cell(page, "m1", "Against previous grade").Should().Be(shown);
    }

    [Theory]
    [InlineData("fengxian", "2025", "75.5", "▲up 4.5")]
    [InlineData("fengxian", "2025", "80", "＝unchanged")]
    [InlineData("fengxian", "2024", "90", "▼down 10")]
    public void ATotalIsComparedWithThatOfTheLastEarlierYear(string scheme, string period, string total, string shown)
    {
        Period.TryParse(period, out var year).Should().BeTrue();
        EarlierResult[] earlier =
        [
            new("fengxian", "m1", Period.OfYear(2020), 1), new(scheme, "m1", year, Points.Parse(total)),
            new("other", "m1", Period.OfYear(2025), 3),
        ];
        var page = Sample.Of(Sample.Members, [Sample.Member("m1")], Sample.Tasks("m1", 12, 5),
            Sample.In(Language.English) with { Earlier = earlier }).Page();

        Cell(page, "m1", "Against earlier total").Should().Be(shown);
    }

    [Fact]
    public void ARankIsComparedWithThatOfTheRoundBefore()
    {
        var results = Sample.Scored(
            Sample.Villages, Data.Samples.SampleTownship.Subjects(8), Data.Samples.SampleTownship.Entries(8, 2026, Sample.Year));
        int Rank(int round) =>
            results.Single(result => result.Subject.Id == "v002" && result.Period.ToString() == $"2026-B{round}").Rank!.Value;
        var page = Sample.Township(Sample.In(Language.English)).Page();

        (Rank(5) - Rank(6)).Should().BePositive();
        Cell(page, "v002", "Against earlier rank").Should().Be($"▲up {Rank(5) - Rank(6)}");
    }

    private static string Cell(string page, string subject, string heading)
    {
        var table = Sample.Parsed(page).QuerySelector("table.ranking")!;
        var column = table.QuerySelectorAll("thead th")
            .Index(table.QuerySelectorAll("thead th").Single(head => head.TextContent == heading));
        return table.QuerySelectorAll("tbody tr")
            .Single(row => row.QuerySelector("th")!.TextContent.EndsWith(subject)).Children[column].TextContent;
    }
}
