using System.Text;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Tests.Schemes;

/// <summary>
/// Reading a scheme of twice as many clauses takes twice the memory, not four times: no clause copies or goes through all the others.
/// </summary>
public sealed class SchemesOfAnySize
{
    private const int Size = 500;

    public static TheoryData<string> Kinds =>
        ["groups", "nested groups", "selections", "outcomes", "requirements", "lapses", "inputs", "amounts"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TwiceAsManyClausesTakeTwiceTheMemory(string kind)
    {
        Read(kind, Size);

        var (once, twice) = (Allocated(kind, Size), Allocated(kind, 2 * Size));

        (twice / (double)once).Should().BeLessThan(2.6, "what grows with the square takes four times as much");
    }

    [Fact]
    public void GroupsMayLieInEachOtherHoweverDeep()
    {
        const int Deep = 8000;
        var scheme = Read("nested groups", Deep);
        Entry[] entries = [.. Enumerable.Range(0, Deep).Select(i => Scored.Entry($"i{i}", "2026-03-01", "1"))];

        var assessment = new Scorer(scheme, new ScorerOptions { Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026).Single();

        assessment.Total.Should().Be((Points)Deep - 1, "the last group counts at most one less than its components");
        Explainer.Explain(assessment, Language.English).Should().Contain($"    Example: {Deep - 1}. [t/c");
    }

    private static long Allocated(string kind, int n)
    {
        var text = Text(kind, n);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SchemeReader.Read(text, "t.json");
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PartyRules.Schemes.Scheme Read(string kind, int n) => SchemeReader.Read(Text(kind, n), "t.json");

    private static byte[] Text(string kind, int n)
    {
        var components = List("components", n, i => Drafts.Component(Drafts.Only($"i{i}"), $"c{i}"));
        var records = List("records", n, i => $$"""{"code": "r{{i}}", "name": @T, "valueRequired": true}""");
        var sections = kind switch
        {
            "groups" => $"{components}, {Groups(n, i => $"\"c{i}\"")}",
            "nested groups" => $"{components}, {Groups(n, i => i == 0 ? "\"c0\"" : $"\"c{i}\", \"g{i - 1}\"")}",
            "selections" => $"{components}, " + List("selections", n, i =>
                $$"""{"id": "s{{i}}", "items": ["i{{i}}"], "keep": "highest", "atMost": 1, "within": "month", "cites": @C}"""),
            "outcomes" => $"{components}, " + List("outcomes", n, i => $$"""
                {"code": "o{{i}}", "kind": "measure", "name": @T, "on": "round", "cites": @C,
                 "when": {"entries": {"anyOf": ["i{{i}}", "i{{(i + 1) % n}}"], "count": {"atLeast": 1} } } }
                """),
            "requirements" => $"{records}, " + List("requirements", n, i => $$"""
                {"id": "q{{i}}", "records": ["r{{i}}"], "take": "sum", "per": "month", "atLeast": 1, "unrecorded": "zero",
                 "finding": {"code": "q{{i}}", "name": @T}, "cites": @C}
                """),
            "lapses" => $"{records}, " + List("lapses", n, i =>
                $$"""{"id": "x{{i}}", "of": ["r{{i}}"], "afterMonths": 2, "cites": @C}"""),
            "inputs" => List("inputs", n, i =>
                $$"""{"id": "n{{i}}", "name": @T, "scheme": "t", "yearsBefore": {{i + 1}}, "from": "self", "cites": @C}""")
                + $", \"components\": [{Drafts.Component("\"items\": [], " + List("carries", n, i =>
                    $$"""{"of": "n{{i}}", "percent": 1, "missing": "zero", "cites": @C}"""))}]",
            _ => components.Replace(
                "\"maximum\": 1000",
                """ "maximum": [{"is": 1000}, {"is": 8, "from": "2026-03-01", "cites": @C}] """,
                StringComparison.Ordinal),
        };
        return Encoding.UTF8.GetBytes(Drafts.Expand($$"""
            {
              "id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
              "round": "year", "rounding": {"mode": "half-up", "places": 2}, "levels": {}, {{sections}}
            }
            """).Replace("示例", "例", StringComparison.Ordinal));
    }

    private static string Groups(int n, Func<int, string> of) => List("groups", n, i =>
        $$"""{"id": "g{{i}}", "name": @T, "of": [{{of(i)}}], "minimum": 0, "maximum": {{n - 1}}, "cites": @C}""");

    private static string List(string key, int n, Func<int, string> part) =>
        $"\"{key}\": [{string.Join(',', Enumerable.Range(0, n).Select(part))}]";
}
