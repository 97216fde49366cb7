using Microsoft.Extensions.DependencyInjection;
using NRules;
using NRules.Fluent;
using PartyRules.InCode;
using PartyRules.NRules;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Samples.Tests;

/// <summary>The rule sets that README and the page on NRules show, each alone in a session of its own.</summary>
public sealed class ThreeRuleSets
{
    private static readonly DateOnly Day = new(2026, 1, 20);

    [Fact]
    public void PointsOfTheReadme()
    {
        #region readme-points
        var points = new PointsScoring("club-points")
            .Base(20).Takes("late", "Late", 1, most: 4)       // 20 at first, counted down
            .Task(70, aMonth: 6)                              // up to 70, 6 a month
            .Reward(10).Adds("praise", "Praised", 5)          // up to 10
            .Commendation()                                   // beside the hundred
            .From<Deed>(deed => deed.Member, deed => deed.What, deed => deed.Day, deed => deed.Value);
        #endregion

        Rows(points, new Deed("ann", "late", Day), new Deed("ann", "task", Day, 8), new Deed("ann", "praise", Day))
            .Should().Equal("ann 30");
    }

    [Fact]
    public void GradingOfTheReadme()
    {
        #region readme-grading
        var grading = new MemberGrading("club-grades")
            .Band("excellent", "Excellent", from: 90)         // 90 included
            .Band("good", "Good", from: 80)
            .Band("fair", "Fair", from: 60)
            .Band("poor", "Poor")
            .Veto("fraud", "Caught cheating")                 // poor, whatever the total
            .Follows("prize", "A prize", OutcomeKind.Award, When.Grade("excellent"))
            .From<MyScore>(score => score.MemberId, score => score.Points);
        #endregion

        Rows(grading, new MyScore("ann", 90), new MyScore("bob", 59.5m), new MyScore("cid", 99), Entry("cid", "fraud"))
            .Should().Equal("ann 90 excellent prize", "bob 59.5 poor", "cid 99 poor");
    }

    [Fact]
    public void RotationOfTheReadme()
    {
        #region readme-rotation
        var rotation = new RedFlagRotation("tidy-site", round: PeriodKind.Quarter)
            .Indicator("order", "Order", maximum: 60)
            .Indicator("care", "Care", maximum: 40)
            .Prizes(from: 95, below: null, 600, 500, 400)     // of ranks 1, 2 and 3
            .Flag()                                           // rank 1 holds it
            .Streak(2, "dinner", "A dinner")                  // two rounds in a row
            .Strike(below: 85).Strikes(1, "talk", "A talk")   // last, and under 85
            .From<Visit>(visit => visit.Site, visit => visit.Points, visit => visit.Day, visit => visit.What);
        #endregion

        Visit[] visits = [new("a", "order", 58, Day), new("a", "care", 38, Day), new("b", "order", 50, Day), new("b", "care", 30, Day)];
        Rows(rotation, visits)
            .Should().Equal("a 96 1 prize:600 red-flag", "b 80 2 talk");
    }

    [Fact]
    public void PartsOfAnyKind()
    {
        #region points
        var points = new PointsScoring("shop-points", new LocalText("店员积分", "Points of the staff")) { Source = "Staff handbook, chapter 4" }
            .Base().Takes("late", "Late", 1, most: 4, per: PeriodKind.Month)
            .Task()
            .Part("training", "Training", minimum: 0, maximum: 15).Adds("course", "A course", 3).Adds("exam", "An examination")
            .Record("notice", "Gave notice").Follows("talk", "A talk", OutcomeKind.Recommendation, When.Recorded("notice"))
            .Exempt("parental-leave", "On parental leave", "leave.asked", "leave.granted");
        #endregion

        Rows(points, new Subject { Id = "ann", Kind = "member" }, Entry("ann", "late"), Entry("ann", "course"), Entry("ann", "notice"))
            .Should().Equal("ann 22 talk");
    }

    [Fact]
    public void TheUsualThresholds()
    {
        #region thresholds
        var grading = new MemberGrading("year-end").Thresholds().Rounded(0)
            .Follows("county-awards", "Recommended for awards", OutcomeKind.Recommendation, When.Any(When.Grade("qualified"), When.Rise(2)))
            .FromSubjects<Person>(person => new Subject { Id = person.Id, Kind = "member", PreviousGrade = person.GradeLastYear })
            .From<MyScore>(score => score.MemberId, score => score.Points);
        #endregion

        Rows(grading, new Person("ann", "unqualified"), new MyScore("ann", 89.5m)).Should().Equal("ann 89.5 excellent county-awards");
    }

    [Fact]
    public void ARotationOfTotals()
    {
        #region totals
        var rotation = new RedFlagRotation("best-shop", round: PeriodKind.Month).Pool(PoolKind.Parent, TieKind.Dense).Flag()
            .FromSubjects<Shop>(shop => new Subject { Id = shop.Id, Kind = "branch", Parent = shop.Region })
            .From<Sales>(sales => sales.Shop, sales => sales.Index, sales => sales.Day);
        #endregion

        Sales[] sales = [new("a", 101.5m, Day), new("b", 90, Day), new("c", 7, Day)];
        Rows(rotation, [new Shop("a", "x"), new Shop("b", "x"), new Shop("c", "y"), .. sales])
            .Should().Equal("a 101.5 1 red-flag", "b 90 2", "c 7 1 red-flag");
    }

    [Fact]
    public void SchemesInOneRepository()
    {
        var ann = new Subject { Id = "ann", Kind = "member", Category = "organ", Employment = "in-post" };
        Entry[] entries = [Entry("ann", "task.target", 6)];
        #region schemes
        var repository = new RuleRepository()
            .AddPartyRules(BuiltInSchemes.Get("fengxian"))
            .AddPartyRules(BuiltInSchemes.Get("yongxi"), SessionMode.Sealed);
        var session = repository.Compile().CreateSession();
        session.InsertAll([ann, .. entries, new AssessedYear(2026)]);
        session.Fire();
        #endregion

        session.Query<Assessment>().Single().Total.Should().Be((Points)26);
        session.Query<Credit>().Should().ContainSingle();
    }

    [Fact]
    public void ServicesOnNRules()
    {
        var scheme = new MemberGrading("year-end").Thresholds();
        #region services
        var services = new ServiceCollection()
            .AddPartyRulesOnNRules(
                options => options.AddScheme(scheme.ToScheme()),
                addBeside: (repository, ruleSet) => repository.Load(load => load.From(typeof(Harbour.AwardsEarnVouchers))))
            .BuildServiceProvider();
        var scorer = services.GetRequiredService<AssessmentService>().For("year-end");
        #endregion

        scheme.Assess(2026, [scheme.TotalOf("ann", 2026, 92)], scorer).Single().Grade!.Id.Should().Be("excellent");
    }

    /// <summary>What a session of a host makes of its facts; the compiled engine must make the same.</summary>
    private static List<string> Rows(SchemeBuilder rules, params object[] facts)
    {
        var session = new RuleRepository().AddPartyRules(rules).Compile().CreateSession();
        session.InsertAll(facts);
        session.Insert(new AssessedYear(2026));
        session.Fire();
        var rows = Rows(session.Query<Assessment>());
        Rows(rules.Assess(2026, facts)).Should().Equal(rows);
        return rows;
    }

    private static List<string> Rows(IEnumerable<Assessment> assessments) =>
        [.. assessments.Where(row => row.Total is not null).OrderBy(row => row.Subject.Id, StringComparer.Ordinal).ThenBy(row => row.Period)
            .Select(row => string.Join(' ', [$"{row.Subject.Id} {row.Total} {row.Grade?.Id}{row.Rank}".TrimEnd(), .. Follows(row)]))];

    private static IEnumerable<string> Follows(Assessment row) =>
        row.Awards.Concat(row.Measures).Concat(row.Recommendations).Select(outcome => outcome.Code);

    private static Entry Entry(string subject, string item, int? value = null) =>
        new() { Id = item, Subject = subject, Item = item, Date = Day, Value = value is { } points ? points : null };

    private sealed record Deed(string Member, string What, DateOnly Day, int? Value = null);

    private sealed record MyScore(string MemberId, decimal Points);

    private sealed record Visit(string Site, string What, int Points, DateOnly Day);

    private sealed record Person(string Id, string GradeLastYear);

    private sealed record Shop(string Id, string Region);

    private sealed record Sales(string Shop, decimal Index, DateOnly Day);
}
