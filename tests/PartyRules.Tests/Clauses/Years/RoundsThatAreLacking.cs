using PartyRules.Explanations;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Years;

/// <summary>The account of a year of rounds says which of them were not held, and which have no total.</summary>
public sealed class RoundsThatAreLacking
{
    private const string Year = """, "year": {"weights": [25, 25, 25, 25], "missing": "@M", "cites": @C}""";

    [Theory]
    [InlineData("")]
    [InlineData(Year)]
    public void RoundsWithoutAnyEntryWereNotHeld(string year)
    {
        var (english, chinese) = Told(year, "incomplete", null, "2026-01-05", "2026-07-05");

        english.Should().Contain("Rounds that were not held, as nobody has an entry in them: 2026-Q2, 2026-Q4.");
        chinese.Should().Contain("未举行的轮次（无任何记录）：2026-Q2、2026-Q4");
        (english.Contains("The year has no total before", StringComparison.Ordinal), chinese.Contains("全年没有总分", StringComparison.Ordinal))
            .Should().Be((year.Length > 0, year.Length > 0), "only a scheme that adds rounds up would have one");
    }

    [Fact]
    public void RoundsThatAreNotOverAreToldApart()
    {
        var (english, chinese) = Told(Year, "incomplete", new DateOnly(2026, 9, 29), "2026-01-05", "2026-07-05");

        english.Should().Contain("as nobody has an entry in them: 2026-Q2.")
            .And.Contain("Rounds that are not over on the day as of which is judged: 2026-Q3, 2026-Q4.");
        chinese.Should().Contain("未举行的轮次（无任何记录）：2026-Q2").And.Contain("截至评定日尚未结束的轮次：2026-Q3、2026-Q4");
    }

    [Fact]
    public void WhereAllWereHeldNothingIsLacking() =>
        Told(Year, "incomplete", null, "2026-01-05", "2026-04-05", "2026-07-05", "2026-10-05").English
            .Should().NotContain("not held").And.NotContain("without a total").And.Contain("Total of the year, from its rounds: 1.");

    [Theory]
    [InlineData("incomplete", "Rounds without a total of this subject: 2026-Q3.", "该对象没有总分的轮次：2026-Q3")]
    [InlineData("left-out", "2026-Q3: no total; left out, and the weights of the others grow", "2026-Q3：没有总分，不计入")]
    [InlineData("zero", "2026-Q3: no total; counts zero", "2026-Q3：没有总分，按0计")]
    public void ARoundInWhichTheSubjectHasNoTotalIsNamed(string missing, string english, string chinese)
    {
        var told = Told(Year, missing, null, "2026-01-05", "2026-04-05", "2026-10-05", "other 2026-07-05");

        told.English.Should().Contain(english);
        told.Chinese.Should().Contain(chinese);
    }

    /// <summary>The account of the year of one who is exempt from rounds without an entry of one's own.</summary>
    private static (string English, string Chinese) Told(string year, string missing, DateOnly? asOf, params string[] days)
    {
        var scheme = Scheme(
            $$"""
            "components": [{{Component(Only("x"))}}],
            "exemptions": [{"id": "e", "name": @T, "when": {"entries": {"of": "x", "count": {"exactly": 0} } }, "cites": @C}]
            {{year.Replace("@M", missing, StringComparison.Ordinal)}}
            """,
            "quarter");
        var entries = days.Select(day =>
            Entry("x", day.Split(' ')[^1], "1", subject: day.Contains("other", StringComparison.Ordinal) ? "m2" : "m1"));
        var row = new Scorer(scheme, new ScorerOptions { Derivations = true, AsOf = asOf })
            .Score([new Subject { Id = "m1", Kind = "member" }, new Subject { Id = "m2", Kind = "member" }], [.. entries], 2026)
            .Last(assessment => assessment.Subject.Id == "m1");
        return (Explainer.Explain(row, Language.English), Explainer.Explain(row, Language.ChineseSimplified));
    }
}
