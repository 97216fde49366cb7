using System.Text;
using System.Text.Json;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Tests.Schemes;

/// <summary>A scheme of a department's own may be written in one language; what is built in has both.</summary>
public sealed class TextsInOneLanguage
{
    private const string Scheme = """
        {
          "id": "own", "version": "1", "effective": {"from": "2026-01-01"}, "name": {"zh-Hans": "积分"}, "source": {"zh-Hans": "办法"},
          "subjects": {"kind": "member"}, "round": "year",
          "components": [{"id": "tasks", "name": {"zh-Hans": "任务分"}, "start": 0, "minimum": 0, "maximum": 60,
            "items": [{"code": "visit", "name": {"en": "Visits"}, "effect": "add", "worth": {"each": 2}}],
            "cites": {"clause": "own/1", "text": {"zh-Hans": "任务分最高60分"}}}]
        }
        """;

    private static readonly Scorer Scorer = new(SchemeReader.Read(Encoding.UTF8.GetBytes(Scheme), "own.json"));

    [Fact]
    public void AMissingTextIsThatOfTheOtherLanguageAndSaysSo()
    {
        var name = Scorer.Versions.All[0].Items[0].Name;

        name.English.Should().Be("Visits");
        name.Chinese.Should().Be("Visits (en)");
        Scorer.Versions.All[0].Name.English.Should().Be("积分 (zh-Hans)");
    }

    [Fact]
    public void AnAccountReadsInBothLanguages()
    {
        var entry = new Entry { Id = "e1", Subject = "m1", Item = "visit", Date = new DateOnly(2026, 3, 5) };
        var result = new Scorer(Scorer.Versions, new ScorerOptions { Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], [entry], 2026).Single();

        Explainer.Explain(result, Language.English).Should().Contain("任务分 (zh-Hans)").And.Contain("Visits");
        Explainer.Explain(result, Language.ChineseSimplified).Should().Contain("任务分").And.Contain("Visits (en)");
    }

    [Fact]
    public void WhatIsBuiltInHasBothLanguages()
    {
        foreach (var id in BuiltInSchemes.Ids)
        {
            using var document = JsonDocument.Parse(BuiltInSchemes.Text(id));
            Untranslated(document.RootElement).Should().BeEmpty(id);
        }
    }

    private static IEnumerable<string> Untranslated(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("zh-Hans", out var chinese) != element.TryGetProperty("en", out _) =>
            [chinese.ToString()],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Untranslated(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Untranslated),
        _ => [],
    };
}
