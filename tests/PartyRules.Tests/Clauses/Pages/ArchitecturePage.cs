using System.Reflection;
using PartyRules.Clauses;
using PartyRules.Clauses.Core;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>The page that says how the library is built, in one language; what it says of the kinds of clause is derived.</summary>
internal sealed class ArchitecturePage(Language language) : DerivedPage(
    Repository.PathOf("docs", new Phrases(language).PageName("architecture-core")))
{
    private readonly Phrases phrases = new(language);

    protected override string Write(string[] asked) => asked switch
    {
        ["order"] => Order(),
        ["files", var kind] => string.Join('\n', Files(KnownKind.All.Single(known => known.Name == kind)).Select(file => $"- `{file}`")),
        _ => throw Unknown(asked),
    };

    /// <summary>The kinds in the order in which a year is worked out.</summary>
    private string Order()
    {
        var schemes = KnownScheme.All.Select(known => known.Read()).ToList();
        var rows = ClauseKinds.All.Select((kind, i) =>
        {
            var stages = schemes.SelectMany(kind.RulesFor).Select(rule => rule.Stage).Distinct().Order();
            var keys = kind.Keys.Select(key => $"`{key}`");
            var (named, staged) = (string.Join(phrases.Separator, keys), string.Join(phrases.Separator, stages));
            return $"| {i + 1} | {Link(kind)} | {named} | {staged} | {Told(kind)} |";
        });
        return $"{phrases.OrderHeader}\n| --- | --- | --- | --- | --- |\n{string.Join('\n', rows)}";
    }

    private string Told(ClauseKind kind) => kind.GetType().GetCustomAttribute<ToldWithinAttribute>() is { } within
        ? Link(ClauseKinds.All.Single(other => other.Name == within.Kind))
        : $"{kind.Chapter}";

    private string Link(ClauseKind kind)
    {
        var known = KnownKind.All.Single(known => known.Name == kind.Name);
        return $"[{ClausePage.Of(known, phrases.Language).Title}](schemes/clauses/{known.PageName(phrases.Language)})";
    }

    /// <summary>
    /// The files of a kind: its folders in the sources, the tests and the gallery of broken schemes, its pages, and the lists in which it
    /// stands.
    /// </summary>
    private static IEnumerable<string> Files(KnownKind kind)
    {
        string[] folders =
        [
            Repository.PathOf("src", "PartyRules", "Clauses", kind.Name),
            Repository.PathOf("tests", "PartyRules.Tests", "Clauses", kind.Name),
            Repository.PathOf("tests", "PartyRules.Tests", "BrokenSchemes", kind.Name),
        ];
        string[] lists =
        [
            Repository.PathOf("src", "PartyRules", "Clauses", "ClauseKinds.cs"),
            Repository.PathOf("src", "PartyRules", "Reading", "Shape", "SchemeDocument.cs"),
        ];
        string[] pages = [kind.PagePath(Language.English), kind.PagePath(Language.ChineseSimplified)];
        return folders.SelectMany(folder => Directory.GetFiles(folder).Order(StringComparer.Ordinal)).Concat(lists).Concat(pages)
            .Select(file => Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/'));
    }
}
