using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Items;

/// <summary>An item whose amount changes within the scheme's time.</summary>
public sealed class AmountsThatChange
{
    private const string Until = """ "effective": {"from": "2020-01-01", "to": "2026-06-30"}""";
    private const string Since = """ "effective": {"from": "2026-07-01"}""";

    [Theory]
    [InlineData("2026-06-30", "2")]
    [InlineData("2026-07-01", "3")]
    public void AnEntryIsWorthWhatTheItemOfItsDaySays(string date, string points) =>
        Scheme(Items(Until, Since)).Year(Entry("a", date)).Total!.Value.ToString().Should().Be(points);

    [Theory]
    [InlineData(Until, Until, "scheme.items-overlap")]
    [InlineData(Until, "", "scheme.items-overlap")]
    [InlineData(Until, """ "effective": {"from": "2026-06-30"}""", "scheme.items-overlap")]
    [InlineData(Until, """ "effective": {"from": "2026-09-01", "to": "2026-08-01"}""", "scheme.item-effective")]
    [InlineData(Since, """ "effective": {"from": "2019-01-01", "to": "2019-12-31"}""", "scheme.item-effective")]
    public void DatesOfOneCodeExcludeEachOther(string one, string other, string code) =>
        Problems(Items(one, other)).Should().Contain(problem => problem.Code == code);

    private static string Items(string one, string other) =>
        $$"""
        "components": [{{Component($$""" "items": [{{Item("a", """{"each": 2}""", one)}}, {{Item("a", """{"each": 3}""", other)}}]""")}}]
        """;
}
