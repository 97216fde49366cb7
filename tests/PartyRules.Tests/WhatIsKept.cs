using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>What could not be made is not kept, and a result vouches for the text that gave it.</summary>
[Collection("measures memory")]
public sealed class WhatIsKept
{
    /// <summary>What measures the memory of the whole process runs while nothing else does.</summary>
    [CollectionDefinition("measures memory", DisableParallelization = true)]
    public sealed class Alone;

    [Fact]
    public void UnknownIdentifiersLeaveNothingBehind()
    {
        using var services = new ServiceCollection().AddPartyRules().BuildServiceProvider();
        var service = services.GetRequiredService<AssessmentService>();
        Ask(0, 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Ask(100, 20_100);

        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(2_000_000);

        void Ask(int from, int to)
        {
            for (var i = from; i < to; i += 2)
            {
                FluentActions.Invoking(() => BuiltInSchemes.Get($"x{i}")).Should().Throw<ProblemException>();
                FluentActions.Invoking(() => service.For($"x{i + 1}")).Should().Throw<ProblemException>();
            }
        }
    }

    [Fact]
    public void RulesInCodeThatFailOnceToBeMadeAreMadeWhenNextAskedFor()
    {
        using var services = new ServiceCollection()
            .AddPartyRules(options => options.AddRule<FailsOnce>("fengxian"))
            .BuildServiceProvider();
        var service = services.GetRequiredService<AssessmentService>();

        service.Invoking(s => s.For("fengxian"))
            .Should().Throw<TargetInvocationException>().WithInnerException<InvalidOperationException>();
        service.For("yongxi").Should().NotBeNull();
        service.For("fengxian").Should().BeSameAs(service.For("fengxian"));
    }

    [Fact]
    public void AResultNamesTheHashOfTheTextThatGaveIt()
    {
        foreach (var id in new[] { "fengxian", "yancheng" })
        {
            var text = BuiltInSchemes.Text(id);
            var hash = Convert.ToHexStringLower(SHA256.HashData(text.Span));
            var scheme = SchemeReader.Read(text.ToArray(), id);
            scheme.ContentHash.Should().Be(hash);
            foreach (var version in new SchemeVersions([scheme]).All)
                version.ContentHash.Should().Be(hash);
        }

        Scored.Member().Scheme.ContentHash.Should().Be(Convert.ToHexStringLower(SHA256.HashData(BuiltInSchemes.Text("fengxian").Span)));
        typeof(Scheme).GetMethod("<Clone>$").Should().BeNull("a scheme cannot be changed and keep the hash of another text");
    }

    /// <summary>Cannot be made the first time, as where a service is not there yet.</summary>
    [Name("fails-once")]
    private sealed class FailsOnce : Rule
    {
        private static int times;

        public FailsOnce()
        {
            if (Interlocked.Increment(ref times) == 1)
                throw new InvalidOperationException("not yet");
        }

        public override void Define()
        {
            Dossier dossier = null!;
            When().Match(() => dossier, d => d.Subject.Id.Length == 0);
            Then().Yield(_ => new Outcome(
                dossier.Subject, dossier.Period, OutcomeKind.Finding, "never", new LocalText("示例", "Example"), null, null));
        }
    }
}
