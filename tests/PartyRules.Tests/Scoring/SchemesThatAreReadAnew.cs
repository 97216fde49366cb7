using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests.Scoring;

/// <summary>
/// Schemes from files and elsewhere, read anew while an application runs: the old ones stay until the new ones can replace them.
/// </summary>
public sealed class SchemesThatAreReadAnew : IDisposable
{
    private static readonly Subject[] Members = [new() { Id = "m1", Kind = "member" }];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task AFileThatChangesIsInForceAndWhoHoldsTheOldOneKeepsIt()
    {
        Write(10);
        using var provider = Services(SchemeSource.Folder(folder));
        var service = provider.GetRequiredService<AssessmentService>();
        var changed = new TaskCompletionSource<SchemesReloadedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Reloaded += (_, told) =>
        {
            if (told.Problems.Count == 0)
                changed.TrySetResult(told);
        };
        var before = service.For("harbour");

        Write(20);
        var told = await changed.Task.WaitAsync(TimeSpan.FromSeconds(60));

        told.Changed.Single().Id.Should().Be("harbour");
        Total(service.For("harbour")).Should().Be((Points)20);
        Total(before).Should().Be((Points)10);
    }

    [Theory]
    [InlineData("{", "scheme.json-not-closed")]
    [InlineData("", "scheme.json-empty")]
    public void AFileThatIsNotValidLeavesAllAsTheyAre(string text, string code)
    {
        Write(10);
        using var provider = Services(SchemeSource.Folder(folder));
        var service = provider.GetRequiredService<AssessmentService>();

        File.WriteAllText(Path.Combine(folder, "quay.json"), text);
        var problems = service.Reload();

        problems.Single().Code.Should().Be(code);
        problems.Single().Location.File.Should().EndWith("quay.json");
        Total(service.For("harbour")).Should().Be((Points)10);
    }

    [Fact]
    public void ASchemeThatIsTakenAwayIsThereNoMore()
    {
        Write(10);
        Write(5, "quay");
        using var provider = Services(SchemeSource.Folder(folder));
        var service = provider.GetRequiredService<AssessmentService>();
        var quay = service.For("quay");

        File.Delete(Path.Combine(folder, "quay.json"));
        service.Reload().Should().BeEmpty();

        service.SchemeIds.Should().Contain("harbour").And.NotContain("quay");
        FluentActions.Invoking(() => service.For("quay")).Should().Throw<ProblemException>();
        Total(quay).Should().Be((Points)5);
    }

    [Fact]
    public void WhatSaysTheSameKeepsItsScorer()
    {
        Write(10);
        Write(5, "quay");
        using var provider = Services(SchemeSource.Folder(folder));
        var service = provider.GetRequiredService<AssessmentService>();
        var (harbour, quay) = (service.For("harbour"), service.For("quay"));

        Write(6, "quay");
        service.Reload().Should().BeEmpty();

        service.For("harbour").Should().BeSameAs(harbour);
        service.For("quay").Should().NotBeSameAs(quay);
    }

    [Fact]
    public void NothingIsToldWhereNothingChanged()
    {
        Write(10);
        using var provider = Services(SchemeSource.From(() => [Scheme(10)]));
        var service = provider.GetRequiredService<AssessmentService>();
        service.Reloaded += (_, _) => throw new InvalidOperationException("Nothing changed.");

        service.Reload().Should().BeEmpty();
    }

    [Fact]
    public void VersionsComeTogetherFromSeveralSources()
    {
        var (first, second) = (Scheme(10, to: "2026-12-31"), Scheme(20, version: "2", from: "2027-01-01"));
        using var provider = Services(SchemeSource.From(() => [first]), SchemeSource.From(() => [second]));
        var scorer = provider.GetRequiredService<AssessmentService>().For("harbour");

        scorer.Score(Members, [], 2026).Single().Total.Should().Be((Points)10);
        scorer.Score(Members, [], 2027).Single().Total.Should().Be((Points)20);
    }

    [Fact]
    public void WhatCannotComeTogetherIsRefusedAtTheStartAllAtOnce()
    {
        Write(10);
        File.Copy(Path.Combine(folder, "harbour.json"), Path.Combine(folder, "copy.json"));
        using var provider = Services(
            SchemeSource.Folder(folder),
            SchemeSource.Folder(Path.Combine(folder, "missing")),
            SchemeSource.Embedded(typeof(SchemesThatAreReadAnew).Assembly, "Nothing.Begins.So."),
            SchemeSource.From(() => throw new InvalidOperationException("the database sleeps")),
            SchemeSource.From(() => [Scheme(1, "quay"), Scheme(1, "quay", kind: "branch", version: "2")]));

        var told = FluentActions.Invoking(provider.GetRequiredService<AssessmentService>).Should().Throw<ProblemException>().Which.Problems;

        told.Select(problem => problem.Code).Should().Equal(
            "scheme.no-folder", "scheme.none-here", "scheme.source-failed", "scheme.version-twice", "scheme.versions-differ");
        told[2].ToText(Language.English).Should().Contain("the database sleeps");
        told[3].ToText(Language.English).Should().Contain("harbour.json").And.Contain("copy.json");
    }

    [Fact]
    public void WhatIsFoundBeforeASchemeComesIntoForceKeepsItOut()
    {
        var points = 10;
        using var provider = new ServiceCollection()
            .AddPartyRules(options =>
            {
                options.AddSchemes(SchemeSource.From(() => [Scheme(points)]));
                options.Verify = (sourced, scorer) => Total(scorer) <= 50
                    ? []
                    : [new Problem("too-much", new SourceLocation(sourced.Path), new LocalText("过多", "Too much"))];
            })
            .BuildServiceProvider();
        var service = provider.GetRequiredService<AssessmentService>();

        points = 51;
        service.Reload().Single().Code.Should().Be("too-much");
        Total(service.For("harbour")).Should().Be((Points)10);
        points = 50;
        service.Reload().Should().BeEmpty();
        Total(service.For("harbour")).Should().Be((Points)50);
    }

    /// <summary>While schemes are read anew, each result is that of the scheme whose hash it bears.</summary>
    [Fact]
    public async Task NoResultMixesTwoSchemesWhileManyAreReadAnew()
    {
        var points = 1;
        using var provider = Services(SchemeSource.From(() => [Scheme(points)]));
        var service = provider.GetRequiredService<AssessmentService>();
        var seen = new ConcurrentDictionary<string, Points>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var result = service.For("harbour").Score(Members[0], [], 2026);
                seen.GetOrAdd(result.Scheme.ContentHash, result.Total!.Value).Should().Be(result.Total!.Value);
            }
        })).ToList();

        for (var i = 2; i <= 100; i++)
        {
            points = i;
            service.Reload().Should().BeEmpty();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Total(service.For("harbour")).Should().Be((Points)100);
        seen.Values.Should().OnlyHaveUniqueItems();
    }

    /// <summary>Nothing of schemes that were replaced is kept.</summary>
    [Fact]
    public void MemoryStaysFlatHoweverOftenSchemesAreReadAnew()
    {
        var (points, first) = (1, new List<WeakReference>());
        using var provider = Services(SchemeSource.From(() => [Scheme(points)]));
        var service = provider.GetRequiredService<AssessmentService>();
        for (; points <= 40; points++)
        {
            service.Reload();
            first.Add(Use(service));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        first.Count(reference => reference.IsAlive).Should().BeLessThanOrEqualTo(2, "one is in force, and a thread may hold another");

        static WeakReference Use(AssessmentService service)
        {
            var scorer = service.For("harbour");
            scorer.Score(Members[0], [], 2026, explain: true);
            return new WeakReference(scorer);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static ServiceProvider Services(params ISchemeSource[] sources) => new ServiceCollection()
        .AddPartyRules(options => Array.ForEach(sources, source => options.AddSchemes(source)))
        .BuildServiceProvider();

    private static Points? Total(Scorer scorer) => scorer.Score(Members, [], 2026).Single().Total;

    private void Write(int points, string id = "harbour") =>
        File.WriteAllText(Path.Combine(folder, $"{id}.json"), Text(points, id, "1", "2026-01-01", null, "member"));

    private static Scheme Scheme(
        int points, string id = "harbour", string version = "1", string from = "2026-01-01", string? to = null, string kind = "member") =>
        SchemeReader.Parse(Text(points, id, version, from, to, kind));

    private static string Text(int points, string id, string version, string from, string? to, string kind)
    {
        var until = to is null ? "" : $", \"to\": \"{to}\"";
        return Drafts.Expand($$"""
            {
              "id": "{{id}}", "version": "{{version}}", "effective": { "from": "{{from}}" {{until}} },
              "name": @T, "source": @T, "subjects": {"kind": "{{kind}}" }, "round": "year",
              "components": [{
                "id": "c", "name": @T, "start": {{points}}, "minimum": null, "maximum": null, "cites": @C,
                "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"each": 1} }]
              }]
            }
            """).Replace("\"t/c\"", $"\"{id}/c\"", StringComparison.Ordinal);
    }
}
