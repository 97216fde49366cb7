using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Versions;

/// <summary>Each part of a year is assessed by the version of the scheme in force in its time.</summary>
public sealed class AYearThatChangesScheme
{
    private static readonly Subject[] Members = [new() { Id = "m1", Kind = "member" }, new() { Id = "m2", Kind = "member" }];

    [Theory]
    [InlineData("2026-06-30", "2")]
    [InlineData("2026-07-01", "3")]
    public void AnEntryIsWorthWhatTheVersionOfItsDaySays(string date, string points)
    {
        var year = Yearly().Score(Members, [Entry("a", date)], 2026)[0];

        year.Total!.Value.ToString().Should().Be(points);
        year.Scheme.Version.Should().Be("1+2");
    }

    [Fact]
    public void LimitsAndBoundsAreTheLastVersions() =>
        Yearly()
            .Score(Members, [Entry("a", "2026-06-30"), Entry("a", "2026-07-01"), Entry("a", "2026-07-02")], 2026)[0].Total
            .Should().Be((Points)7, "2 + 3 + 3, at most 7 by the second version");

    [Theory]
    [InlineData(2025, "1")]
    [InlineData(2027, "2")]
    public void OtherYearsHaveOneVersion(int year, string version) =>
        Yearly().Score(Members, [], year)[0].Scheme.Version.Should().Be(version);

    [Theory]
    [InlineData("2026-06-15", "2026-06-15")]
    [InlineData("2026-05-31", "")]
    [InlineData("2026-07-01", "")]
    public void ADayWithoutASchemeNeverLooksLikeHavingScoredNothing(string date, string named)
    {
        void Act() =>
            new Scorer(new SchemeVersions([Version("1", "2020-01-01", "2026-05-31", 2, 100), Version("2", "2026-07-01", null, 3, 7)]))
                .Score(Members, [Entry("a", date)], 2026);

        if (named.Length == 0)
            FluentActions.Invoking(Act).Should().NotThrow();
        else
            FluentActions.Invoking(Act)
                .Should().Throw<ProblemException>().Which.Problems.Should()
                .ContainSingle(problem => problem.Code == "scheme.none-in-force" && problem.Message.English.Contains(named));
    }

    [Fact]
    public void AYearWithoutASchemeIsAnErrorOfItsOwn() =>
        FluentActions.Invoking(() => Yearly().Score(Members, [], 2019))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "scheme.none-in-force");

    [Fact]
    public void TwoVersionsOnOneDayAreAnError()
    {
        var versions = new SchemeVersions([Version("1", "2020-01-01", "2026-07-01", 2, 100), Version("2", "2026-07-01", null, 3, 7)]);
        FluentActions.Invoking(() => new Scorer(versions).Score(Members, [], 2026))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "scheme.several-in-force");
    }

    [Fact]
    public void ALastVersionWithoutAComponentOfTheFirstIsRefused()
    {
        var second = Version("2", "2026-07-01", null, 3, 7, component: "other");

        FluentActions.Invoking(
            () => new Scorer(new SchemeVersions([Version("1", "2020-01-01", "2026-06-30", 2, 100), second])).Score(Members, [], 2026))
            .Should().Throw<ProblemException>().Which.Problems
                .Should().ContainSingle(problem => problem.Code == "scheme.version-component" && problem.Message.English.Contains("'c'"));
    }

    [Fact]
    public void ARoundIsAssessedByTheVersionOnItsFirstDayAndTheYearByTheLastFromAll()
    {
        const string Year = """, "year": {"weights": [25, 25, 25, 25], "missing": "incomplete", "cites": @C}""";
        var scorer = new Scorer(new SchemeVersions([
            Version("1", "2020-01-01", "2026-05-31", 2, 100, "quarter", Year), Version("2", "2026-06-01", null, 3, 7, "quarter", Year)]));

        var rows = scorer.Score(
            Members, [.. Enumerable.Range(0, 4).Select(quarter => Entry("a", $"2026-{(quarter * 3) + 3:00}-15"))], 2026);

        rows.Where(row => row.Subject.Id == "m1").Select(row => $"{row.Period} {row.Scheme.Version} {row.Total}")
            .Should().Equal("2026-Q1 1 2", "2026-Q2 1 2", "2026-Q3 2 3", "2026-Q4 2 3", "2026 2 2.5");
    }

    [Fact]
    public void ProgressIsToldOnceForEachSubjectWhereRoundsGoByDifferentVersions()
    {
        var told = new Told();
        var scorer = new Scorer(new SchemeVersions([
            Version("1", "2020-01-01", "2026-06-30", 2, 100, "half-year"), Version("2", "2026-07-01", null, 3, 7, "half-year")]));

        scorer.Score(Members, [Entry("a", "2026-01-01"), Entry("a", "2026-07-01")], 2026, told);

        told.Numbers.Should().Equal(2);
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Numbers { get; } = [];

        public void Report(int value) => Numbers.Add(value);
    }

    [Fact]
    public void StrikesOfRoundsBeforeTheChangeCount()
    {
        const string Strikes = """
            , "marks": [{"id": "low", "name": @T, "when": {"total": {"below": 1}}, "cites": @C}],
            "outcomes": [{"code": "warned", "kind": "measure", "name": @T, "on": "round",
              "when": {"times": {"of": "low", "count": {"atLeast": 2}}}, "cites": @C}]
            """;
        var scorer = new Scorer(new SchemeVersions([
            Version("1", "2020-01-01", "2026-06-30", 2, 100, "half-year", Strikes),
            Version("2", "2026-07-01", null, 3, 7, "half-year", Strikes)]));

        var rows = scorer.Score(
            Members, [Entry("a", "2026-01-01"), Entry("a", "2026-07-01"), Entry("a", "2026-07-02", subject: "m2")], 2026);

        rows.Select(row => $"{row.Subject.Id} {row.Period} {Codes(row.Measures)}")
            .Should().Equal("m1 2026-H1 ", "m1 2026-H2 ", "m1 2026 ", "m2 2026-H1 ", "m2 2026-H2 ", "m2 2026 ");
        scorer.Score(Members, [Entry("a", "2026-01-01"), Entry("a", "2026-07-01")], 2026)
            .Single(row => row.Subject.Id == "m2" && row.Period.ToString() == "2026-H2").Measures
            .Should().ContainSingle();
    }

    [Fact]
    public void AVersionWithoutALastDayEndsWhereTheNextBegins()
    {
        var versions = new SchemeVersions([Version("2", "2026-07-01", null, 3, 7), Version("1", "2020-01-01", null, 2, 100)]);

        (versions.On(new(2026, 6, 30))!.Version, versions.On(new(2026, 7, 1))!.Version).Should().Be(("1", "2"));
        SchemeVersions.InForce(versions.All, "t", new(2026, 6, 30)).Version.Should().Be("1");
        versions.In(2027).Should().ContainSingle();
    }

    [Fact]
    public void NothingIsForgottenWhereVersionsAreOne()
    {
        const string Notice = """, "notice": {"names": "masked", "objectionDays": 5, "objections": @T, "cites": @C}""";
        var first = Version("1", "2020-01-01", "2026-06-30", 2, 100);
        var second = Version("2", "2026-07-01", null, 3, 7, more: Notice);

        var together = new Scorer(new SchemeVersions([first, second])).Score(Members, [], 2026)[0].Scheme;

        string[] worked = ["Version", "ContentHash", "EffectiveFrom", "Items", "InputSchemes", "Words"];
        foreach (var property in typeof(Scheme).GetProperties().Where(property => !worked.Contains(property.Name)))
            property.GetValue(together).Should().Be(property.GetValue(second), property.Name);
    }

    private static Scorer Yearly() =>
        new(new SchemeVersions([Version("2", "2026-07-01", null, 3, 7), Version("1", "2020-01-01", "2026-06-30", 2, 100)]));

    private static Scheme Version(
        string version, string from, string? to, int each, int maximum, string round = "year", string more = "", string component = "c") =>
        SchemeReader.Read(Encoding.UTF8.GetBytes(Drafts.Expand($$"""
            {
              "id": "t", "version": "{{version}}", "effective": {"from": "{{from}}"{{(to is null ? "" : $", \"to\": \"{to}\"")}} },
              "name": @T, "source": @T,
              "subjects": {"kind": "member"}, "round": "{{round}}", "rounding": {"mode": "half-up", "places": 2},
              "components": [{"id": "{{component}}", "name": @T, "start": 0, "minimum": 0, "maximum": {{maximum}},
                "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"each": {{each}} } }], "cites": @C}]{{more}}
            }
            """)), "draft.json");
}
