using Microsoft.Extensions.DependencyInjection;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.NRules.Tests;

/// <summary>Rules that a host wrote for NRules, in one session with ours: reading our facts, adding theirs.</summary>
public sealed class HostRules
{
    private static readonly Subject[] Members =
    [
        new() { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" },
        new() { Id = "m2", Kind = "member", Category = "organ", Employment = "in-post" },
    ];

    private static readonly Entry[] Entries =
    [
        new() { Id = "e1", Subject = "m1", Item = "task.target", Date = new DateOnly(2026, 1, 25), Value = 6 },
        new() { Id = "e2", Subject = "m2", Item = "reward.bravery", Date = new DateOnly(2026, 2, 25), Value = 5 },
        new() { Id = "e3", Subject = "m2", Item = "task.target", Date = new DateOnly(2026, 3, 25), Value = 4 },
    ];

    [Fact]
    public void AHostsRuleReadsOurCreditsAndItsOutcomeStandsInTheAssessment()
    {
        var session = Session(typeof(BraveryIsPraised));

        session.Query<Assessment>()
            .Select(assessment => assessment.Subject.Id + ":" + string.Join(",", assessment.Findings.Select(finding => finding.Code)))
            .Should().BeEquivalentTo(["m1:", "m2:praise"]);
    }

    [Fact]
    public void AHostsRuleAtTheRightPriorityCollectsAllOurFactsAtOnce()
    {
        var session = Session(typeof(CreditsAreCounted));

        session.Query<CreditCount>().Should().Equal(new CreditCount(3));
    }

    [Fact]
    public void FactsOfTheHostAreLeftAlone()
    {
        var session = Session(typeof(BraveryIsPraised));
        session.Insert("a fact of the host");
        session.Fire();

        session.Query<string>().Should().Equal("a fact of the host");
        session.Query<Assessment>().Should().HaveCount(2);
    }

    [Fact]
    public void DerivationsRunThroughTheRulesOfTheHost()
    {
        var repository = Repository(typeof(BraveryIsPraised));
        var session = repository.Compile().CreateSession();
        var derivations = session.RecordDerivations();
        Fill(session);

        var praise = derivations.Of(session.Query<Outcome>().Single(outcome => outcome.Code == "praise"));
        praise.Rule!.Name.Should().Be("host/bravery-is-praised");
        var credit = praise.Premises.Single(premise => premise.Fact is Credit);
        credit.Rule!.Name.Should().Be("points/entry-earns-credit");
        credit.Premises.Select(premise => premise.Fact).OfType<Entry>().Single().Id.Should().Be("e2");
    }

    [Fact]
    public void AScorerOnNRulesFiresRulesOfTheHostBesideItsOwn()
    {
        var services = new ServiceCollection()
            .AddPartyRulesOnNRules(
                addBeside: (repository, _) => repository.Load(load => load.PrivateTypes().NestedTypes().From(typeof(BraveryIsPraised))))
            .BuildServiceProvider();

        var assessments = services.GetRequiredService<AssessmentService>().For("fengxian").Score(Members, Entries, 2026);

        assessments.Select(assessment => assessment.Findings.Count(finding => finding.Code == "praise")).Should().Equal(0, 1);
        services.GetRequiredService<NRulesEngine>().Should().NotBeNull();
    }

    [Fact]
    public void WhatPartsOfAnApplicationAddBesideComesTogether()
    {
        var loaded = new List<string>();
        using var services = new ServiceCollection()
            .AddPartyRulesOnNRules(addBeside: (_, _) => loaded.Add("first"))
            .AddPartyRulesOnNRules(
                options => options.Derivations = true,
                (repository, _) => repository.Load(load => load.PrivateTypes().NestedTypes().From(typeof(BraveryIsPraised))))
            .AddPartyRulesOnNRules()
            .BuildServiceProvider();
        var scorer = services.GetRequiredService<AssessmentService>().For("fengxian");

        scorer.Score(Members, Entries, 2026)
            .Select(assessment => assessment.Findings.Count(finding => finding.Code == "praise")).Should().Equal(0, 1);
        loaded.Should().NotBeEmpty();
        scorer.GivesDerivations.Should().BeTrue();
        services.GetServices<NRulesEngine>().Should().ContainSingle();
    }

    private static RuleRepository Repository(Type rule)
    {
        var repository = new RuleRepository();
        repository.Load(load => load.PrivateTypes().NestedTypes().From(rule));
        return repository.AddPartyRules(BuiltInSchemes.Get("fengxian"));
    }

    private static ISession Session(Type rule)
    {
        var session = Repository(rule).Compile().CreateSession();
        Fill(session);
        return session;
    }

    private static void Fill(ISession session)
    {
        session.InsertAll(Members);
        session.InsertAll(Entries);
        session.Insert(new AssessedYear(2026));
        session.Fire();
    }

    [Name("host/bravery-is-praised")]
    private sealed class BraveryIsPraised : Rule
    {
        public override void Define()
        {
            Credit credit = default;
            Dossier dossier = null!;
            When()
                .Match(() => credit, c => c.Item.Code == "reward.bravery")
                .Match(() => dossier, d => d.Subject.Id == credit.Entry.Subject);
            Then()
                .Yield(
                    _ => new Outcome(
                        dossier.Subject, dossier.Period, OutcomeKind.Finding, "praise", new LocalText("表扬", "praise"), null, null));
        }
    }

    [Name("host/credits-are-counted")]
    private sealed class CreditsAreCounted : Rule
    {
        public override void Define()
        {
            IEnumerable<Credit> credits = null!;
            Priority(new Scorer(BuiltInSchemes.Get("fengxian")).Rules!.PriorityOnceComplete<Credit>());
            When()
                .Match<AssessedYear>()
                .Query(() => credits, q => q.Match<Credit>().Collect());
            Then()
                .Do(context => context.Insert(new CreditCount(credits.Count())));
        }
    }

    private sealed record CreditCount(int Credits);
}
