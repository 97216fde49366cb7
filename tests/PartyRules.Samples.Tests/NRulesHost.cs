using System.Text.RegularExpressions;
using PartyRules.InCode;

namespace PartyRules.Samples.Tests;

/// <summary>The sample of a host with NRules rules of its own, and the pages that are made of it and of tests.</summary>
[Collection("What is printed")]
public sealed partial class NRulesHost
{
    private static readonly string Folder = AppContext.BaseDirectory;

    public static TheoryData<string> Pages => ["nrules.md", "README.md", "package.md"];

    [Fact]
    public void TheProgramPrintsWhatThePageShows()
    {
        using var output = new StringWriter();
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            typeof(Harbour.Voucher).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        var shown = Blocks("nrules.md").Single(block => block.Kind == "text").Text;
        output.ToString().ReplaceLineEndings("\n").Should().Be(shown);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EachPieceOfCodeThatIsFromATestOrASampleIsItsRegion(string page)
    {
        var regions = Directory.EnumerateFiles(Path.Combine(Folder, "nrules-host"), "*.cs")
            .SelectMany(file => Region().Matches(File.ReadAllText(file)))
            .ToDictionary(match => match.Groups[1].Value, match => Dedented(match.Groups[2].Value), StringComparer.Ordinal);
        var pieces = Piece().Matches(File.ReadAllText(Path.Combine(Folder, page)));

        pieces.Should().NotBeEmpty();
        foreach (var piece in pieces.AsEnumerable())
            piece.Groups[2].Value.Should().Be(regions[piece.Groups[1].Value], "{0}", piece.Groups[1].Value);
        if (page == "nrules.md")
            Blocks(page).Count(block => block.Kind == "csharp").Should().Be(pieces.Count, "no code of the page is untested");
    }

    [Fact]
    public void TheRuleSetsOfTheReadmeTakeTenLinesAtMost() =>
        Piece().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(piece => piece.Groups[2].Value.Split('\n').Length - 1)
            .Should().HaveCount(3).And.AllSatisfy(lines => lines.Should().BeLessThanOrEqualTo(10));

    [Fact]
    public void TheTableOfContractsIsWhatTheTypesSay()
    {
        SchemeBuilder[] rules = [new PointsScoring("a"), new MemberGrading("b"), new RedFlagRotation("c")];
        var page = File.ReadAllText(Path.Combine(Folder, "nrules.md"));
        foreach (var ruleSet in rules)
        {
            var start = $"| `{ruleSet.GetType().Name}` |";
            var row = page.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal)).Split('|');
            Names(row[2]).Should().Equal(ruleSet.Contract.Reads.Select(type => type.Name));
            Names(row[4]).Should().Equal(ruleSet.Contract.Yields.Select(type => type.Name));
            Names(row[5]).Should().Equal(ruleSet.Contract.MayBeGiven.Select(type => type.Name));
        }
    }

    [Fact]
    public void WhatThePageCallsExists()
    {
        var page = File.ReadAllText(Path.Combine(Folder, "nrules.md"));
        var known = new[] { typeof(SchemeBuilder), typeof(Engine.RuleSet), typeof(NRules.RuleRepositoryExtensions) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name))
            .Append(nameof(InvalidOperationException)).Append(nameof(ArgumentException))
            .Select(name => name.Split('`')[0]).ToHashSet(StringComparer.Ordinal);
        var called = Code().Matches(page).Select(match => match.Groups[1].Value);

        called.Where(name => !known.Contains(name)).Should().BeEmpty();
    }

    private static IEnumerable<string> Names(string cell) => Code().Matches(cell).Select(match => match.Groups[1].Value);

    private static IEnumerable<(string Kind, string Text)> Blocks(string page) =>
        Block().Matches(File.ReadAllText(Path.Combine(Folder, page))).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static string Dedented(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex(@"^ *#region ([\w-]+)\n(.*?)^ *#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^<!-- from (?:sample|test): ([\w-]+) -->\n```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("`([A-Z][A-Za-z]+)(?:<\\w+>)?(?:\\(.*?\\))?`")]
    private static partial Regex Code();
}
