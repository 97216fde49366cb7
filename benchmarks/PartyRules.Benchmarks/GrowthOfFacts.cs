using System.Globalization;
using PartyRules.Engine.Fluent;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>More and more subjects, entries and references of small schemes: how long scoring, checks included, takes.</summary>
internal static class GrowthOfFacts
{
    private const int Size = 20_000;
    private const int Year = 2026;

    /// <summary>The situations.</summary>
    public static IReadOnlyList<Situation> All =>
    [
        One("entries of one subject", Forcing(""" "entries": {"of": "r0", "count": {"atLeast": 1} } """)),
        One("references of one subject, counted", Windows("reference"), 40_000, i => Entry(i, reference: $"ref{i}")),
        One("references of one subject, distinct", Forcing(""" "entries": {"of": "r0", "distinct": {"atLeast": 1} } """), reference: true),
        One("entries of one subject, per day", Windows("day"), 250_000),
        One("entries of one subject, required per day", Required, 25_000),
        One("entries of as many codes, of which any counts", "", 1000, i => Entry(i, $"r{i}"), schemeOf: n => Scheme(AnyOf(n), n)),
        One("entries of one reference, corrected", Corrected, reference: true, of: i => Entry(i, i == 0 ? "r1" : "r0", "same"), codes: 2),
        One("entries of one reference, suspended", Suspended, 5000, i => Entry(i, i % 2 == 0 ? "r1" : "r0", "same"), codes: 3),
        One("promises of one reference, answered", Promised, 5000, i => Entry(i, i % 2 == 0 ? "r1" : "r0", "same"), codes: 2),
        One("promises of one reference, not answered", Promised, 5000, i => Entry(i, "r0", "same"), codes: 2),
        One("selections, one for each reference", Selected("reference"), of: i => Entry(i, "i0", $"ref{i}")),
        One("entries of one selection", Selected("month"), of: i => Entry(i, "i0")),
        One("ratings by as many evaluators", "", 500, i => Entry(i, "i0", by: $"e{i}"), schemeOf: Appraising),
        Many("subjects of one pool", Ranked),
        Many("subjects, each a pool", Ranked.Replace("\"all\"", "\"parent\"", StringComparison.Ordinal)),
        Many("subjects over the rounds of a year", "", 500, "month"),
        Many("subjects over a year of two versions", "", 500, "month", versions: 2),
        Explained("components of an account", 500),
    ];

    private static string Required => GrowthOfSchemes.List("requirements", 1, _ => """
        {"id": "q", "records": ["r0"], "per": "day", "atLeast": 1, "unrecorded": "zero", "take": "count",
         "finding": {"code": "q", "name": @T}, "cites": @C}
        """);

    private static string Corrected => """ "lapses": [{"id": "x", "of": ["r0"], "by": "r1", "cites": @C}]""";

    private static string Suspended => """ "lapses": [{"id": "x", "of": ["r0"], "by": "r1", "until": "r2", "cites": @C}]""";

    private static string Promised => """
        "followUps": [{"id": "p", "promise": "r0", "answer": "r1", "days": {"atMost": 1},
         "finding": {"code": "p", "name": @T}, "cites": @C}]
        """;

    private static string Ranked => """ "ranking": {"pool": "all", "ties": "share", "tieBreaks": ["c0"], "cites": @C}""";

    private static string AnyOf(int n) => Forcing($$"""
        "entries": {"anyOf": [{{string.Join(',', Enumerable.Range(0, n).Select(i => $"\"r{i}\""))}}], "count": {"atLeast": 1} }
        """);

    private static string Selected(string within) =>
        $$""" "selections": [{"id": "s", "items": ["i0"], "keep": "highest", "atMost": 1, "within": "{{within}}", "cites": @C}]""";

    private static string Windows(string per) => Forcing($$"""
        "windows": {"per": "{{per}}", "inARow": false, "entries": {"of": "r0", "count": {"atLeast": 1} }, "count": {"atLeast": 1} }
        """);

    private static string Forcing(string when) => $$"""
        "outcomes": [{"code": "o", "kind": "measure", "name": @T, "on": "round", "when": { {{when}} }, "cites": @C}]
        """;

    private static Situation One(
        string name,
        string sections,
        int size = Size,
        Func<int, Entry>? of = null,
        bool reference = false,
        int codes = 1,
        Func<int, Scheme>? schemeOf = null) =>
        new($"score: {name}", size, n =>
        {
            var scheme = schemeOf?.Invoke(n) ?? Scheme(sections, codes);
            var scorer = new Scorer(scheme);
            Entry[] entries = [.. Enumerable.Range(0, n).Select(of ?? (i => Entry(i, reference: reference ? $"ref{i}" : "")))];
            return () => scorer.Score([Subject(0)], entries, Year);
        });

    private static Situation Many(string name, string sections, int size = Size, string round = "year", int versions = 1) =>
        new($"score: {name}", size, n =>
        {
            var scorer = new Scorer(new SchemeVersions(Enumerable.Range(0, versions).Select(i => Scheme(sections, 1, round, i))));
            Subject[] subjects = [.. Enumerable.Range(0, n).Select(Subject)];
            Entry[] entries = [.. Enumerable.Range(0, n * 12).Select(i => Entry(i, "i0", subject: i % n, month: (i / n) + 1))];
            return () => scorer.Score(subjects, entries, Year);
        });

    private static Situation Explained(string name, int size) => new($"explain: {name}", size, n =>
    {
        var scheme = SchemeReader.Read(GrowthOfSchemes.Text(GrowthOfSchemes.Components(n)), "t.json");
        Entry[] entries = [.. Enumerable.Range(0, n).Select(i => Entry(i, $"i{i}"))];
        var assessment = new Scorer(scheme, new ScorerOptions { Derivations = true }).Score([Subject(0)], entries, Year)[0];
        return () => Explainer.Explain(assessment, Language.English);
    });

    private static Scheme Appraising(int evaluators)
    {
        var weight = (100m / evaluators).ToString(CultureInfo.InvariantCulture);
        var weights = Enumerable.Range(0, evaluators).Select(i => $"\"e{i}\": {weight}");
        var item = $$"""
            {"code": "i0", "name": @T, "effect": "add", "worth": {"each": 1}, "appraisal": {"missing": "zero", "cites": @C, "weights": {
              {{string.Join(',', weights)}} } } }
            """;
        var names = $$"""
            "levels": {}, "evaluators": { {{string.Join(',', Enumerable.Range(0, evaluators).Select(i => $"\"e{i}\": @T"))}} },
            """;
        return SchemeReader.Read(
            GrowthOfSchemes.Text($"\"components\": [{GrowthOfSchemes.Component(0, item)}]", names), "t.json");
    }

    private static Scheme Scheme(string sections, int codes, string round = "year", int version = 0)
    {
        var text = System.Text.Encoding.UTF8.GetString(GrowthOfSchemes.Text(
            $"{GrowthOfSchemes.Components(1)}, {GrowthOfSchemes.Records(codes)}{(sections.Length > 0 ? ", " : "")}{sections}").Span);
        text = text.Replace("\"round\": \"year\"", $"\"round\": \"{round}\"", StringComparison.Ordinal)
            .Replace("\"valueRequired\": true", "\"valueRequired\": false", StringComparison.Ordinal);
        if (version > 0)
            text = text.Replace("2020-01-01", "2026-07-01", StringComparison.Ordinal)
                .Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal);
        return SchemeReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "t.json");
    }

    private static Subject Subject(int i) => new() { Id = $"m{i}", Kind = "member", Parent = $"p{i}" };

    private static Entry Entry(int i, string item = "r0", string reference = "", int subject = 0, int? month = null, string by = "") =>
        new()
        {
            Id = $"e{i}",
            Subject = $"m{subject}",
            Item = item,
            Date = month is { } of ? new DateOnly(Year, of, 1) : new DateOnly(Year, 1, 1).AddDays(i % 365),
            Reference = reference,
            Evaluator = by,
        };
}
