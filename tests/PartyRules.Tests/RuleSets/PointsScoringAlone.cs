using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.RuleSets;

/// <summary>The rules that give points, run by themselves.</summary>
public sealed class PointsScoringAlone
{
    [Fact]
    public void EntriesMakeATotalAndNothingThatTheSchemeSaysIsLeftOut()
    {
        // a: the best of one matter, 7 of 2 and 7; b: 4 of 6 by its own limit; c: 6 of 7 + 4 by the component's; start 10.
        var scheme = Scheme($$"""
            "components": [{"id": "c", "name": @T, "start": 10, "minimum": 0, "maximum": 1000,
              "limit": {"per": "month", "points": 6, "cites": @C}, "cites": @C,
              "items": [
                {{Item("a", """{"value": true}""")}},
                {{Item("b", """{"value": true}""", """ "limit": {"per": "month", "points": 4, "cites": @C}""")}}]}],
            "selections": [{"id": "s", "items": ["a"], "keep": "highest", "atMost": 1, "within": "reference", "cites": @C}]
            """);
        var dossier = Dossier(
            Entry("a", "2026-01-01", "2", reference: "x"), Entry("a", "2026-01-02", "7", reference: "x"), Entry("b", "2026-01-03", "6"));

        var evaluator = PointsRules.For(scheme).Evaluate([dossier, .. dossier.Entries]);

        evaluator.Facts<Credit>().Select(credit => credit.Points).Should().BeEquivalentTo(new Points[] { 7, 6 });
        evaluator.Facts<ComponentScore>().Should().ContainSingle().Which.Points.Should().Be((Points)16);
        evaluator.Facts<Total>().Should().ContainSingle().Which.Points.Should().Be((Points)16);
    }

    [Fact]
    public void TheFactsOfAScorerAreWhatTheyTake()
    {
        var scheme = PartyRules.Reading.BuiltInSchemes.Get("fengxian");
        Entry[] entries = [Entry("task.target", "2026-01-25", "6"), Entry("task.target", "2026-02-25", "5")];

        var evaluator = PointsRules.For(scheme).Evaluate(new Scorer(scheme).FactsOf(Subject("m1"), entries, 2026));

        evaluator.Facts<Total>().Should().ContainSingle().Which.Points.Should().Be(Member(entries).Total!.Value);
    }

    [Fact]
    public void AmountsThatHoldForATimeHaveRulesForEachTime()
    {
        var scheme = Scheme($$"""
            "components": [{{Component($$"""
              "limit": {"per": "month", "points": [{"is": 4}, {"is": 3, "from": "2026-07-01"}], "cites": @C}, {{Only("a")}}
              """)}}]
            """);
        var dossier = Dossier(Entry("a", "2026-07-01", "9"));

        FluentActions.Invoking(() => PointsRules.For(scheme)).Should().Throw<ArgumentException>();
        PointsRules.For(scheme.Parts[1]).Evaluate([dossier, .. dossier.Entries]).Facts<Total>().Single().Points.Should().Be((Points)3);
    }

    [Fact]
    public void PointsOfRulesInCodeAreNotLeftOutWithoutAWord() => FluentActions
        .Invoking(() => PointsRules.For(Scheme($$""" "components": [{{Component(""" "rules": "hours", "items": []""")}}] """)))
        .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "scheme.rules-absent");

    private static Dossier Dossier(params Entry[] entries) => new(new Subject { Id = "m1", Kind = "member" }, Period.OfYear(2026), entries);
}
