using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.InCode;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>The library among an application's services: parts of the application add to it, and slips are refused at the start.</summary>
public sealed class ServicesOfApplications
{
    private static readonly Subject[] Members = [new() { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" }];

    [Fact]
    public void WhatPartsOfAnApplicationAddComesTogether()
    {
        using var provider = new ServiceCollection()
            .AddPartyRules(options => options.AddScheme(new MemberGrading("first").Thresholds().ToScheme()))
            .AddPartyRules(options =>
            {
                options.AddScheme(new MemberGrading("second").Thresholds().ToScheme());
                options.Derivations = true;
            })
            .AddPartyRules()
            .BuildServiceProvider();
        var service = provider.GetRequiredService<AssessmentService>();

        service.SchemeIds.Should().Contain(["fengxian", "first", "second"]);
        service.For("first").GivesDerivations.Should().BeTrue();
    }

    [Fact]
    public void ARuleThatTwoPartsAddRunsOnce()
    {
        using var provider = new ServiceCollection()
            .AddPartyRules(options => options.AddRule<EverybodyIsThanked>("fengxian"))
            .AddPartyRules(options => options.AddRule<EverybodyIsThanked>("fengxian"))
            .BuildServiceProvider();

        provider.GetRequiredService<AssessmentService>().For("fengxian").Score(Members, [], 2026).Single()
            .Findings.Should().ContainSingle(finding => finding.Code == "thanks");
    }

    [Fact]
    public void RulesForASchemeThatIsNotThereAreRefusedWhenTheServiceIsMade()
    {
        using var provider = new ServiceCollection()
            .AddPartyRules(options => options.AddRule<EverybodyIsThanked>("fengxain").AddRule<EverybodyIsThanked>("yongix"))
            .BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<AssessmentService>).Should().Throw<ProblemException>()
            .Which.Problems.Select(problem => problem.ToText(Language.English)).Should().SatisfyRespectively(
                first => first.Should().Contain("'fengxain'").And.Contain("'fengxian'"),
                second => second.Should().Contain("'yongix'").And.Contain("'yongxi'"));
    }

    [Fact]
    public void ASlipInAnIdentifierIsToldTheNearestAmongAllThatThereAre()
    {
        using var provider = new ServiceCollection()
            .AddPartyRules(options => options.AddScheme(new MemberGrading("harbour").Thresholds().ToScheme()))
            .BuildServiceProvider();
        var service = provider.GetRequiredService<AssessmentService>();

        FluentActions.Invoking(() => service.For("harbor"))
            .Should().Throw<ProblemException>().WithMessage("*'harbor', neither built in nor added*'harbour'*");
        FluentActions.Invoking(() => BuiltInSchemes.Get("harbor")).Should().Throw<ProblemException>();
    }

    [Fact]
    public void SetsOfSchemesUnderKeysKnowNothingOfEachOther()
    {
        using var provider = new ServiceCollection()
            .AddPartyRules(options => options.Derivations = true)
            .AddKeyedPartyRules("harbour", options => options.AddScheme(new MemberGrading("crew").Thresholds().ToScheme()))
            .AddKeyedPartyRules("harbour", options => options.Offer("crew"))
            .AddKeyedPartyRules("airport", options => options.Offer("fengxian").Offer("yongxi"))
            .BuildServiceProvider();

        provider.GetRequiredKeyedService<IAssessmentService>("harbour").SchemeIds.Should().Equal("crew");
        var airport = provider.GetRequiredKeyedService<AssessmentService>("airport");
        airport.SchemeIds.Should().Equal("fengxian", "yongxi");
        airport.For("fengxian").GivesDerivations.Should().BeFalse();
        provider.GetRequiredService<IAssessmentService>().Should().BeSameAs(provider.GetRequiredService<AssessmentService>())
            .And.BeAssignableTo<AssessmentService>().Which.For("fengxian").GivesDerivations.Should().BeTrue();
    }

    [Fact]
    public void WhatIsNotOfferedIsRefusedWithTheNearestThatIs()
    {
        using var provider = new ServiceCollection().AddPartyRules(options => options.Offer("fengxian")).BuildServiceProvider();
        var service = provider.GetRequiredService<IAssessmentService>();

        service.VersionsOf("fengxian").Id.Should().Be("fengxian");
        FluentActions.Invoking(() => service.For("yongxi")).Should().Throw<ProblemException>().WithMessage("*no scheme 'yongxi'*fengxian*");
        FluentActions.Invoking(() => service.VersionsOf("fengxain"))
            .Should().Throw<ProblemException>().WithMessage("*'fengxain'*'fengxian'*");
    }

    [Fact]
    public void ASlipInWhatIsOfferedIsRefusedWhenTheServiceIsMade()
    {
        using var provider = new ServiceCollection().AddPartyRules(options => options.Offer("fengxain")).BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<AssessmentService>)
            .Should().Throw<ProblemException>().WithMessage("*'fengxain'*'fengxian'*");
    }

    [Fact]
    public void SchemesMayComeFromServicesOfTheApplication()
    {
        var services = new ServiceCollection()
            .AddSingleton(new MemberGrading("stored").Thresholds().ToScheme())
            .AddPartyRules((provider, options) => options.AddScheme(provider.GetRequiredService<Scheme>()).Offer("stored"));
        for (var application = 0; application < 2; application++)
        {
            using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<AssessmentService>().SchemeIds.Should().Equal("stored");
        }
    }

    [Fact]
    public void TheDayOfTheOptionsIsThatOfTheScorers()
    {
        var day = new DateOnly(2026, 6, 30);
        using var provider = new ServiceCollection().AddPartyRules(options => options.AsOf = day).BuildServiceProvider();

        provider.GetRequiredService<IAssessmentService>().For("fengxian").AsOf.Should().Be(day);
    }

    [Fact]
    public void AScorerHasATwinThatExplains()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("fengxian"), new ScorerOptions { AsOf = new DateOnly(2026, 6, 30) });

        scorer.Explaining.Score(Members, [], 2026).Single().Derivation.Should().NotBeNull();
        scorer.Explaining.AsOf.Should().Be(scorer.AsOf);
        scorer.Explaining.Explaining.Should().BeSameAs(scorer.Explaining);
    }

    [Theory]
    [InlineData(typeof(Register))]
    [InlineData(typeof(Desk))]
    [InlineData(typeof(IEnumerable<Register>))]
    [InlineData(typeof(Shelf<int>))]
    public void RulesInCodeThatTakeAServiceOfAScopeAreRefusedWhenTheServiceIsMade(Type taken)
    {
        var add = typeof(PartyRulesOptions).GetMethod(nameof(PartyRulesOptions.AddComponentRules))!
            .MakeGenericMethod(typeof(Taking<>).MakeGenericType(taken));
        using var provider = new ServiceCollection()
            .AddScoped<Register>().AddTransient<Desk>().AddScoped(typeof(Shelf<>))
            .AddPartyRules(options => add.Invoke(options, null))
            .BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<AssessmentService>).Should().Throw<ProblemException>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code == "rules.scoped-service")
            .Which.Message.English.Should().Contain(nameof(Taking<>)).And.Contain("IServiceScopeFactory");
    }

    [Fact]
    public void RulesInCodeMayTakeWhatLivesAsLongAsTheyDoAndMakeScopes()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<Register>().AddTransient<Desk>()
            .AddPartyRules(options => options.AddComponentRules<Taking<Desk>>().AddComponentRules<Taking<IServiceScopeFactory>>())
            .BuildServiceProvider();

        provider.GetRequiredService<AssessmentService>().For("fengxian").Score(Members, [], 2026).Should().ContainSingle();
    }

    private sealed class Register;

    private sealed class Shelf<T>;

    private sealed class Desk(Register register)
    {
        public Register Register { get; } = register;
    }

    private sealed class Taking<T>(T taken) : ComponentRules
    {
        public T Taken { get; } = taken;

        public override string Name => "taking";

        public override IEnumerable<Rule> Rules => [];
    }

    private sealed class EverybodyIsThanked : Rule
    {
        public override void Define()
        {
            Dossier dossier = null!;
            When().Match(() => dossier);
            Then().Yield(_ => new Outcome(dossier.Subject, dossier.Period, OutcomeKind.Finding, "thanks", "Thanks", null, null));
        }
    }
}
