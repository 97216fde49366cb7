using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartyRules.Clauses;
using PartyRules.Clauses.Core;
using PartyRules.Reading.Shape;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>A kind of clause with what documentation says of it.</summary>
internal sealed partial class KnownKind
{
    private const string Suffix = "Document";
    private readonly string room;

    public KnownKind(ClauseKind kind)
    {
        Kind = kind;
        room = Kind.GetType().Namespace!;
        Page = JsonNamingPolicy.KebabCaseLower.ConvertName(Name);
        var documents = OfDocuments.Where(type => type.Namespace == room).Concat(OfDocuments.Where(IsDescribedHere));
        Definitions = [.. documents.Select(DefinitionOf).Distinct()];
        KeysElsewhere = [.. Texts(Language.English).Keys.Select(key => KeyText().Match(key))
            .Where(match => match.Success && !Definitions.Contains(match.Groups[1].Value)).Select(match => match.Groups[2].Value)];
    }

    /// <summary>The types of what stands in schemes, but for the scheme itself.</summary>
    private static IEnumerable<Type> OfDocuments => typeof(ClauseKind).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type != typeof(SchemeDocument));

    /// <summary>All kinds, in the order of their names.</summary>
    public static IReadOnlyList<KnownKind> All { get; } =
        [.. ClauseKinds.All.OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(kind => new KnownKind(kind))];

    /// <summary>The kind.</summary>
    public ClauseKind Kind { get; }

    /// <summary>The kind's name.</summary>
    public string Name => Kind.Name;

    /// <summary>The name of its page: its own, in lower case, with hyphens between words.</summary>
    public string Page { get; }

    /// <summary>What the JSON Schema calls the objects that the kind describes.</summary>
    public IReadOnlyList<string> Definitions { get; }

    /// <summary>Keys of other kinds' objects that belong to this kind, as object and key.</summary>
    public IReadOnlyList<string> KeysElsewhere { get; }

    /// <summary>Whether the documentation of a type leads to the kind's page.</summary>
    public bool NamesItsPage =>
        CompiledCode.Documentation.Contains(
            $"<seealso href=\"docs/schemes/clauses/{PageName(Language.English)}\">", StringComparison.Ordinal);

    /// <summary>Whether the kind tells its part of an explanation.</summary>
    public bool IsTold => Kind.IsTold;

    /// <summary>
    /// The codes of the problems that the kind reports: its own, those it shares, and those of the shared checks that it asks.
    /// </summary>
    public IReadOnlyList<string> Problems =>
        Ordered(CompiledCode.TextsIn(room).Concat(Texts(Language.English).Keys).Where(text => Code().IsMatch(text)));

    /// <summary>The keys of the lines that the kind adds to an explanation.</summary>
    public IReadOnlyList<string> Lines => Ordered(
        CompiledCode.TextsToldIn(room).Where(SharedLines.Contains)
            .Concat(Texts(Language.English).Keys.Where(key => !NoLine().IsMatch(key))));

    private static IReadOnlySet<string> SharedLines { get; } =
        TextsIn(Repository.PathOf("src", "PartyRules", "Resources", "Explanations"), Language.English).Keys
            .ToHashSet(StringComparer.Ordinal);

    public string PagePath(Language language) => Repository.PathOf("docs", "schemes", "clauses", PageName(language));

    public string PageName(Language language) => language == Language.English ? $"{Page}.md" : $"{Page}.zh-Hans.md";

    /// <summary>The texts that stand beside the kind; empty where it has none.</summary>
    public IReadOnlyDictionary<string, string> Texts(Language language) =>
        TextsIn(Repository.PathOf("src", "PartyRules", "Clauses", Name, "Texts"), language);

    /// <summary>The texts of a resource, by the path of its file without the language.</summary>
    public static IReadOnlyDictionary<string, string> TextsIn(string resource, Language language)
    {
        var file = language == Language.English ? $"{resource}.resx" : $"{resource}.zh-Hans.resx";
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(
                text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal)
            : new Dictionary<string, string>();
    }

    public override string ToString() => Name;

    /// <summary>Whether a type that belongs to no kind is what this kind's texts describe.</summary>
    private bool IsDescribedHere(Type type) => !type.Namespace!.StartsWith($"{typeof(ClauseKinds).Namespace}.", StringComparison.Ordinal)
        && Texts(Language.English).Keys.Any(key => key.StartsWith($"json.{DefinitionOf(type)}.", StringComparison.Ordinal));

    private static string DefinitionOf(Type type) => type.Name[..^Suffix.Length];

    private static List<string> Ordered(IEnumerable<string> keys) =>
        [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^json\.(?=(\w+)\.)(\w+\.\w+)$")]
    private static partial Regex KeyText();

    [GeneratedRegex(@"^(scheme|fact)\.[a-z-]+$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(json|scheme|fact|hint|window|list)\.")]
    private static partial Regex NoLine();
}
