using System.Text;
using FsCheck.Xunit;
using PartyRules.Cases;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;
using PartyRules.Validation;

namespace PartyRules.Tests.Schemes;

/// <summary>Every built-in scheme carries cases, and all of them come out as expected.</summary>
public sealed class WorkedCases
{
    public static TheoryData<string> Ids => [.. BuiltInSchemes.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryCaseComesOutAsExpected(string id)
    {
        var cases = SchemeCases.OfBuiltIn(id);
        var scorer = new Scorer(BuiltInSchemes.Get(id));

        cases.Should().NotBeEmpty();
        cases.SelectMany(worked => worked.Run(scorer)).Select(problem => problem.ToString()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("month", 12, 0)]
    [InlineData("month", 13, 1)]
    [InlineData("day", 13, 0)]
    [InlineData("quarter", 6, 2)]
    public void EntriesThatRecurBeyondTheYearAreRefused(string every, int times, int beyond)
    {
        var text = $$"""
            {"scheme": "fengxian", "cases": [{"name": {"zh-Hans": "虚构", "en": "Invented"}, "year": 2026,
              "subjects": [{"id": "m1", "category": "organ", "employment": "in-post"}], "expected": [],
              "entries": [{"item": "task.target", "date": "2026-01-25", "value": 1, "times": {{times}}, "every": "{{every}}"}]}]}
            """;

        var read = () => SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("fengxian"));

        if (beyond == 0)
            read.Should().NotThrow();
        else
            read.Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Which.ToText(Language.English).Should()
                .Contain("$.cases[0].entries[0].times").And.Contain($"go beyond 2026: {beyond} of them would count nothing");
    }

    [Fact]
    public void AFileOfAnotherSchemesCasesIsPassedOverWhateverIsWrongInIt()
    {
        var text = """{"scheme": "yongxi", "cases": [{"entries": [{"reference": "r"}]}], "unknown": 1}""";

        SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("fengxian")).Should().BeEmpty();
        FluentActions.Invoking(() => SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("yongxi")))
            .Should().Throw<ProblemException>();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryResultCanBeExplainedInBothLanguages(string id)
    {
        var scorer = new Scorer(BuiltInSchemes.Get(id), new ScorerOptions { Derivations = true });

        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            worked.Run(scorer).Should().BeEmpty("derivations change no result");
            foreach (var assessment in scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results).Take(3))
            {
                Explainer.Explain(assessment, Language.English).Should().StartWith(assessment.Subject.Id).And.NotContain("{0}");
                Explainer.Explain(assessment, Language.ChineseSimplified).Should().Contain("评定情况：");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void OfEveryResultItIsToldWhyItHasNotWhatItHasNot(string id)
    {
        var scheme = BuiltInSchemes.Get(id);
        var scorer = new Scorer(scheme, new ScorerOptions { Derivations = true });

        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            foreach (var assessment in scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results).Take(3))
            {
                Outcome[] outcomes = [.. assessment.Awards, .. assessment.Recommendations, .. assessment.Measures, .. assessment.Findings];
                foreach (var code in Explainer.CodesOf(scheme))
                {
                    var has = assessment.Grade?.Id == code || outcomes.Any(outcome => outcome.Code == code);
                    var told = Explainer.WhyNot(assessment, code, Language.English);

                    told.Should().Contain(has ? $"The result has '{code}'.\n" : $"Why not '{code}':\n    ");
                    Explainer.WhyNot(assessment, code, Language.ChineseSimplified).Should().Contain($"“{code}”");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WhatNoClauseIsSaidToLookAtChangesNoResult(string id)
    {
        var scheme = BuiltInSchemes.Get(id);
        var scorer = new Scorer(scheme);
        var used = SchemeUses.Of(scheme).Columns.Select(need => need.Column).ToHashSet();
        Subject Bare(Subject subject) => new()
        {
            Id = subject.Id,
            Kind = subject.Kind,
            Parent = used.Contains("parent") ? subject.Parent : "",
            Category = subject.Category,
            Employment = subject.Employment,
            PreviousGrade = used.Contains("previousGrade") ? subject.PreviousGrade : "",
            Attributes = subject.Attributes.Where(pair => used.Contains(pair.Key)).ToDictionary(),
        };

        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            var results = Rows(scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results));
            var bare = Rows(scorer.Score([.. worked.Subjects.Select(Bare)], worked.Entries, worked.Year, earlier: worked.Results));

            bare.Should().Equal(results, worked.Name.English);
        }
    }

    [Fact]
    public void WhatNoClauseGivesCannotBeAskedAbout()
    {
        var scorer = new Scorer(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Derivations = true });
        var assessment = scorer.Score([Scored.Subject("m1")], [], 2026).Single();

        var asking = () => Explainer.WhyNot(assessment, "excelent", Language.English);

        asking.Should().Throw<ArgumentException>().WithMessage("No clause of the scheme 'fengxian' gives 'excelent'.*");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheOrderOfSubjectsAndEntriesChangesNoResult(string id)
    {
        var scheme = BuiltInSchemes.Get(id);
        var scorer = new Scorer(scheme);

        foreach (var worked in SchemeCases.OfBuiltIn(id))
        {
            var results = Rows(scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results));
            var reversed = Rows(scorer.Score(
                [.. worked.Subjects.Reverse()], [.. worked.Entries.Reverse()], worked.Year, earlier: [.. worked.Results.Reverse()]));

            reversed.Should().BeEquivalentTo(results, worked.Name.English);
        }
    }

    [Fact]
    public void EveryPublishedSystemIsBuiltIn() => BuiltInSchemes.Ids.Should().Contain(
        [
            "fengxian", "yongxi", "jingyuan", "shanxi", "dayao", "haizhou", "yancheng", "taiqian", "liling", "arong", "meetings", "nanping",
            "ganzhou", "mudanjiang", "tongzhou", "qitaihe", "yichang", "zhengtai", "thresholds",
        ]);

    [Fact]
    public void ADifferenceIsReportedInItsPlace()
    {
        var text = """
            {"scheme": "haizhou", "cases": [{"name": {"zh-Hans": "例", "en": "Example"}, "year": 2026, "subjects": [{"id": "m1"}],
              "entries": [{"item": "absent", "date": "2026-01-10", "times": 3}],
              "expected": [{"subject": "m1", "measures": ["admonishing-talk"]}]}]}
            """u8.ToArray();

        var scheme = BuiltInSchemes.Get("haizhou");
        var problem = SchemeCases.Read(text, "cases.json", scheme).Single().Run(new Scorer(scheme)).Single();

        problem.ToString().Should().Be(
            "cases.json:3:46 [$.cases[0].expected[0].measures]: \"Example\": measures of m1 should be admonishing-talk, "
            + "and is admonishing-talk;organisational-handling.");
    }

    [Theory]
    [InlineData("\"absent\"", "\"absnet\"", "fact.unknown-item", "$.cases[0].entries[0].item")]
    [InlineData("2026-01-10", "2026-02-30", "scheme.wrong-kind", "$.cases[0].entries[0].date")]
    [InlineData("\"times\": 3", "\"times\": 0", "case.times", "$.cases[0].entries[0].times")]
    [InlineData("\"total\": \"1 + 1\"", "\"total\": \"1 +\"", "case.figure", "$.cases[0].expected[0].total")]
    [InlineData("\"subject\": \"m1\"", "\"subject\": \"m2\"", "case.unknown-word", "$.cases[0].expected[0].subject")]
    [InlineData("\"year\"", "\"yaer\"", "scheme.unknown-key", "$.cases[0]")]
    public void EachMistakeInACaseIsNamed(string right, string wrong, string code, string path)
    {
        var text = """
            {"scheme": "haizhou", "cases": [{"name": {"zh-Hans": "例", "en": "Example"}, "year": 2026, "subjects": [{"id": "m1"}],
              "entries": [{"item": "absent", "date": "2026-01-10", "times": 3}],
              "expected": [{"subject": "m1", "total": "1 + 1"}]}]}
            """.Replace(right, wrong);

        FluentActions.Invoking(() => SchemeCases.Read(Encoding.UTF8.GetBytes(text), "cases.json", BuiltInSchemes.Get("haizhou")))
            .Should().Throw<ProblemException>().Which.Problems.Should()
                .Contain(problem => problem.Code == code && problem.Location.Path == path);
    }

    [Property]
    public void ArbitraryBytesNeverDoWorse(byte[] bytes) =>
        FluentActions.Invoking(() => SchemeCases.Read(bytes, "cases.json", BuiltInSchemes.Get("haizhou")))
            .Should().Throw<ProblemException>();

    private static IEnumerable<string> Rows(IEnumerable<Assessment> assessments) => assessments.Select(assessment =>
        $"{assessment} {assessment.Total} {assessment.Grade?.Id} {assessment.Rank} "
        + string.Join(
            ';',
            assessment.Awards.Concat(assessment.Measures)
                .Concat(assessment.Recommendations)
                .Concat(assessment.Findings)
                .Select(outcome => outcome.Code)));
}
