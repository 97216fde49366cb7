using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.FollowUps;

/// <summary>What stopped counting neither promises nor answers, whether a year has rounds or not.</summary>
public sealed class PromisesThatNoLongerCount
{
    private const string Days = """ "days": {"atLeast": 0, "atMost": 30}, """;

    [Theory]
    [InlineData("quarter", "")]
    [InlineData("quarter", Days)]
    [InlineData("year", Days)]
    public void AWithdrawnPromiseNeedsNoAnswer(string round, string days) =>
        Found(Lapsing(round, days), Entry("promise", "2026-01-10", reference: "A"), Entry("withdrawn", "2026-01-12", reference: "A"), Later)
            .Should().BeEmpty();

    [Theory]
    [InlineData("quarter", "", "2026-04-11", "2026-Q2 unanswered")]
    [InlineData("quarter", Days, "2026-01-11", "2026-Q1 unanswered")]
    [InlineData("year", Days, "2026-01-11", "2026 unanswered")]
    public void AVoidedAnswerAnswersNothing(string round, string days, string answered, string found)
    {
        var (promise, answer) = (Entry("promise", "2026-01-10", reference: "A"), Entry("answer", answered, reference: "A"));

        Found(Lapsing(round, days), promise, answer, Later).Should().BeEmpty();
        Found(Lapsing(round, days), promise, answer, Entry("void", "2026-05-12", reference: "A"), Later).Should().Be(found);
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(6, "2026-Q2 unanswered")]
    public void APromiseExpiresAtTheEndOfTheRoundThatAsksForIt(int months, string found) =>
        Found(Expiring(months), Entry("promise", "2026-01-10", reference: "A"), Later, Entry("x", "2026-12-01", "1")).Should().Be(found);

    private static Entry Later => Entry("x", "2026-05-01", "1");

    private static string Found(Scheme scheme, params Entry[] entries) => string.Join(';', new Scorer(scheme)
        .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026)
        .SelectMany(row => row.Findings.Select(finding => $"{row.Period} {finding.Code}")));

    private static Scheme Expiring(int months) => Lapsing(
        "quarter", "", $$"""{"id": "old", "of": ["promise"], "afterMonths": {{months}}, "cites": @C}""");

    private static Scheme Lapsing(string round, string days, string? lapses = null) => Scheme(
        $$"""
        "components": [{{Component(Only("x"))}}],
        "records": [{"code": "promise", "name": @T}, {"code": "answer", "name": @T}, {"code": "withdrawn", "name": @T},
          {"code": "void", "name": @T}],
        "lapses": [{{lapses ?? """
            {"id": "w", "of": ["promise"], "by": "withdrawn", "cites": @C}, {"id": "v", "of": ["answer"], "by": "void", "cites": @C}
            """}}],
        "followUps": [{"id": "f", "promise": "promise", "answer": "answer", {{days}}
          "finding": {"code": "unanswered", "name": @T}, "cites": @C}]
        """,
        round);
}
