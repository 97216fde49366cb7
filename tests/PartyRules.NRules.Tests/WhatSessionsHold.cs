using NRules;
using NRules.Fluent;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.RuleSets;

namespace PartyRules.NRules.Tests;

/// <summary>What a host puts into a session counts as it is meant, or is refused when the session fires.</summary>
public sealed class WhatSessionsHold
{
    private static readonly ISessionFactory Members = new RuleRepository().AddPartyRules(BuiltInSchemes.Get("fengxian")).Compile();
    private static readonly ISessionFactory Branches = new RuleRepository().AddPartyRules(BuiltInSchemes.Get("yongxi")).Compile();

    [Fact]
    public void TwoSubjectsWithOneIdentifierAreRefused()
    {
        Problems(Members, Member("m1"), Member("m1"), Target("e1", "m1"), new AssessedYear(2026))
            .Should().Equal("fact.duplicate-id m1: subjects[1].id");
        Problems(Branches, Branch("v1"), Branch("v1"), new AssessedYear(2026)).Should().Equal("fact.duplicate-id subjects[1].id");
    }

    [Fact]
    public void AnEntryAboutAnUnknownSubjectIsRefused() =>
        Problems(Members, Member("m1"), Target("e1", "zz"), new AssessedYear(2026))
            .Should().Equal("fact.unknown-subject zz: entries[0].subject");

    [Fact]
    public void EverythingIsToldAtOnce() =>
        Problems(Members, Member("m1"), Branch("b1"), Target("e1", "m1"), Target("e1", "m1"), new AssessedYear(2026))
            .Should().Equal("fact.other-kind b1: subjects[0].kind", "fact.duplicate-id m1: entries[1].id");

    [Fact]
    public void WithoutAYearOrWithTwoNobodyIsAssessed()
    {
        foreach (var factory in new[] { Members, Branches })
        {
            var subject = factory == Members ? Member("m1") : Branch("v1");
            Refusal(factory, subject).Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("no AssessedYear");
            Refusal(factory, subject, new AssessedYear(2026), new AssessedYear(2025)).Should().BeOfType<InvalidOperationException>()
                .Which.Message.Should().Contain("2025, 2026");
        }
    }

    [Fact]
    public void AnEmptySessionIsRightAndWhatComesLaterIsCheckedToo()
    {
        var session = Members.CreateSession();
        session.Fire();
        session.InsertAll([Member("m1"), new AssessedYear(2026)]);
        session.Fire();
        session.Query<Assessment>().Single().Total.Should().Be((Points)20);
        session.Insert(Target("e1", "zz"));

        session.Invoking(s => s.Fire()).Should().Throw<RuleRhsExpressionEvaluationException>().WithInnerException<ProblemException>();
    }

    [Fact]
    public void ARuleSetKeepsItsPartitionsApartInOneSession()
    {
        var scheme = BuiltInSchemes.Get("fengxian");
        var repository = new RuleRepository().AddPartyRules(PointsRules.For(scheme));
        var session = repository.Compile().CreateSession();
        foreach (var id in new[] { "ann", "bob", "cid" })
            Give(session, id, id == "cid" ? [] : [Target($"e-{id}", id)]);
        session.Fire();

        Totals(session).Should().Equal("ann 26", "bob 26", "cid 20");

        Give(session, "dan", [Target("e-dan", "dan")]);
        session.Retract(session.Query<Dossier>().Single(dossier => dossier.Subject.Id == "cid"));
        session.Fire();

        Totals(session).Should().Equal("ann 26", "bob 26", "dan 26");
    }

    [Fact]
    public void RankingKeepsPoolsAndRoundsApartInOneSession()
    {
        var scheme = BuiltInSchemes.Get("yongxi");
        var session = new RuleRepository().AddPartyRules(RedFlagRules.For(scheme)).Compile().CreateSession();
        var totals = new[] { ("a", "x", 1, 9), ("b", "x", 1, 8), ("a", "x", 2, 6), ("b", "x", 2, 7), ("c", "y", 1, 5) };
        foreach (var (id, parent, round, points) in totals)
        {
            var subject = new Subject { Id = id, Kind = "branch", Parent = parent };
            var dossier = new Dossier(subject, Period.Of(2026, PeriodKind.Bimonth, round), []);
            session.Insert(new Total(
                scheme, dossier, [.. scheme.Components.Select(component => new ComponentScore(component, points, dossier))]));
        }

        session.Fire();

        session.Query<Placing>().AsEnumerable().Select(placing => placing.ToString()).Order(StringComparer.Ordinal)
            .Should().Equal("a 2026-B1 1/2", "a 2026-B2 2/2", "b 2026-B1 2/2", "b 2026-B2 1/2", "c 2026-B1 1/1");
    }

    [Fact]
    public void AnEvaluatorOfPointsRefusesTwoSubjects()
    {
        var evaluator = PointsRules.For(BuiltInSchemes.Get("fengxian")).CreateEvaluator();
        evaluator.Add(new Dossier(Member("ann"), Period.OfYear(2026), []));

        evaluator.Invoking(e => e.Add(new Dossier(Member("bob"), Period.OfYear(2026), [])))
            .Should().Throw<ArgumentException>().WithMessage("*'bob'*'ann'*");
    }

    [Fact]
    public void PointsAloneHaveTheirSchemeOnBothEngines()
    {
        var rules = PointsRules.For(BuiltInSchemes.Get("fengxian"));
        foreach (var engine in new[] { RuleEngine.Compiled, new NRulesEngine() })
        {
            var evaluator = engine.CreateEvaluator(rules);
            evaluator.Add(new Dossier(Member("ann"), Period.OfYear(2026), []));
            evaluator.Run();
            evaluator.Facts<Total>().Single().Points.Should().Be((Points)20);
        }
    }

    private static void Give(ISession session, string id, Entry[] entries)
    {
        session.Insert(new Dossier(Member(id), Period.OfYear(2026), entries));
        session.InsertAll(entries);
    }

    private static List<string> Totals(ISession session) =>
        [.. session.Query<Total>().AsEnumerable()
            .Select(total => $"{total.Dossier.Subject.Id} {total.Points}").Order(StringComparer.Ordinal)];

    private static List<string> Problems(ISessionFactory factory, params object[] facts) =>
        [.. Refusal(factory, facts).Should().BeOfType<ProblemException>().Which.Problems
            .Select(problem => $"{problem.Code} {problem.Location.Path}")];

    private static Exception? Refusal(ISessionFactory factory, params object[] facts)
    {
        var session = factory.CreateSession();
        session.InsertAll(facts);
        var refusal = session.Invoking(s => s.Fire()).Should().Throw<RuleRhsExpressionEvaluationException>().Which.InnerException;
        session.Query<Assessment>().Count().Should().Be(0);
        return refusal;
    }

    private static Subject Member(string id) => new() { Id = id, Kind = "member", Category = "organ", Employment = "in-post" };

    private static Subject Branch(string id) => new() { Id = id, Kind = "branch", Parent = "t" };

    private static Entry Target(string id, string subject) =>
        new() { Id = id, Subject = subject, Item = "task.target", Date = new DateOnly(2026, 1, 25), Value = 6 };
}
