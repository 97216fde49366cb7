using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.FollowUps;

/// <summary>Promises that must be answered within a number of days.</summary>
public sealed class PromisesWithADeadline
{
    [Theory]
    [InlineData("quarter", "2026-03-31", "2026-04-01", "")]
    [InlineData("quarter", "2026-03-31", "2026-04-05", "")]
    [InlineData("quarter", "2026-03-31", "2026-04-06", "2026-Q1")]
    [InlineData("quarter", "2026-03-31", "2026-03-31", "")]
    [InlineData("quarter", "2026-04-01", "2026-03-31", "2026-Q2")]
    [InlineData("year", "2026-03-31", "2026-04-05", "")]
    [InlineData("year", "2026-03-31", "2026-04-06", "2026")]
    public void AnAnswerInTimeCountsInWhateverRoundItLies(string round, string promised, string answered, string found)
    {
        var scheme = Scheme(
            $$"""
            "components": [{{Component(Only("a"))}}], "records": [{"code": "p", "name": @T}, {"code": "q", "name": @T}],
            "followUps": [{"id": "f", "promise": "p", "answer": "q", "days": {"atLeast": 0, "atMost": 5},
              "finding": {"code": "late", "name": @T}, "cites": @C}]
            """,
            round);

        var rows = new Scorer(scheme)
            .Score([Subject("m1")], [Entry("p", promised, reference: "1"), Entry("q", answered, reference: "1")], 2026);

        string.Join(';', rows.Where(row => Codes(row) == "late").Select(row => row.Period)).Should().Be(found);
    }
}
