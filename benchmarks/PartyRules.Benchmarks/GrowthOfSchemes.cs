using System.Text;
using PartyRules.Reading;

namespace PartyRules.Benchmarks;

/// <summary>Schemes that hold more and more of one thing: how long reading and checking them takes.</summary>
internal static class GrowthOfSchemes
{
    private const int Size = 1000;

    /// <summary>The situations.</summary>
    public static IReadOnlyList<Situation> All =>
    [
        Read("components", n => Components(n)),
        Read("items of one component", n => Components(1, n)),
        Read("records beside as many items", n => $"{Components(1, n)}, {Records(n)}"),
        Read("groups in a row", n => $"{Components(n)}, {Groups(n, i => [$"c{i}"])}"),
        Read("groups, each in the next", n => $"{Components(n)}, {Groups(n, i => i == 0 ? ["c0"] : [$"c{i}", $"g{i - 1}"])}"),
        Read("selections of one item each", n => $"{Components(1, n)}, {Selections(n, 1)}"),
        Read("items of one selection", n => $"{Components(1, n)}, {Selections(1, n)}"),
        Read("items of one code for a level each", n => $"{LevelsOf(n)}, {ItemsByLevel(n)}", ""),
        Read("outcomes that ask for several items", n => $"{Components(1, n)}, {Outcomes(n, i => AnyOf(i, n))}"),
        Read("outcomes that ask for an attribute", n => $"{Components(1)}, {Outcomes(n, _ => Attribute)}"),
        Read("forced grades", n => $"{Components(1)}, {Records(1)}, {Grades(3, n)}"),
        Read("grades", n => $"{Components(1)}, {Records(1)}, {Grades(n, n)}"),
        Read("requirements of a record each", n => $"{Records(n)}, {Requirements(n)}"),
        Read("follow-ups of two records each", n => $"{Records(2 * Math.Min(n, 2000))}, {FollowUps(Math.Min(n, 2000))}", size: 500),
        Read("lapses of a record each", n => $"{Records(n)}, {Lapses(n)}"),
        Read("results that are carried over", n => $"{Inputs(n)}, {Carries(n)}"),
        Read("targets", n => $"{Components(1)}, {Targets(n)}"),
        Read("multipliers of one component", n => $"{Records(n)}, {Multipliers(n)}"),
        Read("tie-breaks", n => $"{Components(n)}, {Ranking(n)}"),
        Read("aliases", n => $"{Components(1, n)}, {Aliases(n)}"),
        Read("amounts that hold for a month each", Amounts),
        new("items and amounts of a lower layer", Size, n => () => ReadLayer(n)),
    ];

    /// <summary>A scheme of members with the given sections.</summary>
    public static ReadOnlyMemory<byte> Text(string sections, string levels = "\"levels\": {\"low\": @T, \"high\": @T},", string id = "t") =>
        Encoding.UTF8.GetBytes($$"""
            {
              "id": "{{id}}", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T,
              "subjects": {"kind": "member", "attributes": {"office": {"name": @T, "kind": "text"} } }, "round": "year",
              "rounding": {"mode": "half-up", "places": 2}, {{levels}} {{sections}}
            }
            """.Replace("@C", $$"""{"clause": "{{id}}/c", "text": @T, "choice": true}""", StringComparison.Ordinal)
                .Replace("@T", """{"zh-Hans": "例", "en": "E"}""", StringComparison.Ordinal));

    /// <summary>A section that is a list.</summary>
    public static string List(string key, int n, Func<int, string> part) => $"\"{key}\": [{Parts(n, part)}]";

    /// <summary>Records.</summary>
    public static string Records(int n) => List("records", n, i => $$"""{"code": "r{{i}}", "name": @T, "valueRequired": true}""");

    /// <summary>Components with items, whose codes are <c>i0</c> and so on.</summary>
    public static string Components(int n, int items = 1) =>
        List("components", n, i => Component(i, Parts(items, j => Item((i * items) + j))));

    /// <summary>A component.</summary>
    public static string Component(int i, string items, string more = "") =>
        $$"""{"id": "c{{i}}", "name": @T, "start": 0, "minimum": 0, "maximum": 9, {{more}} "items": [{{items}}], "cites": @C}""";

    private static string Parts(int n, Func<int, string> part) => string.Join(',', Enumerable.Range(0, n).Select(part));

    private static Situation Read(string name, Func<int, string> sections, string? levels = null, int size = Size) =>
        new($"read: {name}", size, n =>
        {
            var text = levels is null ? Text(sections(n)) : Text(sections(n), levels);
            return () => SchemeReader.Read(text, "t.json");
        });

    private static string Item(int i, string more = "") =>
        $$"""{"code": "i{{i}}", "name": @T, "effect": "add", {{more}} "worth": {"each": 1} }""";

    private static string LevelsOf(int n) => $$""" "levels": { {{Parts(n, i => $"\"l{i}\": @T")}} }""";

    private static string ItemsByLevel(int n) =>
        $"\"components\": [{Component(0, Parts(n, i => Item(0, $$""" "appliesTo": {"level": ["l{{i}}"]}, """)))}]";

    private static string Groups(int n, Func<int, string[]> of) => List("groups", n, i => $$"""
        {"id": "g{{i}}", "name": @T, "of": [{{string.Join(',', of(i).Select(id => $"\"{id}\""))}}], "minimum": 0, "maximum": 9, "cites": @C}
        """);

    private static string Selections(int n, int items) => List("selections", n, i => $$"""
        {"id": "s{{i}}", "items": [{{Parts(items, j => $"\"i{(i * items) + j}\"")}}], "keep": "highest", "atMost": 1,
         "within": "month", "cites": @C}
        """);

    private static string Outcomes(int n, Func<int, string> when) => List("outcomes", n, i =>
        $$"""{"code": "o{{i}}", "kind": "measure", "name": @T, "on": "round", "when": {{when(i)}}, "cites": @C}""");

    private static string AnyOf(int i, int n) => $$"""{"entries": {"anyOf": ["i{{i}}", "i{{(i + 1) % n}}"], "count": {"atLeast": 1} } }""";

    private const string Attribute = """{"attribute": {"of": "office", "is": ["secretary"]}}""";

    private static string Grades(int bands, int forced) => $$"""
        "grades": {
          "rounding": {"mode": "none"}, "cites": @C,
          "bands": [{{Parts(bands, i => $$"""{"id": "b{{i}}", "name": @T{{FromOf(i, bands)}} }""")}}],
          "forced": [{{Parts(forced, i => $$"""
            {"id": "f{{i}}", "grade": "b{{i % bands}}", "as": "exactly", "when": {"entries": {"of": "r0", "count": {"exactly": {{i}} } } },
             "finding": {"code": "f{{i}}", "name": @T}, "cites": @C}
            """)}}]
        }
        """;

    private static string FromOf(int band, int bands) => band == bands - 1 ? "" : $", \"from\": {bands - band}";

    private static string Requirements(int n) => List("requirements", n, i => $$"""
        {"id": "q{{i}}", "records": ["r{{i}}"], "take": "sum", "per": "month", "atLeast": 1, "unrecorded": "zero",
         "finding": {"code": "q{{i}}", "name": @T}, "cites": @C}
        """);

    private static string FollowUps(int n) => List("followUps", n, i => $$"""
        {"id": "p{{i}}", "promise": "r{{2 * i}}", "answer": "r{{(2 * i) + 1}}", "days": {"atMost": 10},
         "finding": {"code": "p{{i}}", "name": @T}, "cites": @C}
        """);

    private static string Lapses(int n) =>
        List("lapses", n, i => $$"""{"id": "x{{i}}", "of": ["r{{i}}"], "afterMonths": 2, "cites": @C}""");

    private static string Inputs(int n) => List("inputs", n, i =>
        $$"""{"id": "n{{i}}", "name": @T, "scheme": "t", "yearsBefore": {{i + 1}}, "from": "self", "cites": @C}""");

    private static string Carries(int n)
    {
        var carries = List("carries", n, i => $$"""{"of": "n{{i}}", "percent": 1, "missing": "zero", "cites": @C}""");
        return $"\"components\": [{Component(0, "", carries + ",")}]";
    }

    private static string Targets(int n) => List("targets", n, i =>
        $$"""{"id": "t{{i}}", "name": @T, "pool": "all", "when": {"total": {"atLeast": {{i}} } }, "cites": @C}""");

    private static string Multipliers(int n) => $"\"components\": [{Component(
        0, Item(0), List("multipliers", n, i => $$"""{"records": ["r{{i}}"], "otherwise": 1, "cites": @C}""") + ",")}]";

    private static string Ranking(int n) =>
        $$""" "ranking": {"pool": "all", "ties": "share", "tieBreaks": [{{Parts(n, i => $"\"c{i}\"")}}], "cites": @C}""";

    private static string Aliases(int n) => $$""" "aliases": {"items": { {{Parts(n, i => $"\"i{i}\": [\"also {i}\"]")}} } }""";

    private static string Amounts(int n) => List("components", n, i =>
        Component(i, Item(i)).Replace("\"maximum\": 9", $$"""
            "maximum": [{"is": 9}, {"is": 8, "from": "2026-0{{(i % 9) + 1}}-01", "to": "2026-0{{(i % 9) + 1}}-28", "cites": @C}]
            """, StringComparison.Ordinal));

    private static void ReadLayer(int n)
    {
        var amounts = Parts(n, i => $$"""{"at": "/components/c{{i}}/maximum", "atLeast": 1, "atMost": 9}""");
        var open = $$"""
            "layers": {"items": [{"component": "c0", "effects": ["add"], "maximum": 9}], "amounts": [{{amounts}}], "cites": @C}
            """;
        var set = List("amounts", n, i => $$"""{"at": "/components/c{{i}}/maximum", "value": 8, "cites": @C}""");
        var items = List("items", n, i => $$"""
            {"component": "c0", "item": {"code": "own{{i}}", "name": @T, "effect": "add", "worth": {"each": 1},
             "limit": {"per": "year", "points": 1, "cites": @C}, "cites": @C} }
            """);
        var layer = Encoding.UTF8.GetBytes($$"""
            {"extends": {"scheme": "t", "version": "1"}, "id": "u", "version": "1", "effective": {"from": "2026-01-01"},
             "name": @T, "source": @T, {{items}}, {{set}} }
            """.Replace("@C", """{"clause": "u/c", "text": @T, "choice": true}""", StringComparison.Ordinal)
                .Replace("@T", """{"zh-Hans": "例", "en": "E"}""", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("partyrules-growth-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "t.json"), Text($"{Components(n)}, {open}").Span);
            File.WriteAllBytes(Path.Combine(folder.FullName, "u.json"), layer);
            SchemeReader.ReadFile(Path.Combine(folder.FullName, "u.json"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
