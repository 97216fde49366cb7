using System.Globalization;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Procedures;

/// <summary>Steps that follow one another: which are taken, which are out of order, and which are late.</summary>
public sealed class StepsInOrder
{
    [Theory]
    [InlineData("", "0", "")]
    [InlineData("a 01-01", "1", "")]
    [InlineData("a 01-01, b 01-05", "2", "")]
    [InlineData("a 01-01, b 01-01, c 01-02, d 01-02", "4", "")]
    [InlineData("a 01-01, b 01-05, d 01-06", "3", "")]
    [InlineData("a 01-05, b 01-04", "1", "early")]
    [InlineData("a 01-05, b 01-04, b 01-06", "2", "")]
    [InlineData("b 01-04", "0", "early")]
    [InlineData("a 01-01, d 01-06", "1", "early")]
    public void StepsAreTakenInTheirOrder(string entries, string taken, string findings) =>
        Told(Procedure(), "2026-01-14", entries).Should().Be($"{taken} {findings}");

    [Theory]
    [InlineData("a 01-01, b 01-05, d 01-15", "3", "")]
    [InlineData("a 01-01, b 01-05, d 01-16", "2", "late")]
    [InlineData("a 01-01, b 01-05, c 01-10, d 01-20", "4", "")]
    [InlineData("a 01-01, b 01-05, c 01-10, d 01-21", "3", "late")]
    [InlineData("a 01-01", "1", "")]
    public void AStepIsTakenInTimeAfterTheOneBeforeIt(string entries, string taken, string findings) =>
        Told(Procedure(), "2026-12-31", entries).Should().Be($"{taken} {findings}");

    [Theory]
    [InlineData("2026-01-15", "")]
    [InlineData("2026-01-16", "late")]
    public void AStepIsLateWhenItsTimeIsOver(string asOf, string findings) =>
        Told(Procedure(), asOf, "a 01-01, b 01-05").Should().Be($"2 {findings}");

    [Theory]
    [InlineData("a 01-05, b 01-04, d 01-06", "3 early")]
    [InlineData("a 01-01, b 01-05, d 01-16", "3 late")]
    [InlineData("a 01-01, d 01-06", "2 early")]
    public void AStepMayCountAllTheSame(string entries, string told) =>
        Told(Procedure(early: true, late: true), "2026-12-31", entries).Should().StartWith(told);

    [Theory]
    [InlineData("a 01-01, d 01-06", "2 ")]
    [InlineData("d 01-06", "1 ")]
    [InlineData("a 01-05, d 01-04", "1 early")]
    [InlineData("a 01-05, b 01-04", "1 early")]
    [InlineData("a 01-05, b 01-04, d 01-05", "2 early")]
    public void AMissingStepMayMeanAnotherThingThanAnEarlyOne(string entries, string told) =>
        Told(Procedure(more: """ "missing": {"counts": true}, """), "2026-12-31", entries).Should().Be(told);

    [Fact]
    public void AMissingStepMayHaveItsOwnFinding() =>
        Told(
            Procedure(more: """ "missing": {"counts": false, "finding": {"code": "missing", "name": @T} }, """),
            "2026-12-31",
            "a 01-05, d 01-06").Should().Be("1 missing");

    [Fact]
    public void EachReferenceIsGoneThroughByItself()
    {
        var scheme = Procedure(byReference: true);

        Told(scheme, "2026-01-05", "a 01-01 x, a 01-02 y, b 01-03 y").Should().Be("2 ", "the case that has come furthest");
        Told(scheme, "2026-01-05", "a 01-01 x, b 01-03 y").Should().Be("1 early");
    }

    [Fact]
    public void MonthsBeforeThePeriodAreLookedAtWhereTheSchemeSaysSo()
    {
        Told(Procedure(more: """ "lookBackMonths": 1, """), "2026-01-05", "a 2025-12-31, b 01-03").Should().Be("2 ");
        Told(Procedure(more: """ "lookBackMonths": 1, """), "2026-01-05", "a 2025-11-30, b 01-03").Should().Be("0 early");
    }

    [Fact]
    public void TheExplanationTellsWhereItStands() =>
        PartyRules.Explanations.Explainer.Explain(Row(Procedure(), "2026-01-16", "a 01-01, b 01-05"), Language.English).Should().Contain("""
            Procedure "Case": 2 of 4 steps taken, next "Example, by the head". [t/c, a choice] Example
                1. Example: 2026-01-01 m1 a 2026-01-01
            """.ReplaceLineEndings("\n")).And.Contain("    3. Example: not taken, and not needed\n")
            .And.Contain("    4. Example, by the head: was to be taken by 2026-01-15\n");

    [Fact]
    public void TheExplanationIsShortWhereNothingIsRecorded() =>
        PartyRules.Explanations.Explainer.Explain(Row(Procedure(), "2026-01-16", ""), Language.English)
            .Should().Contain("Procedure \"Case\": no step taken. [t/c, a choice] Example\nMeasure");

    [Theory]
    [InlineData("a 01-05, b 01-04", ", before a step that must precede it, without effect\n")]
    [InlineData("b 01-04", ", without a step that must precede it, without effect\n")]
    public void TheExplanationTellsWhatIsOutOfOrder(string entries, string line) =>
        PartyRules.Explanations.Explainer.Explain(Row(Procedure(), "2026-01-16", entries), Language.English).Should().Contain(line);

    private static string Told(Scheme scheme, string asOf, string entries)
    {
        var row = Row(scheme, asOf, entries);
        return $"{Enumerable.Range(0, 5).Last(number => row.Measures.Any(made => made.Code == $"n{number}"))} {Codes(row)}";
    }

    private static PartyRules.Results.Assessment Row(Scheme scheme, string asOf, string entries)
    {
        var options = new ScorerOptions { AsOf = DateOnly.Parse(asOf, CultureInfo.InvariantCulture), Derivations = true };
        return new Scorer(scheme, options).Score([new Subject { Id = "m1", Kind = "member" }], [.. Entries(entries)], 2026)[^1];
    }

    private static IEnumerable<Entry> Entries(string text)
    {
        foreach (var part in text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(' ')))
            yield return Entry(
                part[0], part[1].Length == 5 ? $"2026-{part[1]}" : part[1], reference: part.Length > 2 ? part[2] : "");
    }

    private static Scheme Procedure(bool early = false, bool late = false, bool byReference = false, string more = "") => Scheme($$"""
        "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}, {"code": "c", "name": @T}, {"code": "d", "name": @T}],
        "procedures": [{
          "id": "case", "name": {"zh-Hans": "事项", "en": "Case"}, "byReference": {{(byReference ? "true" : "false")}}, {{more}}
          "steps": [{"record": "a"}, {"record": "b"}, {"record": "c", "optional": true},
            {"record": "d", "by": {"zh-Hans": "组长", "en": "the head"}, "withinDays": 10}],
          "early": {"counts": {{(early ? "true" : "false")}}, "finding": {"code": "early", "name": @T} },
          "late": {"counts": {{(late ? "true" : "false")}}, "finding": {"code": "late", "name": @T} }, "cites": @C}],
        "measures": [{"id": "steps", "name": @T, "procedure": "case", "cites": @C}],
        "outcomes": [{{string.Join(", ", Enumerable.Range(0, 5).Select(Reached))}}]
        """);

    private static string Reached(int number) => $$"""
        {"code": "n{{number}}", "kind": "measure", "name": @T, "on": "year", "cites": @C,
         "when": {"measure": {"of": "steps", "number": {"atLeast": {{number}} } } } }
        """;
}
