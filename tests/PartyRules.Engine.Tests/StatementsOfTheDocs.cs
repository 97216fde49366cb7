using System.Reflection;
using System.Text.RegularExpressions;

namespace PartyRules.Engine.Tests;

/// <summary>
/// docs/engine.md and the tests say the same: every sentence of its lists is cited by a test, and every citation is such a sentence.
/// </summary>
public sealed partial class StatementsOfTheDocs
{
    private static readonly IReadOnlyList<string> Cited =
        [.. typeof(StatementsOfTheDocs).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<StatementAttribute>())
            .Select(statement => statement.Text)
            .Distinct()];

    [Fact]
    public void EverySentenceHasATest() =>
        Sentences().Should().NotBeEmpty().And.BeSubsetOf(Cited, "each sentence needs a test that cites it with [Statement]");

    [Fact]
    public void EveryCitationIsASentence() => Cited.Should().BeSubsetOf(Sentences(), "a test cites a sentence as docs/engine.md has it");

    /// <summary>The sentences of the list under each heading, without line breaks and without the marks of code.</summary>
    private static IReadOnlyList<string> Sentences()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "engine.md")))
            folder = folder.Parent!;
        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "engine.md")).ReplaceLineEndings("\n");
        return [.. text.Split("\n## ")
            .Where(section => section.Contains("\n- ", StringComparison.Ordinal))
            .Select(section => section[section.IndexOf("\n- ", StringComparison.Ordinal)..])
            .SelectMany(section => section.Split("\n\n")[0].Split("\n- ", StringSplitOptions.RemoveEmptyEntries))
            .Select(item => Space().Replace(item, " ").Trim().Replace("`", "", StringComparison.Ordinal))
            .SelectMany(item => EndOfSentence().Split(item))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<=\.) (?=[A-Z])")]
    private static partial Regex EndOfSentence();
}
