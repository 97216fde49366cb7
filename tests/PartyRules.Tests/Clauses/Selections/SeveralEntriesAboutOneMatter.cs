using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Selections;

/// <summary>Which of several entries count.</summary>
public sealed class SeveralEntriesAboutOneMatter
{
    [Theory]
    [InlineData("highest", "7")]
    [InlineData("first", "2")]
    [InlineData("last", "5")]
    public void OfEntriesAboutOneMatterOnlyOneCounts(string keep, string points) =>
        Scheme(Components("""{"value": true}""") + Selection(keep, 1, "reference"))
            .Year(
                Entry("a", "2026-01-01", "2", reference: "x"),
                Entry("a", "2026-02-01", "7", reference: "x"),
                Entry("a", "2026-03-01", "5", reference: "x"))
            .Total!.Value.ToString().Should().Be(points);

    [Theory]
    [InlineData("week", "4")]
    [InlineData("month", "2")]
    [InlineData("day", "5")]
    public void NoMoreThanSoManyCountInAWindow(string window, string points) =>
        Scheme(Components("""{"each": 1}""") + Selection("first", 2, window)).Year(
            Entry("a", "2026-02-02", reference: "1"),
            Entry("a", "2026-02-02", reference: "2"),
            Entry("a", "2026-02-02", reference: "3"),
            Entry("a", "2026-02-08", reference: "4"),
            Entry("a", "2026-02-09", reference: "5"),
            Entry("a", "2026-02-15", reference: "6")).Total!.Value.ToString().Should().Be(window == "day" ? "5" : points);

    private static string Components(string worth) => $$""" "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]""";

    private static string Selection(string keep, int atMost, string within) =>
        $$"""
        , "selections": [{"id": "s", "items": ["a"], "keep": "{{keep}}", "atMost": {{atMost}}, "within": "{{within}}", "cites": @C}]
        """;
}
