using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartyRules.Clauses.Selections;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>A kind of clause as its folder in the sources has it.</summary>
internal sealed partial class ClauseKind
{
    private readonly string folder;
    private readonly string sources;

    public ClauseKind(string folder)
    {
        this.folder = folder;
        Name = Path.GetFileName(folder);
        Page = JsonNamingPolicy.KebabCaseLower.ConvertName(Name);
        sources = string.Concat(Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Definitions = [.. Document().Matches(sources).Select(match => match.Groups[1].Value)];
        KeysElsewhere = [.. Texts(Language.English).Keys.Select(key => KeyText().Match(key)).Where(match => match.Success && !Definitions.Contains(match.Groups[1].Value)).Select(match => match.Groups[2].Value)];
    }

    public static IReadOnlyList<ClauseKind> All { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("src", "PartyRules", "Clauses")).Order(StringComparer.Ordinal).Select(folder => new ClauseKind(folder))];

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    /// <summary>The name of its page: the folder's, in lower case, with hyphens between words.</summary>
    public string Page { get; }

    /// <summary>What the JSON Schema calls the objects that the folder describes.</summary>
    public IReadOnlyList<string> Definitions { get; }

    /// <summary>Keys of other kinds' objects that belong to this kind, as object and key.</summary>
    public IReadOnlyList<string> KeysElsewhere { get; }

    /// <summary>Whether the documentation of a type in the folder leads to the kind's page.</summary>
    public bool NamesItsPage => sources.Contains($"<seealso href=\"docs/schemes/clauses/{PageName(Language.English)}\">", StringComparison.Ordinal);

    /// <summary>Whether the kind tells its part of an explanation.</summary>
    public bool HasAccount => Directory.GetFiles(folder, "*Account.cs").Length > 0;

    /// <summary>The codes of the problems that the kind reports: its own, those it shares, and those of what it asks about words, identifiers, windows and citations.</summary>
    public IReadOnlyList<string> Problems => Ordered(
        CodesIn(sources).Concat(Checks.CodesAskedBy(sources)).Concat(Texts(Language.English).Keys.Where(key => Code().IsMatch($"\"{key}\""))));

    /// <summary>The keys of the lines that the kind adds to an explanation.</summary>
    public IReadOnlyList<string> Lines => Ordered(Line().Matches(sources).Select(match => match.Groups[1].Value).Concat(Texts(Language.English).Keys.Where(key => !NoLine().IsMatch(key))));

    public string PagePath(Language language) => Repository.PathOf("docs", "schemes", "clauses", PageName(language));

    public string PageName(Language language) => language == Language.English ? $"{Page}.md" : $"{Page}.zh-Hans.md";

    /// <summary>The texts that stand in the folder; empty where it has none.</summary>
    public IReadOnlyDictionary<string, string> Texts(Language language) => TextsIn(Path.Combine(folder, "Texts"), language);

    /// <summary>The texts of a resource, by the path of its file without the language.</summary>
    public static IReadOnlyDictionary<string, string> TextsIn(string resource, Language language)
    {
        var file = language == Language.English ? $"{resource}.resx" : $"{resource}.zh-Hans.resx";
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal)
            : new Dictionary<string, string>();
    }

    /// <summary>The codes of problems that a source text names.</summary>
    public static IEnumerable<string> CodesIn(string source) => Code().Matches(source).Select(match => match.Groups[1].Value);

    public override string ToString() => Name;

    private static List<string> Ordered(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"record (\w+)Document\b")]
    private static partial Regex Document();

    [GeneratedRegex(@"^json\.(?=(\w+)\.)(\w+\.\w+)$")]
    private static partial Regex KeyText();

    [GeneratedRegex(@"""((?:scheme|fact)\.[a-z-]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bLine\(""([^""]+)""")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(json|scheme|fact|hint|window|list)\.")]
    private static partial Regex NoLine();
}
