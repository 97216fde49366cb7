using PartyRules.Tests.Clauses.Pages;
using PartyRules.Tests.Clauses.Pages.TwoWords;

namespace PartyRules.Tests.Clauses;

/// <summary>
/// A kind of clause comes with its tests, its texts, its part of the explanation, its pages and a scheme that uses it, or it is not there
/// yet.
/// </summary>
public sealed class EveryKindIsComplete
{
    private static readonly Language[] Languages = [Language.English, Language.ChineseSimplified];

    public static TheoryData<string> Names => [.. KnownKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsMissing(string name) =>
        string.Join(Environment.NewLine, Missing(KnownKind.All.Single(kind => kind.Name == name))).Should().BeEmpty();

    [Fact]
    public void AKindThatIsOnlyATypeLacksEverything() => Missing(new KnownKind(new TwoWordsKind())).Should().BeEquivalentTo(
        "TwoWords: tests/PartyRules.Tests/Clauses/TwoWords has no test.",
        "TwoWords: Texts.resx beside the code has no texts.",
        "TwoWords: docs/schemes/clauses/two-words.md is missing.",
        "TwoWords: docs/schemes/clauses/two-words.zh-Hans.md is missing.",
        "TwoWords: no type leads to its page: add <seealso href=\"docs/schemes/clauses/two-words.md\"> to the documentation of its clause.",
        "TwoWords: no built-in scheme and no sample uses it in a worked case.");

    private static IEnumerable<string> Missing(KnownKind kind) =>
        new[] { Tests(kind), Texts(kind), Languages.SelectMany(language => Page(kind, language)), Told(kind), Used(kind) }
            .SelectMany(missing => missing).Select(missing => $"{kind.Name}: {missing}");

    private static IEnumerable<string> Tests(KnownKind kind)
    {
        var tests = typeof(EveryKindIsComplete).Assembly.GetTypes()
            .Where(type => type.Namespace == $"PartyRules.Tests.Clauses.{kind.Name}");
        if (!tests.SelectMany(type => type.GetMethods()).Any(method => method.IsDefined(typeof(FactAttribute), inherit: true)))
            yield return $"tests/PartyRules.Tests/Clauses/{kind.Name} has no test.";
    }

    private static IEnumerable<string> Texts(KnownKind kind)
    {
        var (english, chinese) = (kind.Texts(Language.English), kind.Texts(Language.ChineseSimplified));
        if (english.Count == 0)
            yield return "Texts.resx beside the code has no texts.";
        foreach (var key in english.Keys.Except(chinese.Keys))
            yield return $"Texts.zh-Hans.resx lacks '{key}'.";
        foreach (var key in chinese.Keys.Except(english.Keys))
            yield return $"Texts.resx lacks '{key}'.";
    }

    private static IEnumerable<string> Page(KnownKind kind, Language language)
    {
        var (page, phrases) = (ClausePage.Of(kind, language), new Phrases(language));
        var file = $"docs/schemes/clauses/{kind.PageName(language)}";
        if (!page.Exists)
        {
            yield return $"{file} is missing.";
            yield break;
        }

        if (!page.Headings.SequenceEqual(phrases.Headings))
            yield return $"{file} has the headings {string.Join(", ", page.Headings)}, and not {string.Join(", ", phrases.Headings)}.";
        foreach (var part in new[] { "example", "keys", "messages", "schemes" }.Where(part => !page.Derives(part)))
            yield return $"{file} derives no {part}: add <!-- derived: {part} --> and <!-- /derived -->.";
        foreach (var heading in new[] { phrases.Stated, phrases.Evaluated }.Where(heading => page.Written(heading).Length == 0))
            yield return $"{file} says nothing under '{heading}'.";
        if (kind.Lines.Count > 0 && !page.Derives("lines"))
            yield return $"{file} does not show the lines that the kind adds to explanations: "
                + "add <!-- derived: lines --> and <!-- /derived -->.";
        if (!kind.IsTold && page.Written(phrases.Explained).Length == 0)
            yield return $"{file} does not say under '{phrases.Explained}' why the kind tells nothing in explanations. "
                + "Write an account, or the reason.";
    }

    private static IEnumerable<string> Told(KnownKind kind)
    {
        if (!kind.NamesItsPage)
            yield return "no type leads to its page: add "
                + $"<seealso href=\"docs/schemes/clauses/{kind.PageName(Language.English)}\"> to the documentation of its clause.";
    }

    private static IEnumerable<string> Used(KnownKind kind)
    {
        if (!KnownScheme.All.Any(scheme => scheme.Uses(kind) && scheme.Cases.Count > 0))
            yield return "no built-in scheme and no sample uses it in a worked case.";
    }
}
