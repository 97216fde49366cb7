using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>Small invented schemes: <c>@C</c> stands for a citation and <c>@T</c> for a text.</summary>
internal static class Drafts
{
    /// <summary>A scheme of members with the given sections.</summary>
    public static Scheme Scheme(
        string sections,
        string round = "year",
        string rounding = "half-up",
        string attributes = "",
        string categories = "",
        int firstMonth = 1,
        string from = "2020-01-01") =>
        SchemeReader.Read(Utf8(sections, round, rounding, attributes, categories, firstMonth, from), "draft.json");

    public static IReadOnlyList<Problem> Problems(
        string sections, string round = "year", string rounding = "half-up", string attributes = "") =>
        FluentActions.Invoking(() => SchemeReader.Read(Utf8(sections, round, rounding, attributes), "draft.json"))
            .Should().Throw<ProblemException>().Which.Problems;

    /// <summary>A component <c>c</c> from 0 to 1000 with the given members.</summary>
    public static string Component(string members, string id = "c") =>
        $$"""{"id": "{{id}}", "name": @T, "start": 0, "minimum": 0, "maximum": 1000, {{members}}, "cites": @C}""";

    public static string Item(string code, string worth, string more = "", string effect = "add") =>
        $$"""{"code": "{{code}}", "name": @T, "effect": "{{effect}}", "worth": {{worth}}{{(more.Length > 0 ? ", " + more : "")}}}""";

    /// <summary>The members of a component with one item whose entries count their values.</summary>
    public static string Only(string code) => $$""" "items": [{{Item(code, """{"value": true}""")}}]""";

    /// <summary>The year of one member.</summary>
    public static Assessment Year(this Scheme scheme, params Entry[] entries) =>
        scheme.Year(new Subject { Id = "m1", Kind = "member" }, [], entries);

    public static Assessment Year(this Scheme scheme, Subject subject, IReadOnlyList<EarlierResult> earlier, params Entry[] entries) =>
        new Scorer(scheme).Score([subject], entries, 2026, earlier: earlier)[^1];

    /// <summary>The explanation of the year of one member, in English.</summary>
    public static string Explained(this Scheme scheme, params Entry[] entries) =>
        Explainer.Explain(
            new Scorer(scheme, new ScorerOptions { Derivations = true })
                .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026)[^1],
            Language.English);

    public static string Expand(string text) => text
        .Replace("@C", """{"clause": "t/c", "text": @T, "choice": true}""", StringComparison.Ordinal)
        .Replace("@T", """{"zh-Hans": "示例", "en": "Example"}""", StringComparison.Ordinal);

    /// <summary>A scheme's text with something else in a place, such as <c>/components/c/start</c>.</summary>
    public static string InPlace(string text, string at, Func<JsonNode, JsonNode> change)
    {
        var scheme = JsonNode.Parse(text)!;
        var place = at[1..].Split('/').Aggregate(scheme, (node, step) => node is JsonArray parts
            ? parts.First(part => step == (string?)(part!["id"] ?? part["code"]))!
            : node[step]!);
        place.ReplaceWith(change(place));
        return scheme.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static string Member(string key, string members) => members.Length > 0 ? $", \"{key}\": {{{members}}}" : "";

    private static byte[] Utf8(
        string sections,
        string round,
        string rounding,
        string attributes,
        string categories = "",
        int firstMonth = 1,
        string from = "2020-01-01") =>
        Encoding.UTF8.GetBytes(Expand($$"""
        {
          "id": "t", "version": "1", "effective": {"from": "{{from}}"}, "name": @T, "source": @T,
          "subjects": {"kind": "member"{{Member("attributes", attributes)}}{{Member("categories", categories)}}},
          "firstMonth": {{firstMonth}}, "round": "{{round}}",
          {{(rounding.Length > 0 ? $"\"rounding\": {{\"mode\": \"{rounding}\", \"places\": 2}}," : "")}}
          "levels": {"low": @T, "high": @T}, "evaluators": {"self": @T, "peers": @T},
          {{sections}}
        }
        """));
}
