using System.Text;
using PartyRules.Reading;

namespace PartyRules.Reports.Tests;

/// <summary>A total that is rounded for its grade stands beside what it is rounded to.</summary>
public sealed class RoundedTotals
{
    [Theory]
    [InlineData("89.5", true)]
    [InlineData("90", false)]
    public void ThePageShowsWhatWasCompared(string points, bool isRounded)
    {
        var scheme = SchemeReader.Read(Encoding.UTF8.GetBytes("""
            {"id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T,
             "subjects": {"kind": "member"}, "round": "year",
             "components": [{"id": "a", "name": @T, "start": 0, "minimum": null, "maximum": null, "cites": @C,
               "items": [{"code": "x", "name": @T, "effect": "add", "worth": {"value": true}}]}],
             "grades": {"rounding": {"mode": "half-up", "places": 0}, "cites": @C,
               "bands": [{"id": "high", "name": @T, "from": 90}, {"id": "low", "name": @T}]}}
            """.Replace("@C", """{"clause": "t/c", "text": @T}""").Replace("@T", """{"zh-Hans": "示例", "en": "Example"}""")), "t.json");
        Entry[] entries =
        [
            new() { Id = "e", Subject = "m1", Item = "x", Date = new DateOnly(2026, 1, 5), Value = Points.Parse(points) },
        ];

        var page = Sample.Parsed(Sample.Of(scheme, [Sample.Member("m1")], entries, Sample.In(Language.English)).Page());

        var table = page.QuerySelector("table.ranking")!;
        table.QuerySelectorAll("thead th").Any(head => head.TextContent == "Rounded for the grade").Should().Be(isRounded);
        table.QuerySelectorAll("td").Any(cell => cell.TextContent == (isRounded ? "90" : "89.5")).Should().Be(isRounded);
        page.Body!.TextContent.Contains("Totals are rounded before they are compared").Should().Be(isRounded);
    }
}
