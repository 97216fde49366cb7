using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses;

/// <summary>An account says what happened to a subject, and nothing that did not.</summary>
public sealed class AccountsOfWhatHappened
{
    [Theory]
    [InlineData("", "up", "Grade: Low, at which those start who have no previous one.", "moved")]
    [InlineData("low", "up", "Grade: High, moved from Low, the previous one. [t/c, a choice] Example\n    +1: entries of", "as before")]
    [InlineData("low", "", "Grade: Low, as before.", "moved")]
    public void AGradeIsMovedOnlyFromAPreviousOne(string previous, string recorded, string told, string untold) =>
        Told(
            Scheme("""
                "components": [], "records": [{"code": "up", "name": @T}],
                "grades": {"rounding": {"mode": "none"}, "cites": @C,
                  "bands": [{"id": "high", "name": {"zh-Hans": "高", "en": "High"} }, {"id": "low", "name": {"zh-Hans": "低", "en": "Low"} }],
                  "moves": {"start": "low", "of": [{"by": 1, "when": {"entries": {"of": "up", "count": {"atLeast": 1} } }, "cites": @C}]} }
                """),
            new Subject { Id = "m1", Kind = "member", PreviousGrade = previous },
            [],
            recorded.Length == 0 ? [] : [Entry(recorded, "2026-01-01")])
        .Should().Contain(told).And.NotContain(untold);

    [Theory]
    [InlineData("40", "Carried over from Example: 10% of its total of 40.")]
    [InlineData(null, "Nothing is carried over from Example: there is no result with a total.")]
    public void OnlyAResultIsCarriedOver(string? total, string told) =>
        Told(
            Scheme("""
                "inputs": [{"id": "before", "name": @T, "scheme": "t", "from": "self", "yearsBefore": 1, "cites": @C}],
                "components": [{"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": null, "items": [],
                  "carries": [{"of": "before", "percent": 10, "missing": "zero", "cites": @C}], "cites": @C}]
                """),
            new Subject { Id = "m1", Kind = "member" },
            total is null ? [] : [new EarlierResult("t", "m1", Period.OfYear(2025), Points.Parse(total))])
        .Should().Contain(told);

    [Theory]
    [InlineData("""{"rate": {"of": ["came"], "among": ["came", "missed"]}, "otherwise": 1, "cites": @C}""",
        "Multiplied by 2/3: 2 of 3.")]
    [InlineData("""{"records": ["score"], "otherwise": 0.5, "cites": @C}""", "Multiplied by 0.5, as there are no records.")]
    [InlineData("""{"attribute": "weight", "otherwise": 1, "cites": @C}""", "Multiplied by 1, as the column 'weight' is empty.")]
    [InlineData("""{"percent": 150, "cites": @C}""", "Multiplied by 1.5.")]
    public void AMultiplierIsToldWithTheCountsBehindIt(string multiplier, string told) =>
        Multiplied(multiplier).Explained(Entries()).Should().Contain(told);

    [Theory]
    [InlineData("atLeast", "Multiplied by 1.5.", "asks for")]
    [InlineData("below", "Considered and not applied:\n    Example: asks for", "Multiplied by")]
    public void AMultiplierThatDoesNotApplyIsNotSaidToMultiply(string bound, string told, string untold) =>
        Multiplied($$"""
            {"percent": 150, "when": {"entries": {"of": "came", "count": {"{{bound}}": 2} } }, "cites": @C}
            """).Explained(Entries()).Should().Contain(told).And.NotContain(untold);

    [Fact]
    public void TheCitationOfAnItemIsToldWhereItsPointsAre()
    {
        var own = Item("a", """{"value": true}""", """ "cites": {"clause": "t/own", "text": {"zh-Hans": "本条", "en": "Its own"} }""");

        Scheme($$""" "components": [{{Component($$""" "items": [{{own}}, {{Item("b", """{"value": true}""")}}]""")}}]""")
            .Explained(Entry("a", "2026-01-01", "5"), Entry("b", "2026-01-02", "7"))
            .Should().Contain(" Example: +5. [t/own] Its own\n").And.Contain(" Example: +7\n");
    }

    private static Entry[] Entries() =>
        [
            Entry("a", "2026-01-01", "6"), Entry("came", "2026-01-02"), Entry("came", "2026-01-03"), Entry("missed", "2026-01-04"),
        ];

    private static Scheme Multiplied(string multiplier) => Scheme(
        $$"""
        "records": [{"code": "came", "name": @T}, {"code": "missed", "name": @T},
          {"code": "score", "name": @T, "valueRequired": true}],
        "components": [{{Component($$"""{{Only("a")}}, "multipliers": [{{multiplier}}]""")}}]
        """,
        attributes: """ "weight": {"name": @T, "kind": "number"} """);

    private static string Told(Scheme scheme, Subject subject, IReadOnlyList<EarlierResult> earlier, params Entry[] entries) =>
        Explainer.Explain(
            new Scorer(scheme, new ScorerOptions { Derivations = true }).Score([subject], entries, 2026, earlier: earlier)[^1],
            Language.English);
}
