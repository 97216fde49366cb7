using System.Text.RegularExpressions;

namespace PartyRules.Tests;

/// <summary>Every link of the documentation to a file, or to a heading in one, leads somewhere.</summary>
public sealed partial class LinksOfTheDocs
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Repository.PathOf(), page).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void LeadSomewhere(string page)
    {
        var path = Repository.PathOf(page);

        var links = Link().Matches(Code().Replace(File.ReadAllText(path), ""));
        foreach (var (file, heading) in links.Select(link => (link.Groups[1].Value, link.Groups[2].Value)))
        {
            var target = file.Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, file);
            Path.Exists(target).Should().BeTrue("{0} links to {1}", page, file);
            if (heading.Length > 0)
                Anchors(File.ReadAllText(target)).Contains(heading, StringComparer.OrdinalIgnoreCase)
                    .Should().BeTrue("{0} links to {1}#{2}", page, file, heading);
        }
    }

    private static IEnumerable<string> Anchors(string text) =>
        Heading()
            .Matches(text)
            .Select(heading => JoinedByHyphens(heading.Groups[1].Value))
            .Concat(Named().Matches(text).Select(anchor => anchor.Groups[1].Value));

    private static string JoinedByHyphens(string heading) => NoWord().Replace(heading, "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"([^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoWord();
}
