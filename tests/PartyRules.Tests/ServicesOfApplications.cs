using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.InCode;
using PartyRules.Reading;
using PartyRules.Results;
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
