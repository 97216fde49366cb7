using PartyRules.Diagnostics;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Tests;

/// <summary>
/// Schemes of which nothing is wrong, each with one seeded mistake: it is refused when the scheme is read, or found. All of them are.
/// </summary>
public sealed class MutantsOfASchemeAreFound
{
    private const int OfEach = 8;

    public static TheoryData<string> Kinds =>
    [
        "a gap above the highest total",
        "an overlap",
        "swapped bounds",
        "a dead item",
        "a limit that never binds",
        "a limit below one entry",
        "a maximum out of reach",
        "an entry above its maximum",
        "bands that fall",
        "a band twice",
        "a condition against its grade",
        "counts that exclude each other",
        "a forced grade that never decides",
        "two forced grades at odds",
        "a name twice",
        "an unused record",
        "half a year",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryOneOfAKind(string kind)
    {
        var chance = new Chance((ulong)kind.Length * 1000);
        for (var i = 0; i < OfEach; i++)
        {
            var (before, mutation, code) = Mutant(kind, chance);
            Found(before).Should().BeEmpty("nothing is wrong before");
            Found([.. before, mutation]).Should().Contain(code, $"{kind}: {mutation}");
        }
    }

    /// <summary>The codes of what is refuted; the code of the problem where the scheme is refused.</summary>
    private static List<string> Found((string Path, string? Json)[] changes)
    {
        try
        {
            var verified = SchemeVerifier.Verify(Invented.With(changes));
            verified.Refuted.Where(finding => finding.Example is not null && finding.Example.Results.Count == 0).Should().BeEmpty();
            return [.. verified.Refuted.Where(finding => finding.Severity != Severity.Remark).Select(finding => finding.Code)];
        }
        catch (ProblemException exception)
        {
            return [.. exception.Problems.Select(problem => problem.Code)];
        }
    }

    private static ((string Path, string? Json)[] Before, (string Path, string? Json) Mutation, string Code) Mutant(
        string kind, Chance chance)
    {
        var limit = 3 + chance.Below(3);
        var most = 20 + (12 * limit) + 20;
        var (excellent, qualified) = (most - chance.Below(10), 30 + chance.Below(10));
        (string, string?)[] before =
        [
            ("components.1.limit.points", $"{limit}"),
            ("components.1.maximum", $"{12 * limit}"),
            ("grades.bands.0.from", $"{excellent}"),
            ("grades.bands.1.from", $"{qualified}"),
        ];
        var (mutation, code) = kind switch
        {
            "a gap above the highest total" => (("grades.bands.0.from", $"{most + 1 + chance.Below(50)}"), "grade.reached"),
            "an overlap" => (("grades.bands.1.from", $"{excellent}"), "scheme.band-order"),
            "swapped bounds" => (("grades.bands.0.from", $"{qualified - 1 - chance.Below(20)}"), "scheme.band-order"),
            "a dead item" => (($"components.{chance.Of(["0", "1", "2"])}.items.0.worth.each", "0"), "item.counts"),
            "a limit that never binds" => (("components.1.limit.points", $"{(12 * limit) + chance.Below(30)}"), "limit.binds"),
            "a limit below one entry" => (("components.1.limit.points", chance.Of(["0.5", "1", "1.5"])), "item.whole"),
            "a maximum out of reach" => (("components.1.maximum", $"{(12 * limit) + 1 + chance.Below(20)}"), "component.maximum"),
            "an entry above its maximum" => (("components.2.items.0.worth.each", $"{21 + chance.Below(50)}"), "item.whole"),
            "bands that fall" => (("components.1.items.1.worth", Bands(chance, -1)), "worth.rises"),
            "a band twice" => (("components.1.items.1.worth", Bands(chance, 0)), "worth.band"),
            "a condition against its grade" => (("outcomes.0.when", Against(chance, excellent, qualified)), "outcome.follows"),
            "counts that exclude each other" => (("outcomes.0.when", Counts(chance)), "outcome.follows"),
            "a forced grade that never decides" => (
                ("grades.forced.+", Forced(chance.Of(["exactly", "floor"]), "violation", 1 + chance.Below(3))), "forced.decides"),
            "two forced grades at odds" => (("grades.forced.+", Forced("exactly", "praise", 1 + chance.Below(4))), "forced.agree"),
            "a name twice" => (
                chance.Below(2) == 0
                    ? ($"components.{chance.Of(["1", "2"])}.items.0.name.en", "\"Missed a meeting\"")
                    : ($"components.{chance.Of(["1", "2"])}.items.0.name.zh-Hans", "\"缺席会议\""),
                "names.apart"),
            "an unused record" => (("records.+", """{"code": "more", "name": {"zh-Hans": "更多", "en": "More"}}"""), "record.used"),
            _ => (("effective.to", $"\"2026-{1 + chance.Below(11):00}-28\""), "scheme.scores"),
        };
        return (before, mutation, code);
    }

    private static string Bands(Chance chance, int step)
    {
        var points = 2 + chance.Below(3);
        var from = 2 + chance.Below(9);
        return $$"""
            {"bands": {"kind": "steps", "of": [{"from": 1, "points": {{points}} }, {"from": {{from}}, "points": {{points + step}} }]} }
            """;
    }

    private static string Against(Chance chance, int excellent, int qualified) => chance.Below(3) switch
    {
        0 => $$$"""{"all": [{"grade": ["excellent"]}, {"total": {"below": {{{excellent - chance.Below(9)}}} } }]}""",
        1 => $$$"""{"all": [{"grade": ["qualified"]}, {"not": {"total": {"atLeast": {{{qualified - chance.Below(9)}}} } } }]}""",
        _ => $$$"""{"all": [{"total": {"atLeast": {{{excellent}}} } }, {"grade": ["qualified"]}]}""",
    };

    private static string Counts(Chance chance)
    {
        var count = 1 + chance.Below(5);
        return $$$"""
            {
              "all": [
                {"entries": {"of": "visit", "count": {"atLeast": {{{count}}} } } },
                {"grade": ["qualified"]},
                {"entries": {"of": "visit", "count": {"below": {{{count}}} } } }
              ]
            }
            """;
    }

    private static string Forced(string effect, string item, int count) => $$$"""
        {
          "id": "more", "grade": "excellent", "as": "{{{effect}}}",
          "when": {"entries": {"of": "{{{item}}}", "count": {"atLeast": {{{count}}} } } },
          "finding": {"code": "more", "name": {"zh-Hans": "立功", "en": "Did a great deed"}},
          "cites": {"clause": "invented/more", "text": {"zh-Hans": "另有", "en": "More"}}
        }
        """;
}
