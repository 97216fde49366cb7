using System.Text.RegularExpressions;
using PartyRules.Clauses;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Kinds;
using PartyRules.Verification.Resources;

namespace PartyRules.Verification.Tests;

/// <summary>What a new kind of clause, or a new question, must bring with it.</summary>
public sealed partial class EveryKindAndQuestion
{
    public static TheoryData<string> Codes => [.. Questions.Select(question => question.Code)];

    private static IEnumerable<Question> Questions => Parts.All.SelectMany(part => part.Questions);

    [Fact]
    public void EveryKindOfClauseIsAskedOrSaysWhyNot() =>
        Parts.All.Select(part => part.Kind).Concat(Parts.WithoutQuestions.Keys)
            .Should().BeEquivalentTo(ClauseKinds.All.Select(kind => kind.Name));

    [Fact]
    public void NoTwoQuestionsHaveOneCode() => Questions.Select(question => question.Code).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryQuestionHasItsTexts(string code)
    {
        foreach (var key in new[] { code, $"about.{code}" })
            Texts.Catalog.Format(key, [.. Enumerable.Repeat("x", 9)]).Chinese.Should().NotBeEmpty();
        if (code != "total.range")
            Texts.Catalog.Format($"{code}.refuted", [.. Enumerable.Repeat("x", 9)]).English.Should().EndWith(".");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryQuestionStandsOnThePageInBothLanguages(string code)
    {
        var question = Questions.Single(question => question.Code == code);
        foreach (var language in new[] { Language.English, Language.ChineseSimplified })
        {
            var file = language == Language.English ? "verification.md" : "verification.zh-Hans.md";
            var row = Row(code).Match(File.ReadAllText(Path.Combine(Repository.Root, "docs", file)));
            row.Success.Should().BeTrue($"docs/{file} has a row of {code}");
            row.Groups["claim"].Value.Should().Be(Texts.Catalog.In(language, $"about.{code}"));
            row.Groups["severity"].Value.Should().Be(Texts.Catalog.In(language, $"severity.{question.Severity}"));
        }
    }

    private static Regex Row(string code) =>
        new($@"^\| `{Regex.Escape(code)}` \| (?<claim>[^|]+) \| (?<severity>[^|]+) \|", RegexOptions.Multiline);
}
