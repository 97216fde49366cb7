using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using PartyRules.Cases;
using PartyRules.Clauses;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;
using PartyRules.Tests.Clauses.Pages;

namespace PartyRules.Tests.Schemes;

/// <summary>
/// A gallery of files with one mistake each, in the folder of the kind of clause or of the part it is about, and what is said about it in
/// both languages, approved by a person. A file of cases is about a built-in scheme. To approve what is said now, run the tests with
/// PARTYRULES_APPROVE=1, and read the texts.
/// </summary>
public sealed class BrokenSchemes
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "BrokenSchemes");

    /// <summary>
    /// The folders beside those of the kinds of clause: the text, its shape, what a scheme says of itself, what all kinds check alike, and
    /// cases.
    /// </summary>
    private static readonly string[] Parts = ["Json", "Shape", "Head", "Shared", "Cases"];

    /// <summary>What no file of the gallery can show, because the mistake is not in a file's text; each has a test of its own.</summary>
    private static readonly string[] ShownElsewhere =
    [
        "scheme.not-added", "scheme.no-folder", "scheme.none-here", "scheme.source-failed",
        "scheme.not-offered", "rules.scoped-service",
        "scheme.version-twice", "scheme.versions-differ",
        "scheme.unreadable", "scheme.no-file", "scheme.too-large", "scheme.too-many", "scheme.more",
        "scheme.none-in-force", "scheme.several-in-force", "scheme.version-component", "scheme.layer-cycle", "scheme.layer-depth",
        "scheme.layer-range", "scheme.layer-maximum-round", "scheme.calendar-year-missing",
        "scheme.layer-too-many", "scheme.layer-each", "scheme.layer-each-open",
        "scheme.layer-wider-number", "scheme.amount-too-many", "scheme.set-kind",
        "case.too-many", "fact.shared-name", "fact.coefficient-negative",
        "fact.amounts-too-large", "fact.level-unused", "fact.evaluator-unused", "fact.reference-unused", "fact.attribute-date",
        "fact.unknown-attribute",
        "fact.null", "fact.id-missing", "fact.duplicate-id", "fact.unknown-subject", "fact.other-subject", "fact.other-kind",
        "fact.date-missing",
        "fact.unknown-scheme", "fact.period-missing", "fact.duplicate-result", "fact.more", "fact.zero-divisor", "fact.rating-too-high",
    ];

    public static TheoryData<string> Names => [.. All];

    /// <summary>The mistakes, each as folder and name.</summary>
    private static IEnumerable<string> All => Files("*.json").Select(file => file[..^".json".Length]).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void EachMistakeIsToldAsApproved(string name)
    {
        var problems = Problems(name);

        var isAsMany = name.Contains("/several-", StringComparison.Ordinal) ? problems.Count > 2 : problems.Count == 1;
        isAsMany.Should().BeTrue("one mistake is one problem, and {0} has {1}", name, problems.Count);
        problems.Should().AllSatisfy(problem => problem.Location.Path.Should().NotBe(""));
        Told(name, "en", problems, Language.English);
        Told(name, "zh-Hans", problems, Language.ChineseSimplified);
    }

    [Fact]
    public void EveryMessageIsShownByAFile()
    {
        var shown = All.SelectMany(Problems).Select(problem => problem.Code).Concat(ShownElsewhere).Distinct();

        shown.Should()
            .BeEquivalentTo(Codes("SchemeProblems").Concat(CodesOfClauses()).Concat(Codes("CaseProblems")).Concat(Codes("FactProblems")));
    }

    [Fact]
    public void EveryKindOfValueIsShownByAFile()
    {
        var told = string.Concat(Files("kind-*.en.txt").Select(file => File.ReadAllText(Path.Combine(Folder, file))));

        Texts("SchemeProblems").Where(text => text.Key.StartsWith("kind.", StringComparison.Ordinal)).Should().HaveCount(7)
            .And.AllSatisfy(text => told.Should().Contain($"{text.Value.Replace("{{", "{").Replace("}}", "}")} is expected here"));
    }

    [Fact]
    public void NoTextIsLeftWithoutItsFile() =>
        Files("*").Should().BeEquivalentTo(All.SelectMany(name => new[] { $"{name}.json", $"{name}.en.txt", $"{name}.zh-Hans.txt" }));

    [Fact]
    public void EachFolderIsThatOfAKindOrAPart() => Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder))
        .Should().BeSubsetOf([.. Parts, .. ClauseKinds.All.Select(kind => kind.Name)]);

    [Fact]
    public void TheProblemPointsAtLineAndColumn()
    {
        var problem = Read("{\n  \"id\": \"x\",\n  \"名称\": 1\n}"u8.ToArray()).First(problem => problem.Code == "scheme.unknown-key");

        (problem.Location.Line, problem.Location.Column).Should().Be((3, 3));
        problem.ToText(Language.ChineseSimplified).Should().StartWith("test.json:3:3 [$]: 未知的键“名称”。");
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    public void WhatIsJsonButNoSchemeIsRefused(string text) =>
        Read(Encoding.UTF8.GetBytes(text)).Should().ContainSingle(problem => problem.Code == "scheme.wrong-kind");

    [Fact]
    public void AnUnknownBuiltInNamesTheNearest() =>
        FluentActions.Invoking(() => BuiltInSchemes.Get("fengxain"))
            .Should().Throw<ProblemException>().WithMessage("*Did you mean 'fengxian'?*");

    [Fact]
    public void AFileThatIsNotThereIsNamed() =>
        FluentActions.Invoking(() => SchemeReader.ReadFile("absent.json"))
            .Should().Throw<ProblemException>().WithMessage("absent.json: There is no such file.*");

    [Property(MaxTest = 200)]
    public void ArbitraryBytesNeverDoWorse(byte[] bytes) =>
        FluentActions.Invoking(() => SchemeReader.Read(bytes, "test.json")).Should().Throw<ProblemException>();

    [Property(MaxTest = 200)]
    public void ATruncatedSchemeNeverDoesWorse(ushort length)
    {
        var text = BuiltInSchemes.Text("yongxi");

        FluentActions.Invoking(() => SchemeReader.Read(text[..(length % (text.Length - 2))], "test.json"))
            .Should().Throw<ProblemException>();
    }

    private static IReadOnlyList<Problem> Problems(string name)
    {
        var (file, bytes) = ($"{Path.GetFileName(name)}.json", File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")));
        try
        {
            if (!name.StartsWith("Cases/", StringComparison.Ordinal))
            {
                _ = new Scorer(SchemeReader.Read(bytes, file));
                return [];
            }

            using var document = JsonDocument.Parse(bytes);
            var id = document.RootElement.GetProperty("scheme").GetString()!;
            var scheme = KnownScheme.All.Single(known => known.Id == id).Read();
            return [.. SchemeCases.Read(bytes, file, scheme).SelectMany(worked => worked.Run(new Scorer(scheme)))];
        }
        catch (ProblemException exception)
        {
            return exception.Problems;
        }
    }

    private static void Told(string name, string suffix, IEnumerable<Problem> problems, Language language)
    {
        var told = string.Concat(problems.Select(problem => problem.ToText(language) + "\n"));
        if (Repository.Approves)
            File.WriteAllText(Repository.PathOf("tests", "PartyRules.Tests", "BrokenSchemes", $"{name}.{suffix}.txt"), told);
        else
            told.Should().Be(File.ReadAllText(Path.Combine(Folder, $"{name}.{suffix}.txt")), name);
    }

    /// <summary>The files of the gallery, each as folder and name.</summary>
    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));

    private static IEnumerable<string> Codes(string resources) => Texts(resources).Keys
        .Where(key => !key.StartsWith("hint.", StringComparison.Ordinal) && !key.StartsWith("kind.", StringComparison.Ordinal));

    /// <summary>The messages that stand in the folders of the kinds of clause, among texts of explanations and of keys.</summary>
    private static IEnumerable<string> CodesOfClauses() => typeof(Points).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("PartyRules.Clauses.", StringComparison.Ordinal))
        .Where(name => !name.EndsWith(".zh-Hans.resources", StringComparison.Ordinal))
        .SelectMany(name => Named(name[..^".resources".Length]).Keys)
        .Where(key => key.StartsWith("scheme.", StringComparison.Ordinal));

    private static Dictionary<string, string> Texts(string resources) => Named($"PartyRules.Resources.{resources}");

    private static Dictionary<string, string> Named(string resources) =>
        new ResourceManager(resources, typeof(Points).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IReadOnlyList<Problem> Read(byte[] text) =>
        FluentActions.Invoking(() => SchemeReader.Read(text, "test.json")).Should().Throw<ProblemException>().Which.Problems;
}
