using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Totals;

/// <summary>Components that are bounded together.</summary>
public sealed class GroupsWithinGroups
{
    [Fact]
    public void GroupsAreBoundedWithinGroupsAndTheTotalLast()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"), "a")}}, {{Component(Only("b"), "b")}}, {{Component(Only("d"), "d")}}],
            "groups": [
              {"id": "inner", "name": @T, "of": ["a", "b"], "minimum": null, "maximum": 30, "cites": @C},
              {"id": "outer", "name": @T, "of": ["inner", "d"], "minimum": null, "maximum": 50, "cites": @C}],
            "total": {"minimum": 10, "maximum": 45, "cites": @C}
            """);

        scheme.Year(Entry("a", "2026-01-01", "20"), Entry("b", "2026-01-01", "20"), Entry("d", "2026-01-01", "5")).Total
            .Should().Be((Points)35, "30 + 5");
        scheme.Year(Entry("a", "2026-01-01", "40"), Entry("d", "2026-01-01", "40")).Total
            .Should().Be((Points)45, "30 + 40, at most 50, then at most 45");
        scheme.Year(Entry("a", "2026-01-01", "1")).Total.Should().Be((Points)10);
    }
}
