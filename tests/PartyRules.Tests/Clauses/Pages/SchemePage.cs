using System.Text.Json;
using PartyRules.JsonSchemas;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>The page of a built-in scheme, or the page of all, whose tables are derived.</summary>
internal sealed class SchemePage(string file, KnownScheme? scheme) : DerivedPage(Repository.PathOf("docs", "schemes", file))
{
    public static IEnumerable<SchemePage> All =>
    [
        .. new[] { "README.md", "README.zh-Hans.md", "left-open.md", "left-open.zh-Hans.md" }.Select(file => new SchemePage(file, null)),
        .. BuiltIn.Select(scheme => new SchemePage($"{scheme.Id}.md", scheme)),
    ];

    private static IEnumerable<KnownScheme> BuiltIn => KnownScheme.All.Where(scheme => scheme.SamplePath is null);

    protected override string Write(string[] asked) => asked switch
    {
        ["clauses"] => "| clause | what the source says, or the choice | |\n| --- | --- | --- |\n" + Lines(scheme!.Citations, cited =>
            $"| `{cited.Clause}` | {cited.Text.English}<br>{cited.Text.Chinese} | {(cited.IsChoice ? "choice" : "")} |"),
        ["cases"] => Lines(scheme!.Cases, worked => $"- {worked.Name.English} / {worked.Name.Chinese}"),
        ["built-in", var heading] => $"| id | | {heading} |\n| --- | --- | --- |\n" + Lines(BuiltIn, known =>
            $"| [{known.Id}]({known.Id}.md) | {known.Read().Name.English} / {known.Read().Name.Chinese} | {known.Cases.Count} |"),
        ["case-keys", var language] => CaseKeys(Languages.TryParse(language, out var known) ? known : throw Unknown(asked)),
        ["left-open", "en"] => "| scheme | clause | what is chosen |\n| --- | --- | --- |\n" + Choices(Language.English),
        ["left-open", "zh-Hans"] => "| 方案 | 条款 | 选择 |\n| --- | --- | --- |\n" + Choices(Language.ChineseSimplified),
        _ => throw Unknown(asked),
    };

    /// <summary>The keys of the files of cases, from the JSON Schema that is published for editors.</summary>
    private static string CaseKeys(Language language)
    {
        using var schema = JsonDocument.Parse(SchemeJsonSchema.OfCases);
        var parts = new[] { ("cases[]", "Case"), ("subjects[]", "CaseSubject"), ("entries[]", "CaseEntry"), ("results[]", "CaseResult"),
            ("expected[]", "Expected") };
        var english = language == Language.English;
        return (english ? "| in | key | must be given | meaning |" : "| 所在 | 键 | 必填 | 含义 |") + "\n| --- | --- | --- | --- |\n"
            + Lines(
                parts.SelectMany(part => Keys(part.Item1, schema.RootElement.GetProperty("$defs").GetProperty(part.Item2))), row => row);

        IEnumerable<string> Keys(string where, JsonElement type)
        {
            var required = type.GetProperty("required").EnumerateArray().Select(key => key.GetString()).ToHashSet();
            foreach (var key in type.GetProperty("properties").EnumerateObject())
            {
                var meaning = key.Value.GetProperty("description").GetString()!.Split(" / ", 2)[english ? 1 : 0];
                yield return $"| `{where}` | `{key.Name}` | {(required.Contains(key.Name) ? english ? "yes" : "是" : "")} | {meaning} |";
            }
        }
    }

    private static string Choices(Language language) => Lines(
        BuiltIn.SelectMany(known => known.Citations.Where(cited => cited.IsChoice)
            .Select(cited => (known.Id, cited.Clause, Text: cited.Text.In(language)))),
        choice => $"| [{choice.Id}]({choice.Id}.md) | `{choice.Clause}` | {choice.Text} |");

    private static string Lines<T>(IEnumerable<T> parts, Func<T, string> line) => string.Join('\n', parts.Select(line));
}
