using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Years;

/// <summary>Rounds that are over and were held for nobody: the year waits for them, or leaves them out.</summary>
public sealed class RoundsHeldForNobody
{
    [Theory]
    [InlineData(""" "take": "average", "missing": "left-out", "notHeld": "left-out" """, "15", "20")]
    [InlineData(""" "take": "average", "missing": "zero", "notHeld": "left-out" """, "15", "10")]
    [InlineData(""" "take": "average", "missing": "incomplete", "notHeld": "left-out" """, "15", null)]
    [InlineData(""" "take": "sum", "missing": "zero", "notHeld": "left-out" """, "30", "20")]
    [InlineData(""" "weights": [10, 40, 30, 20], "missing": "zero", "notHeld": "left-out" """, "17.5", "15")]
    [InlineData(""" "take": "average", "missing": "left-out", "notHeld": "incomplete" """, null, null)]
    [InlineData(""" "take": "average", "missing": "left-out" """, null, null)]
    public void TheYearIsOfTheRoundsThatWereHeld(string year, string? both, string? oneOfThem)
    {
        var rows = Score(year, null, Entry("a", "2026-01-10", "10"), Entry("a", "2026-07-10", "20"), Of("m2", "2026-08-10", "20"));

        Year(rows, "m1").Should().Be(both is null ? null : Points.Parse(both));
        Year(rows, "m2").Should().Be(oneOfThem is null ? null : Points.Parse(oneOfThem));
    }

    [Fact]
    public void RoundsThatAreNotOverAreWaitedFor()
    {
        const string LeftOut = """ "take": "average", "missing": "left-out", "notHeld": "left-out" """;

        Year(Score(LeftOut, new DateOnly(2026, 9, 30), Entry("a", "2026-01-10", "10")), "m1").Should().BeNull();
        Year(Score(LeftOut, new DateOnly(2026, 12, 31), Entry("a", "2026-01-10", "10")), "m1").Should().Be((Points)10);
        Year(Score(LeftOut, null, Entry("r", "2025-01-10")), "m1").Should().BeNull("nothing was held at all");
    }

    [Fact]
    public void TheAccountSaysWhichTheyAre()
    {
        var rows = Score(""" "take": "average", "missing": "left-out", "notHeld": "left-out" """, null, Entry("a", "2026-01-10", "10"));

        Explainer.Explain(rows.Last(row => row.Subject.Id == "m1"), Language.English)
            .Should().Contain("2026-Q2: held for nobody; left out").And.Contain("2026-Q1: 10");
    }

    private static Entry Of(string subject, string date, string value) =>
        new() { Id = $"{subject}-{date}", Subject = subject, Item = "a", Date = DateOnly.Parse(date, null), Value = Points.Parse(value) };

    private static Points? Year(IReadOnlyList<Assessment> rows, string subject) =>
        rows.Last(row => row.Subject.Id == subject).Total;

    private static IReadOnlyList<Assessment> Score(string year, DateOnly? asOf, params Entry[] entries)
    {
        var scheme = Scheme(
            $$"""
            "records": [{"code": "r", "name": @T}],
            "components": [{{Component(""" "required": true, "items": [""" + Item("a", """{"value": true}""") + "]")}}],
            "year": { {{year}}, "cites": @C }
            """,
            "quarter");
        return new Scorer(scheme, new ScorerOptions { Derivations = true, AsOf = asOf }).Score(
            [new Subject { Id = "m1", Kind = "member" }, new Subject { Id = "m2", Kind = "member" }], entries, 2026);
    }
}
