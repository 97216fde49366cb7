using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Validation;

namespace PartyRules.Tests;

/// <summary>
/// How results, what follows from them and problems look as JSON, which docs/embedding.md shows: its code is that of these tests, and its
/// JSON what they write.
/// </summary>
public sealed partial class ResultsInJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] BothPages = ["docs/embedding.md", "docs/embedding.zh-Hans.md"];

    public static TheoryData<string> Pages => [.. BothPages];

    [Fact]
    public void AResultIsFlat()
    {
        #region result
        var scorer = new Scorer(BuiltInSchemes.Get("fengxian"));
        Subject member = new() { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" };
        Entry[] entries =
        [
            new() { Id = "e1", Subject = "m1", Item = "task.target", Date = new DateOnly(2026, 1, 25), Value = 6 },
            new() { Id = "e2", Subject = "m1", Item = "violation", Date = new DateOnly(2026, 3, 2) },
        ];

        var result = scorer.Score([member], entries, year: 2026).Single();
        var json = JsonSerializer.Serialize(result, Readable);
        #endregion

        ShownOnThePages(json);
        #region back
        var stored = JsonSerializer.Deserialize<AssessmentRecord>(json)!;
        Console.WriteLine($"{stored.Subject}: {stored.Total}, {stored.Grade}, {string.Join(", ", stored.Findings)}");
        #endregion

        (stored.Total, stored.Grade, stored.ContentHash).Should().Be((result.Total, result.Grade!.Id, result.Scheme.ContentHash));
    }

    [Fact]
    public void WhatFollowsFromAResultSaysWhatItRestsOn()
    {
        var entries = new[] { Scored.Entry("violation", "2026-03-02") };
        var result = Scored.Member(entries);

        #region outcomes
        var outcomes = result.Findings.Concat(result.Measures).Select(outcome => new
        {
            outcome.Code,
            outcome.Kind,
            Name = outcome.Name.English,
            Clause = outcome.Cites?.Clause,
        });
        var json = JsonSerializer.Serialize(outcomes, Readable);
        #endregion

        ShownOnThePages(json);
    }

    [Fact]
    public void AProblemSaysWhereAndWhatInBothLanguages()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("fengxian"));
        var (member, slip) = (Scored.Subject("m1"), Scored.Entry("task.tarqet", "2026-01-25", "6"));
        var json = "";

        #region problems
        try
        {
            scorer.Score([member], [slip], year: 2026);
        }
        catch (ProblemException exception)
        {
            json = JsonSerializer.Serialize(exception.Problems, Readable);
        }
        #endregion

        ShownOnThePages(json);
    }

    [Fact]
    public void AHostAsksWhatASchemeLooksAt()
    {
        #region looked-at
        Scheme scheme = BuiltInSchemes.Get("arong");
        foreach (var need in SchemeUses.Of(scheme).Columns)
            Console.WriteLine($"{need.Column}: {need.Clauses}");
        #endregion

        SchemeUses.Of(scheme).Columns.Select(need => need.Column).Should().Equal("funds", "room");
    }

    [Fact]
    public void ARequestScoresOneSubject()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("fengxian"));
        Subject member = new() { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" };
        Entry[] entries = [];
        #region one
        var result = scorer.Score(member, entries, year: 2026, explain: true);
        var account = Explainer.Explain(result, Language.English);
        #endregion

        account.Should().Contain("m1");
        scorer.Score(member, entries, year: 2026).Derivation.Should().BeNull();
    }

    [Fact]
    public void SchemesOfAFolderAreThoseOfAnApplication()
    {
        var folder = Path.GetDirectoryName(Repository.PathOf("docs", "samples", "depot", "depot.json"))!;
        IServiceCollection services = new ServiceCollection();
        #region sources
        services.AddPartyRules(options => options.AddSchemes(SchemeSource.Folder(folder)));
        using var provider = services.BuildServiceProvider();

        var service = provider.GetRequiredService<AssessmentService>();
        service.Reloaded += (_, told) => Console.WriteLine(
            told.Problems.Count == 0 ? $"New: {string.Join(", ", told.Changed)}" : $"Refused: {told.Problems[0]}");
        var scorer = service.For("depot");
        #endregion

        scorer.Versions.Id.Should().Be("depot");
        service.Reload().Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheCodeOfThePageIsThatOfTheTests(string page)
    {
        var tests = File.ReadAllText(Repository.PathOf("tests", "PartyRules.Tests", "ResultsInJson.cs"));

        Blocks(page, "csharp").Should().Equal(Region().Matches(tests).Select(region => Unindented(region.Groups[1].Value)));
    }

    private static void ShownOnThePages(string json)
    {
        foreach (var page in BothPages)
            Blocks(page, "json").Should().Contain(json.Trim(), page);
    }

    private static List<string> Blocks(string page, string language) =>
    [
        .. Block().Matches(File.ReadAllText(Repository.PathOf(page.Split('/'))))
            .Where(block => block.Groups[1].Value == language)
            .Select(block => block.Groups[2].Value.Trim()),
    ];

    private static string Unindented(string code) =>
        string.Join('\n', code.Trim('\n').Split('\n').Select(line => line.Length >= 8 ? line[8..] : line.Trim())).Trim();

    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^ *#region [^\n]*\n(.*?)^ *#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
