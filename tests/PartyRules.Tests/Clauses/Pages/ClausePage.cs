using System.Text.RegularExpressions;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>The page of a kind of clause, or of all kinds, in one language.</summary>
internal sealed partial class ClausePage(string path, Language language, KnownKind? kind) : DerivedPage(path)
{
    private readonly Phrases phrases = new(language);

    /// <summary>The pages of a language: that of all kinds, and one for each.</summary>
    public static IEnumerable<ClausePage> AllIn(Language language) =>
    [
        new(Repository.PathOf("docs", "schemes", "clauses", new Phrases(language).PageName("README")), language, null),
        .. KnownKind.All.Select(kind => Of(kind, language)),
    ];

    public static ClausePage Of(KnownKind kind, Language language) => new(kind.PagePath(language), language, kind);

    /// <summary>The page's title.</summary>
    public string Title => Text.Split('\n')[0].TrimStart('#', ' ');

    /// <summary>The first sentence that says what the kind is for.</summary>
    public string Purpose
    {
        get
        {
            var paragraph = Text.Split("\n\n").ElementAtOrDefault(2)?.ReplaceLineEndings(phrases.Language == Language.English ? " " : "")
                ?? "";
            var end = paragraph.IndexOf(phrases.Stop, StringComparison.Ordinal);
            return end < 0 ? paragraph : paragraph[..(end + 1)];
        }
    }

    /// <summary>The headings of the page, in their order.</summary>
    public IEnumerable<string> Headings =>
        Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

    protected override string Write(string[] asked) => asked switch
    {
        ["example", var scheme, var part] => Example(scheme, part),
        ["keys"] => new KeyTables(phrases, kind!).OfKind(),
        ["keys", .. var definitions] => new KeyTables(phrases, kind).Of(definitions),
        ["messages"] => Messages(),
        ["lines"] => Lines(),
        ["schemes"] => Schemes(),
        ["kinds"] => Kinds(),
        ["texts", var resource] =>
            Messages(KnownKind.TextsIn(Shared(resource), phrases.Language).Where(text => !NoMessage().IsMatch(text.Key))),
        _ => throw Unknown(asked),
    };

    private string Example(string id, string part)
    {
        var scheme = KnownScheme.All.Single(scheme => scheme.Id == id);
        return $"{phrases.From(Link(scheme), part)}\n\n```json\n{scheme.Part(part)}\n```";
    }

    private string Messages()
    {
        var texts = AllTexts(phrases.Language);
        return Messages(kind!.Problems.Select(code => KeyValuePair.Create(code, texts[code])));
    }

    private string Messages(IEnumerable<KeyValuePair<string, string>> texts) =>
        $"{phrases.MessageHeader}\n| --- | --- |\n{string.Join('\n', texts.Select(text => $"| `{text.Key}` | {Shown(text.Value)} |"))}";

    private string Lines()
    {
        var texts = AllTexts(phrases.Language);
        var told = kind!.Lines.Select(key => texts[key]).Where(text => Place().Replace(text, "").Any(char.IsLetter));
        return string.Join('\n', told.Select(text => $"- {Shown(text).Trim()}"));
    }

    private string Schemes()
    {
        var users = KnownScheme.All.Where(scheme => scheme.Uses(kind!)).ToLookup(scheme => scheme.SamplePath is null);
        return string.Join("\n\n", new[] { (phrases.BuiltIn, users[true]), (phrases.Samples, users[false]) }
            .Where(list => list.Item2.Any()).Select(list => list.Item1 + string.Join(phrases.Separator, list.Item2.Select(Link))));
    }

    private string Kinds() => $"{phrases.KindHeader}\n| --- | --- | --- |\n" + string.Join('\n', KnownKind.All.Select(each =>
    {
        var page = Of(each, phrases.Language);
        var users = KnownScheme.All.Count(scheme => scheme.SamplePath is null && scheme.Uses(each));
        return $"| [{page.Title}]({each.PageName(phrases.Language)}) | {page.Purpose} | {users} |";
    }));

    private static string Link(KnownScheme scheme) => scheme.SamplePath is null
        ? $"[{scheme.Id}](../{scheme.Id}.md)"
        : $"[{scheme.Id}](../../{Path.GetRelativePath(Repository.PathOf("docs"), scheme.SamplePath).Replace('\\', '/')})";

    /// <summary>A message as people see it: what is filled in is an ellipsis.</summary>
    private static string Shown(string text) =>
        Place().Replace(text, "…").Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Shared(string resource) => Repository.PathOf("src", "PartyRules", "Resources", resource);

    /// <summary>All texts of the library, by key: those of the kinds and those they share.</summary>
    private static Dictionary<string, string> AllTexts(Language language)
    {
        var shared = new[] { "SchemeProblems", "FactProblems", "Explanations" }.Select(name => KnownKind.TextsIn(Shared(name), language));
        return KnownKind.All.Select(kind => kind.Texts(language))
            .Concat(shared).SelectMany(texts => texts).DistinctBy(text => text.Key).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>What stands within messages and is none itself.</summary>
    [GeneratedRegex(@"^(hint|kind)\.")]
    private static partial Regex NoMessage();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
