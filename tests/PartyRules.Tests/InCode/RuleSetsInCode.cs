using System.Text;
using PartyRules.Explanations;
using PartyRules.InCode;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests.InCode;

/// <summary>Points scoring, member grading and red-flag rotation, each made in code and used alone.</summary>
public sealed class RuleSetsInCode
{
    private static readonly DateOnly January = new(2026, 1, 20);

    public static TheoryData<string> All => [.. Examples.Keys];

    private static Dictionary<string, Func<SchemeBuilder>> Examples { get; } = new(StringComparer.Ordinal)
    {
        ["points"] = Points,
        ["usual points"] = () => new PointsScoring("usual").Base().Task().Reward().Commendation(),
        ["grading"] = Grading,
        ["moving grades"] = () => new MemberGrading("stars").Band("two", "Two stars").Band("one", "One star")
            .Moves("one").Move(1, When.Total(atLeast: 60)).Move(-1, When.Total(below: 30)),
        ["rotation"] = Rotation,
        ["rotation of totals"] = () => new RedFlagRotation("tidy", "Tidiest", PeriodKind.Month).Pool(PoolKind.Parent, TieKind.Dense).Flag(),
        ["weighted rotation"] = () => new RedFlagRotation("weighed")
            .Indicator("order", "Order", weight: 60).Indicator("care", "Care", weight: 40),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void WhatIsMadeInCodeIsWrittenAsJsonAndReadBackEqual(string example)
    {
        var made = Examples[example]();
        var read = SchemeReader.Read(made.ToJson(), "written.json");

        read.ContentHash.Should().Be(made.ToScheme().ContentHash);
        read.Should().BeEquivalentTo(made.ToScheme(), options => options.Including(scheme => scheme.Id).Including(scheme => scheme.Name));
        Encoding.UTF8.GetString(made.ToJson()).Should().NotContain("null,\n  \"").And.NotContain("[]\n").And.NotContain("\\u");
    }

    [Fact]
    public void PointsAloneCountItemsLimitsAndTheAllotmentOfAMonth()
    {
        Entry[] entries =
        [
            Of("e1", "ann", "late"), Of("e2", "ann", "late"), Of("e3", "ann", "task", 9), Of("e4", "ann", "praise", 30),
            Of("e5", "ann", "medal"), Of("e6", "bob", "leave"), Of("e7", "bob", "approved"),
        ];
        Subject[] subjects = [new() { Id = "ann", Kind = "member" }, new() { Id = "bob", Kind = "member" }];
        var results = Points().Assess(2026, [.. subjects, .. entries]);

        // 20 - 2 × 1, a month's 6 of 9, 10 of 30, 3 beside.
        results.Select(row => $"{row.Subject.Id} {row.Status} {row.Total}").Should().Equal("ann Assessed 37", "bob Exempt ");
        results[0].Findings.Should().ContainSingle(finding => finding.Code == "task.month-over-cap");
    }

    [Fact]
    public void GradingAloneTakesTotalsOfTheHost()
    {
        Score[] scores = [new("ann", 89.5m), new("bob", 89.4m), new("cid", 95)];
        var results = Grading().Assess(2026, [.. scores, Of("e1", "cid", "fraud")]);

        results.Select(row => $"{row.Subject.Id} {row.Total} {row.Grade!.Id} {string.Join('+', row.Awards)}")
            .Should().Equal("ann 89.5 gold ann 2026 bonus", "bob 89.4 silver ", "cid 95 none ");
        Explainer.Explain(results[0], Language.English).Should().Contain("Carried over from Given total: 100% of its total of 89.5.");
    }

    [Fact]
    public void WhoHasNoTotalHasNoGrade()
    {
        var result = Grading().Assess(2026, [new Score("ann", null)]).Single();

        (result.Status, result.Grade).Should().Be((AssessmentStatus.Incomplete, null));
    }

    [Fact]
    public void TwoTotalsOfOneMemberAreRefused() =>
        FluentActions.Invoking(() => Grading().Assess(2026, [new Score("ann", 90), new Score("ann", 80)]))
            .Should().Throw<Diagnostics.ProblemException>().Which.Problems.Should().ContainSingle(p => p.Code == "fact.duplicate-result");

    [Fact]
    public void TotalsAboutSubjectsThatAreNotGivenAreRefusedWhereSubjectsAre() =>
        FluentActions.Invoking(() => Grading().FromSubjects<string>(id => new Subject { Id = id, Kind = "member" })
                .Assess(2026, ["bob", new Score("ann", 90)]))
            .Should().Throw<Diagnostics.ProblemException>().Which.Problems.Should().ContainSingle(p => p.Code == "fact.unknown-subject");

    [Fact]
    public void RotationAloneTakesScoresOfTheHost()
    {
        Inspection[] scores =
        [
            new("a", "order", 60, January), new("a", "care", 36, January), new("b", "order", 50, January), new("b", "care", 30, January),
            new("a", "order", 50, January.AddMonths(1)), new("a", "care", 30, January.AddMonths(1)),
            new("b", "order", 40, January.AddMonths(1)), new("b", "care", 30, January.AddMonths(1)),
        ];
        var rows = Rotation().Assess(2026, scores).Where(row => row.Total is not null);

        rows.Select(row => $"{row.Subject.Id} {row.Period} {row.Total} {row.Rank} "
            + string.Join('+', row.Awards.Concat(row.Measures).Select(o => o.Code)))
            .Should().Equal(
                "a 2026-01 96 1 prize:600+red-flag",
                "a 2026-02 80 1 bonus+prize:100+red-flag",
                "b 2026-01 80 2 talk",
                "b 2026-02 70 2 talk-again");
    }

    [Fact]
    public void RotationOfTotalsHoldsARoundForWhichSomebodyHasATotal()
    {
        var rules = new RedFlagRotation("tidy", "Tidiest", PeriodKind.Quarter).Flag()
            .From<Inspection>(one => one.Site, one => one.Points, one => one.Day);
        Inspection[] totals = [new("a", "", 9, January), new("b", "", 8, January), new("b", "", 7, January.AddMonths(3))];
        var rows = rules.Assess(2026, totals);

        rows.Select(row => $"{row.Subject.Id} {row.Period} {row.Total} {row.Rank} {string.Join('+', row.Awards.Select(o => o.Code))}")
            .Should().Equal("a 2026-Q1 9 1 red-flag", "a 2026-Q2   ", "a 2026   ", "b 2026-Q1 8 2 ", "b 2026-Q2 7 1 red-flag", "b 2026   ");
    }

    [Fact]
    public void GradingReadsTheTotalsOfPoints()
    {
        var points = Points();
        var grading = new MemberGrading("graded").Thresholds(30, 20, 10).From(points);
        Entry[] entries = [Of("e1", "ann", "task", 6), Of("e2", "ann", "praise", 10)];

        var results = grading.Assess(2026, points.Assess(2026, [new Subject { Id = "ann", Kind = "member" }, .. entries]));

        results.Single().Grade!.Id.Should().Be("excellent");
    }

    [Fact]
    public void AnOrdinaryScorerOfTheSchemeSaysTheSame()
    {
        var grading = Grading();
        var scorer = new Scorer(grading.ToScheme(), new ScorerOptions { Derivations = true });

        var result = grading.Assess(2026, [new Score("ann", 90)], scorer).Single();

        result.Derivation.Should().NotBeNull();
        Explainer.Explain(result, Language.English)
            .Should().Be(Explainer.Explain(grading.Assess(2026, [new Score("ann", 90)]).Single(), Language.English));
    }

    private static PointsScoring Points() => new PointsScoring("club", "Points of the club")
        .Base().Takes("late", "Late", 1, most: 4)
        .Task()
        .Reward().Adds("praise", "Praised")
        .Commendation().Adds("medal", "Medal", 3)
        .Exempt("leave", "On leave", "leave", "approved");

    private static MemberGrading Grading() => new MemberGrading("crew", "Grades of the crew")
        .Band("gold", "Gold", 90).Band("silver", "Silver", 80).Band("none", "None")
        .Rounded(0)
        .Veto("fraud", "Caught cheating")
        .Follows("bonus", "Bonus", OutcomeKind.Award, When.Grade("gold"))
        .From<Score>(score => score.Member, score => score.Points);

    private static RedFlagRotation Rotation() => new RedFlagRotation("sites", "Safest site", PeriodKind.Month)
        .Indicator("order", "Order", maximum: 60).Indicator("care", "Care", maximum: 40)
        .Pool(PoolKind.All, TieKind.Share, "order")
        .Prizes(95, null, 600, 500).Prizes(80, 95, 100)
        .Flag().Streak(2, "bonus", "Bonus")
        .Strike(below: 85).Strikes(1, "talk", "A talk").Strikes(2, "talk-again", "Another talk")
        .From<Inspection>(one => one.Site, one => one.Points, one => one.Day, one => one.What);

    private static Entry Of(string id, string subject, string item, int? value = null) =>
        new() { Id = id, Subject = subject, Item = item, Date = January, Value = value is { } points ? points : null };

    private sealed record Score(string Member, decimal? Points);

    private sealed record Inspection(string Site, string What, decimal Points, DateOnly Day);
}
