using System.Text.RegularExpressions;
using PartyRules.Tests.Clauses.Pages;

namespace PartyRules.Tests.Schemes;

/// <summary>The table of what schemes can say names kinds of clause that there are, and worked cases that show them.</summary>
public sealed partial class WhatSchemesCanSay
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.ChineseSimplified)]
    public void EachLineIsShownByAWorkedCaseOfASchemeThatUsesItsKinds(Language language)
    {
        var lines = Line()
            .Matches(File.ReadAllText(Repository.PathOf("docs", "schemes", new Phrases(language).PageName("README"))))
            .ToList();

        lines.Select(line => line.Groups[1].Value).Should().Equal(Enumerable.Range(1, 17).Select(number => $"{number}"));
        foreach (var line in lines)
        {
            var kinds = Link().Matches(line.Groups[2].Value)
                .Select(link => KnownKind.All.Single(kind => kind.PageName(language) == link.Groups[1].Value)).ToList();
            var shown = Shown().Matches(line.Groups[3].Value).Select(
                shown => (Scheme: KnownScheme.All.Single(scheme => scheme.Id == shown.Groups[1].Value), Case: shown.Groups[2].Value))
                .ToList();

            kinds.Should().NotBeEmpty();
            kinds.Should().AllSatisfy(
                kind => shown.Should().Contain(known => known.Scheme.Uses(kind), "line {0} is to show {1}", line.Groups[1].Value, kind));
            shown.Should().AllSatisfy(known => known.Scheme.Cases.Select(worked => worked.Name.In(language)).Should().Contain(known.Case));
        }
    }

    [GeneratedRegex(@"^\| (\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\[([a-z-]+)\]\([^)]+\)(?:: |：)“(.+?)”(?=; \[|；\[|$)")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\(clauses/([^)]+)\)")]
    private static partial Regex Link();
}
