using PartyRules.Validation;
using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Schemes;

/// <summary>Where a word is unknown and there is none that could be named, the message says so, and ends in no empty list.</summary>
public sealed class WordsWhereThereAreNone
{
    [Theory]
    [InlineData("""
        "requirements": [{"id": "r", "records": ["a"], "take": "count", "per": "month", "atLeast": 1, "unrecorded": "zero",
          "finding": {"code": "f", "name": @T}, "cites": @C}]
        """)]
    [InlineData("""
        "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round", "when": {"category": ["a"] }, "cites": @C}]
        """)]
    [InlineData("""
        "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round", "when": {"mark": "a"}, "cites": @C}]
        """)]
    [InlineData("""
        "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round",
        "when": {"result": {"of": "a", "grade": ["x"] } }, "cites": @C}]
        """)]
    [InlineData("""
        "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round",
        "when": {"attribute": {"of": "a", "is": ["x"] } }, "cites": @C}]
        """)]
    [InlineData("""
        "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round",
        "when": {"share": {"of": "a", "percent": {"atLeast": 1} } }, "cites": @C}]
        """)]
    [InlineData("""
        "lapses": [{"id": "l", "of": ["x"], "by": "a", "cites": @C}]
        """)]
    [InlineData("""
        "followUps": [{"id": "f", "promise": "a", "answer": "a", "days": {"atMost": 1},
        "finding": {"code": "f", "name": @T}, "cites": @C}]
        """)]
    public void AClauseThatNamesOneIsToldThatThereIsNone(string section)
    {
        var problems = Problems($$""" "components": [{{Component(Only("x"))}}], {{section}}""");

        problems.Should().Contain(
            problem => problem.Code == "scheme.unknown-word" && problem.Message.English.Contains("There is none here"));
        problems.Should().AllSatisfy(problem =>
        {
            problem.Message.English.Should().NotContain(": .").And.NotContain("Valid: ,");
            problem.Message.In(Language.ChineseSimplified).Should().NotContain("：。");
        });
    }

    [Fact]
    public void NoneOfTheApprovedTextsEndsInAnEmptyList()
    {
        var texts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BrokenSchemes"), "*.txt", SearchOption.AllDirectories);

        texts.Select(File.ReadAllText).Should().NotBeEmpty().And.NotContain(text => text.Contains(": .") || text.Contains("：。"));
    }

    [Fact]
    public void OfVeryManyThatCouldBeNamedTheMessageSaysThatThereAreMore()
    {
        var items = string.Join(", ", Enumerable.Range(10, 60).Select(i => Item($"item-number-{i}", """{"each": 1}""")));
        var checker = new FactChecker(Scheme($$""" "components": [{{Component($""" "items": [{items}]""")}}]"""));
        var problems = new List<FactProblem>();

        checker.Check(new Entry { Id = "e", Subject = "m", Item = "zzz", Date = new DateOnly(2026, 1, 1) }, problems);

        problems.Single().Message.English.Should().Contain("item-number-49, ….").And.NotContain("item-number-50");
    }
}
