using System.Text.RegularExpressions;
using Estate;
using PartyRules.Cases;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Samples.Tests;

/// <summary>The sample of rules in code beside a scheme, and the page that is made of it.</summary>
[Collection("What is printed")]
public sealed partial class VolunteerHours
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "sample");

    [Fact]
    public void TheSchemesCasesComeOutAsExpected()
    {
        var file = Path.Combine(Sample, "scheme", "estate.json");
        var scheme = SchemeReader.ReadFile(file);
        var rules = new VolunteerHoursRules(new CsvHoursRegister(Path.Combine(Sample, "data", "hours.csv")));
        var scorer = new Scorer(scheme, new ScorerOptions { ComponentRules = [rules] });

        var cases = SchemeCases.Beside(file, scheme);

        cases.Should().HaveCount(4);
        cases.SelectMany(worked => worked.Run(scorer)).Select(problem => problem.ToString()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("en", "40 hours and more earn 8 points: +8 [rule volunteer-hours/hours-earn-points]\n"
        + "        based on: 42 registered hours")]
    [InlineData("zh-Hans", "满40小时得8分：+8［规则volunteer-hours/hours-earn-points］\n        根据：登记的志愿服务时长为42小时")]
    public void TheProgramShowsPointsReasonAndFacts(string language, string account) => Printed(language).Should().Contain(account);

    [Fact]
    public void EachPieceOfCodeOfThePageIsARegionOfTheSample()
    {
        var regions = Directory.EnumerateFiles(Sample, "*.cs")
            .SelectMany(file => Region().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();

        Blocks("csharp").Should().BeEquivalentTo(regions);
    }

    [Fact]
    public void TheSchemeOfThePageIsThatOfTheSample()
    {
        const string Start = "    {\n      \"id\": \"volunteering\"";
        var scheme = File.ReadAllText(Path.Combine(Sample, "scheme", "estate.json"));
        var component = Start + scheme.Split("},\n" + Start)[1].Split("\n  ],")[0];
        Blocks("json").Should().ContainSingle().Which.Should().Be(component + "\n");
    }

    [Fact]
    public void WhatThePageShowsIsWhatIsPrinted()
    {
        var problem = FluentActions.Invoking(() => new Scorer(SchemeReader.ReadFile(Path.Combine(Sample, "scheme", "estate.json"))))
            .Should().Throw<ProblemException>().Which.Problems.Single();
        var printed = $"{problem.ToText(Language.English)}\n{Printed("en")}\n{Printed("zh-Hans")}";

        Blocks("text").Should().HaveCount(4).And.AllSatisfy(shown => printed.Should().Contain(shown));
    }

    /// <summary>What the sample's program prints.</summary>
    private static string Printed(string language)
    {
        using var output = new StringWriter();
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            typeof(VolunteerHoursRules).Assembly.EntryPoint!.Invoke(null, [new[] { Sample, language }]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Blocks(string kind) =>
        Block().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extending.md")))
            .Where(match => match.Groups[1].Value == kind).Select(match => match.Groups[2].Value);

    [GeneratedRegex(@"^#region [\w-]+\n(.*?)^#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
