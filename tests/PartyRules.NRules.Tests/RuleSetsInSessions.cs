using Microsoft.Extensions.DependencyInjection;
using NRules;
using NRules.Fluent;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.InCode;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.NRules.Tests;

/// <summary>Rule sets that are made in code: the same results in a host's session, on the compiled engine, and through DI.</summary>
public sealed class RuleSetsInSessions
{
    private static readonly DateOnly January = new(2026, 1, 20);
    private static readonly Subject Ann = new() { Id = "ann", Kind = "member" };

    /// <summary>The rule sets with facts for them: the library's own types, or a host's.</summary>
    private static Dictionary<string, (Func<SchemeBuilder> Make, object[] Facts)> Examples { get; } = new(StringComparer.Ordinal)
    {
        ["points"] = (Points, [Ann, Of("e1", "ann", "late"), Of("e2", "ann", "task", 9), new Shift("bob", 4)]),
        ["grading"] = (Grading, [new Score("ann", 92), new Score("bob", 80.5m), new Score("cid", null), Of("e1", "ann", "fraud")]),
        ["grading of given totals"] = (Grading, [Grading().TotalOf("ann", 2026, 92), Grading().TotalOf("bob", 2026, 12)]),
        ["rotation"] = (
            Rotation, [new Inspection("a", 9, January), new Inspection("b", 9, January), new Inspection("b", 4, January.AddMonths(2))]),
    };

    public static TheoryData<string, SessionMode> All => BothModes.Of(Examples.Keys);

    [Theory]
    [MemberData(nameof(All))]
    public void SessionsCompiledRulesAndServicesAgree(string example, SessionMode mode)
    {
        var (make, facts) = Examples[example];
        var rules = make();
        var session = new RuleRepository().AddPartyRules(rules, mode).Compile().CreateSession();
        session.RecordDerivations();
        session.InsertAll(facts);
        session.Insert(new AssessedYear(2026));
        session.Fire();
        var services = new ServiceCollection()
            .AddPartyRules(options => { options.Derivations = true; options.AddScheme(rules.ToScheme()); }).BuildServiceProvider();

        var expected = rules.Assess(2026, facts).Select(Told).ToList();
        expected.Should().NotBeEmpty();
        rules.Assess(2026, facts, services.GetRequiredService<AssessmentService>().For(rules.Id)).Select(Told).Should().Equal(expected);
        session.Query<Assessment>().AsEnumerable().OrderBy(row => row.Subject.Id, StringComparer.Ordinal).ThenBy(row => row.Period)
            .Select(Told).Should().Equal(expected);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheContractTellsWhatIsReadAndYielded(string example, SessionMode mode)
    {
        var (make, facts) = Examples[example];
        var contract = make().Contract;
        facts.Select(fact => fact.GetType()).Distinct().Should().BeSubsetOf(contract.Reads);
        var session = new RuleRepository().AddPartyRules(make(), mode).Compile().CreateSession();
        session.InsertAll(facts);
        session.Insert(new AssessedYear(2026));
        session.Fire();

        var yielded = session.Query<object>().AsEnumerable().Select(fact => fact.GetType()).Where(type => type.IsPublic).Distinct()
            .Except([.. contract.Reads, typeof(AssessedYear), typeof(Dossier)]);
        yielded.Should().BeSubsetOf(contract.Yields).And.Contain(typeof(Assessment));
    }

    [Fact]
    public void ThreeRuleSetsShareOneSession()
    {
        var points = Points();
        var repository = new RuleRepository()
            .AddPartyRules(points, SessionMode.Sealed)
            .AddPartyRules(new MemberGrading("graded").Thresholds(26, 20, 10).From(points))
            .AddPartyRules(Rotation(), SessionMode.Sealed);
        var session = repository.Compile().CreateSession();
        session.InsertAll([Ann, Of("e2", "ann", "task", 9), new Inspection("a", 9, January), new AssessedYear(2026)]);
        session.Fire();

        Rows(session).Should().Equal("club ann 2026 26 ", "graded ann 2026 26 excellent", "sites a 2026  ", "sites a 2026-01 9 ");

        session.Insert(Of("e3", "ann", "late"));
        session.Fire();

        Rows(session).Should().Contain(["club ann 2026 25 ", "graded ann 2026 25 qualified"]).And.HaveCount(4);
    }

    [Theory]
    [InlineData(SessionMode.Open)]
    [InlineData(SessionMode.Sealed)]
    public void TwoSchemesAboutTheSameMembersKeepTheirFactsApart(SessionMode mode)
    {
        var others = new PointsScoring("others").Base(10).Takes("late", "Late", 2);
        var session = new RuleRepository().AddPartyRules(Points(), mode).AddPartyRules(others, mode).Compile().CreateSession();
        session.InsertAll([Ann, Of("e1", "ann", "late"), Of("e2", "ann", "task", 5), new AssessedYear(2026)]);
        session.Fire();

        Rows(session).Should().Equal("club ann 2026 24 ", "others ann 2026 8 ");
    }

    [Fact]
    public void WhatNoSchemeOfTheRepositoryKnowsIsRefusedOnce()
    {
        var session = new RuleRepository().AddPartyRules(Points()).AddPartyRules(Rotation(), SessionMode.Sealed).Compile().CreateSession();
        session.InsertAll([Ann, Of("e1", "ann", "layte"), new AssessedYear(2026)]);

        session.Invoking(s => s.Fire()).Should().Throw<RuleRhsExpressionEvaluationException>().WithInnerException<ProblemException>()
            .Which.Problems.Select(problem => $"{problem.Code} {problem.Location}")
            .Should().Equal("fact.unknown-item ann: entries[0].item");
    }

    [Fact]
    public void TheSameSchemeTwiceInOneRepositoryIsRefused() => new RuleRepository().AddPartyRules(Points())
        .Invoking(repository => repository.AddPartyRules(Points())).Should().Throw<ArgumentException>().WithMessage("*'club'*");

    [Fact]
    public void ASealedSessionShowsAssessmentsAlone()
    {
        var session = new RuleRepository().AddPartyRules(Points(), SessionMode.Sealed).Compile().CreateSession();
        session.InsertAll([Ann, Of("e1", "ann", "late"), new AssessedYear(2026)]);
        session.Fire();

        session.Query<object>().Should().HaveCount(4);
        session.Query<Assessment>().Should().ContainSingle();
    }

    private static IEnumerable<string> Rows(ISession session) => session.Query<Assessment>().AsEnumerable()
        .Where(row => row.Period.Kind is PeriodKind.Year || row.Total is not null)
        .Select(row => $"{row.Scheme.Id} {row.Subject.Id} {row.Period} {row.Total} {row.Grade?.Id}").Order(StringComparer.Ordinal);

    private static string Told(Assessment row) =>
        $"{row.Subject.Id} {row.Period} {row.Status} {row.Total} {row.Grade?.Id} {row.Rank}\n{Explainer.Explain(row, Language.English)}";

    private static PointsScoring Points() => new PointsScoring("club", "Points of the club")
        .Base().Takes("late", "Late", 1, most: 4)
        .Task()
        .Reward().Adds("praise", "Praised")
        .From<Shift>(shift => shift.Member, _ => "task", _ => January, shift => shift.Hours);

    private static MemberGrading Grading() => new MemberGrading("crew", "Grades of the crew")
        .Band("gold", "Gold", 90).Band("silver", "Silver", 80).Band("none", "None")
        .Veto("fraud", "Caught cheating")
        .Follows("bonus", "Bonus", OutcomeKind.Award, When.Grade("gold"))
        .From<Score>(score => score.Member, score => score.Points);

    private static RedFlagRotation Rotation() => new RedFlagRotation("sites", "Safest site", PeriodKind.Month)
        .Prizes(null, null, 600, 500).Flag().Streak(2, "bonus", "Bonus").Strike(below: 85).Strikes(1, "talk", "A talk")
        .From<Inspection>(one => one.Site, one => one.Points, one => one.Day);

    private static Entry Of(string id, string subject, string item, int? value = null) =>
        new() { Id = id, Subject = subject, Item = item, Date = January, Value = value is { } points ? points : null };

    public sealed record Score(string Member, decimal? Points);

    public sealed record Shift(string Member, int Hours);

    public sealed record Inspection(string Site, decimal Points, DateOnly Day);
}
