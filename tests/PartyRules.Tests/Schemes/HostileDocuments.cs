using System.Diagnostics;
using System.Text;
using PartyRules.Cases;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Tests.Schemes;

/// <summary>Documents that are made to do harm: reading each ends soon, in little memory, with problems that say what is wrong.</summary>
public sealed class HostileDocuments : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void ADepthWithoutEnd(string bracket) => Refused(string.Concat(Enumerable.Repeat(bracket, 100_000)), "scheme.json-too-deep");

    [Theory]
    [InlineData("1e999999999", "scheme.wrong-kind")]
    [InlineData("99999999999999999999999999999999999999", "scheme.wrong-kind")]
    [InlineData("-1e-999999999", "scheme.wrong-kind")]
    [InlineData("0.0000000000000000000000000000001", "scheme.wrong-kind")]
    [InlineData("NaN", "scheme.json-quotes-missing")]
    [InlineData("Infinity", "scheme.json-quotes-missing")]
    public void ANumberBeyondAllBounds(string number, string code) => Refused(Scheme($"\"start\": {number}"), code);

    [Fact]
    public void ANumberOfAMillionDigits() => Refused(Scheme($"\"start\": {new string('9', 1_000_000)}"), "scheme.wrong-kind");

    [Fact]
    public void AFileOfAHundredMegabytesIsNotReadAtAll()
    {
        var file = Path.Combine(folder, "large.json");
        using (var stream = File.Create(file))
            stream.SetLength(100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Problems(() => SchemeReader.ReadFile(file))
            .Should().ContainSingle(problem => problem.Code == "scheme.too-large" && problem.Message.English.Contains("100000000"));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000_000);
    }

    [Fact]
    public void AStringOfMegabytesIsCutWhereItIsShown() =>
        Refused(Scheme($"\"start\": \"{new string('长', 1_200_000)}\""), "scheme.wrong-kind").Message.Chinese.Length
            .Should().BeLessThan(500);

    [Fact]
    public void TheSameKeyATenThousandTimes() => Refused($"{{{string.Join(',', Enumerable.Repeat("\"a\":1", 10_000))}}}", "scheme.more");

    [Fact]
    public void MoreMembersThanAnybodyWrites() =>
        Refused($"{{{string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"a{i}\":1"))}}}", "scheme.too-many");

    [Fact]
    public void AThousandMistakesAndMoreAreListedInPart()
    {
        var problems = Problems(() => Read($"{{{string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"\"a{i}\":1"))}}}"));

        problems.Should().HaveCount(1001);
        problems[^1].Code.Should().Be("scheme.more");
    }

    [Fact]
    public void NamesThatGrowWithTheDepthAreNotMultiplied()
    {
        var name = new string('n', 60_000);
        var inner = string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"\"a{i}\":1"));

        Refused(
            string.Concat(Enumerable.Repeat($"{{\"{name}\":", 50)) + $"{{{inner}}}" + new string('}', 50),
            "scheme.unknown-key").Message.English.Length
            .Should().BeLessThan(1000);
    }

    [Theory]
    [InlineData("\0", "scheme.json-character")]
    [InlineData("{\"id\": \"a\0b\"}", "scheme.json-text-broken")]
    [InlineData("{\"id\": \"\\ud800\"}", "scheme.json-half-character")]
    [InlineData("{\"\\udc00\": 1}", "scheme.json-half-character")]
    public void CharactersThatAreNone(string text, string code) => Refused(text, code);

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x7D })]
    public void BytesThatAreNoText(byte[] bytes) =>
        Problems(() => SchemeReader.Read(bytes, "hostile.json"))
            .Should().ContainSingle(problem => problem.Code == "scheme.encoding" && problem.Location.Line == 1);

    [Fact]
    public void AByteOrderMarkIsPassedOver() =>
        SchemeReader.Read((byte[])[.. "\uFEFF"u8, .. BuiltInSchemes.Text("fengxian").Span], "marked.json").Id.Should().Be("fengxian");

    [Fact]
    public void ThousandsOfItemsOfOneCode() => Refused(
        Scheme("\"start\": 0", string.Join(',', Enumerable.Range(0, 5_000).Select(_ => Item("a")))), "scheme.items-overlap");

    [Fact]
    public void ThousandsOfItems() =>
        Read(Scheme("\"start\": 0", string.Join(',', Enumerable.Range(0, 9_000).Select(i => Item($"a{i}"))))).Items
            .Should().HaveCount(9_000);

    [Fact]
    public void ThousandsOfBands()
    {
        var bands = string.Join(',', Enumerable.Range(0, 9_000).Select(i => $$"""{"from": {{i}}, "points": 1}"""));

        Read(Scheme("\"start\": 0", Item("a", $$"""{"bands": {"kind": "steps", "of": [{{bands}}]} }"""))).Items.Should().ContainSingle();
    }

    [Fact]
    public void ThousandsOfGradesAndReferencesToThem()
    {
        var bands = string.Join(
            ',',
            Enumerable.Range(0, 5_000)
                .Select(i => Drafts.Expand($$"""{"id": "g{{i}}", "name": @T{{(i < 4_999 ? $", \"from\": {10_000 - i}" : "")}}}""")));
        var named = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"g{i}\""));
        var forced = string.Join(',', Enumerable.Range(0, 2_000).Select(i => Drafts.Expand($$"""
            {"id": "f{{i}}", "grade": "g{{i}}", "as": "floor", "when": {"entries": {"of": "a", "count": {"atLeast": {{i + 1}} } } },
              "finding": {"code": "f", "name": @T}, "cites": @C}
            """)));
        var outcome = Drafts.Expand(
            $$"""{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {"grade": [{{named}}]}, "cites": @C}""");

        Read(Scheme("\"start\": 0", Item("a"), Drafts.Expand($$"""
            , "grades": {"rounding": {"mode": "none"}, "bands": [{{bands}}], "forced": [{{forced}}], "cites": @C}, "outcomes": [{{outcome}}]
            """))).Grades!.Bands.Should().HaveCount(5_000);
    }

    [Fact]
    public void AConditionThatIsAsDeepAsItMayBe()
    {
        var deep = string.Concat(
            Enumerable.Repeat("{\"not\": ", 50)) + "{\"entries\": {\"of\": \"a\", \"count\": {\"atLeast\": 1}}}" + new string('}', 50);

        Read(Scheme("\"start\": 0", Item("a"), Drafts.Expand($$"""
            , "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {{deep}}, "cites": @C}]
            """))).Outcomes.Should().ContainSingle();
    }

    [Theory]
    [InlineData("town", "town → town")]
    [InlineData("village", "town → village → town")]
    public void SchemesThatExtendEachOther(string extended, string chain)
    {
        foreach (var (id, higher) in new[] { ("town", extended), ("village", "town") })
            File.WriteAllText(Path.Combine(folder, $"{id}.json"), Drafts.Expand($$"""
                {"extends": {"scheme": "{{higher}}", "version": "1"}, "id": "{{id}}", "version": "1", "effective": {"from": "2026-01-01"},
                  "name": @T, "source": @T}
                """));

        Problems(() => SchemeReader.ReadFile(Path.Combine(folder, "town.json")))
            .Should()
            .ContainSingle(problem => problem.Code == "scheme.layer-cycle" && problem.Message.English.Contains($"circle: {chain}."));
    }

    [Fact]
    public void MoreLayersThanAnybodyHas()
    {
        for (var i = 0; i < 9; i++)
            File.WriteAllText(Path.Combine(folder, $"s{i}.json"), Drafts.Expand($$"""
                {"extends": {"scheme": "s{{i + 1}}", "version": "1"}, "id": "s{{i}}", "version": "1", "effective": {"from": "2026-01-01"},
                  "name": @T, "source": @T}
                """));

        Problems(() => SchemeReader.ReadFile(Path.Combine(folder, "s0.json")))
            .Should().ContainSingle(problem => problem.Code == "scheme.layer-depth" && problem.Location.File!.EndsWith("s8.json"));
    }

    [Fact]
    public void AHigherSchemesNameIsNoPath()
    {
        var file = Path.Combine(folder, "town.json");
        File.WriteAllText(file, Drafts.Expand("""
            {"extends": {"scheme": "../../etc/passwd", "version": "1"}, "id": "town", "version": "1", "effective": {"from": "2026-01-01"},
              "name": @T, "source": @T}
            """));

        Problems(() => SchemeReader.ReadFile(file))
            .Should().ContainSingle(problem => problem.Code == "scheme.unknown" && problem.Location.Path == "$.extends.scheme");
    }

    [Theory]
    [InlineData(1000, 100, "case.beyond-year")]
    [InlineData(1000, 101, "case.too-many")]
    [InlineData(2, 100, null)]
    [InlineData(3, 1, "case.beyond-year")]
    [InlineData(1000000000, 1, "case.times")]
    public void CasesThatRepeatWithoutEnd(int times, int entries, string? code)
    {
        var entry = $$"""{"item": "absent", "date": "2026-01-10", "times": {{times}}, "every": "half-year"}""";
        var text = Drafts.Expand($$"""
            {"scheme": "haizhou",
              "cases": [{"name": @T, "year": 2026, "subjects": [{"id": "m1"}],
                "entries": [{{string.Join(',', Enumerable.Repeat(entry, entries))}}], "expected": []}]}
            """);

        if (code is null)
            SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("haizhou"));
        else
            Problems(() => SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("haizhou")))
                .Should().Contain(problem => problem.Code == code);
    }

    [Theory]
    [InlineData("1/0")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))")]
    [InlineData("999999999*999999999*999999999*999999999*999999999*999999999*999999999")]
    [InlineData("- - - 1")]
    public void FiguresThatCannotBeWorkedOut(string figure)
    {
        var text = Drafts.Expand($$"""
            {"scheme": "fengxian",
              "cases": [{"name": @T, "year": 2026, "subjects": [{"id": "m1", "category": "organ", "employment": "in-post"}],
                "expected": [{"subject": "m1", "total": "{{figure}}"}]}]}
            """);

        Problems(() => SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("fengxian"))
            .SelectMany(worked => worked.Run(new Scorer(BuiltInSchemes.Get("fengxian"))))
            .ToList() is [var first, ..] ? throw new ProblemException(first) : null!)
            .Should().ContainSingle();
    }

    private static string Item(string code, string worth = "{\"each\": 1}") =>
        Drafts.Expand($$"""{"code": "{{code}}", "name": @T, "effect": "add", "worth": {{worth}}}""");

    private static string Scheme(string start, string? items = null, string more = "") => Drafts.Expand($$"""
        {"id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
          "round": "year",
         "components": [{"id": "c", "name": @T, {{start}}, "minimum": 0, "maximum": 1000, "items": [{{items ?? Item("a")}}],
           "cites": @C}]{{more}}}
        """);

    private static Scheme Read(string text) => SchemeReader.Read(Encoding.UTF8.GetBytes(text), "hostile.json");

    private static Problem Refused(string text, string code) =>
        Problems(() => Read(text)).Should().Contain(problem => problem.Code == code).And.Subject.First(problem => problem.Code == code);

    /// <summary>What is said about a document, within a time that is long for any honest one.</summary>
    private static IReadOnlyList<Problem> Problems(Func<object> read)
    {
        var watch = Stopwatch.StartNew();
        var problems = FluentActions.Invoking(read).Should().Throw<ProblemException>().Which.Problems;
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
        return problems;
    }
}
