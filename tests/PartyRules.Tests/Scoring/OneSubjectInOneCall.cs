using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Tests.Scoring;

/// <summary>A request scores one subject, explained or not, and nothing of it is left for the next.</summary>
public sealed class OneSubjectInOneCall
{
    private static readonly Scorer Scorer = new(BuiltInSchemes.Get("fengxian"));

    private static readonly Subject Member = Of("m1");

    [Fact]
    public void ItGivesWhatTheSubjectHasAmongOthers()
    {
        var alone = Scorer.Score(Member, Entries, 2026);

        alone.Should().BeEquivalentTo(
            Scorer.Score([Member], Entries, 2026).Single(), as_ => as_.ComparingByMembers<Assessment>().Excluding(row => row.Derivation));
        alone.Total.Should().Be((Points)26);
        alone.Derivation.Should().BeNull();
    }

    [Fact]
    public void EachCallIsOfItsOwnYear()
    {
        foreach (var year in new[] { 2026, 2025, 2026, 2024, 2026 })
        {
            var scored = Scorer.Score(Member, Entries, year);

            scored.Period.Should().Be(Period.OfYear(year));
            scored.Total.Should().Be(year == 2026 ? (Points)26 : 20);
        }
    }

    [Fact]
    public void TheCallThatAsksIsExplainedAndNoOther()
    {
        var explained = Scorer.Score(Member, Entries, 2026, explain: true);

        Scorer.Score(Member, Entries, 2026).Derivation.Should().BeNull();
        Explainer.Explain(explained, Language.English).Should().Be(Explainer.Explain(
            new Scorer(BuiltInSchemes.Get("fengxian"), new ScorerOptions { Derivations = true }).Score([Member], Entries, 2026).Single(),
            Language.English));
    }

    [Fact]
    public void AnExplanationStaysAsItIsWhateverIsScoredAfterIt()
    {
        var explained = Scorer.Score(Member, Entries, 2026, explain: true);
        var before = Explainer.Explain(explained, Language.English);

        Scorer.Score(Of("m2"), [], 2026, explain: true);

        Explainer.Explain(explained, Language.English).Should().Be(before);
    }

    [Fact]
    public void ManyThreadsHaveTheResultsOfOne()
    {
        var expected = Enumerable.Range(0, 40).Select(Total).ToList();

        var totals = Enumerable.Range(0, 4000).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(i => Total(i % 40)).ToList();

        totals.Should().Equal(Enumerable.Range(0, 4000).Select(i => expected[i % 40]));

        static Points? Total(int i) => Scorer.Score(
            Of($"m{i}"),
            [new() { Id = "e", Subject = $"m{i}", Item = "task.target", Date = new DateOnly(2026, 1 + (i % 12), 1), Value = i % 7 }],
            2026,
            explain: i % 3 == 0).Total;
    }

    [Fact]
    public void AllThatIsWrongIsToldAtOnceAndTheNextCallIsAsIfNothingHadBeen()
    {
        Entry[] slips = [new() { Id = "e1", Subject = "m1", Item = "task.tarqet", Date = new DateOnly(2026, 1, 25), Value = 6 }];
        EarlierResult[] earlier = [new("fengxain", "m1", Period.OfYear(2025), 90, "excellent", null)];

        FluentActions.Invoking(() => Scorer.Score(Of("m1", "organs"), slips, 2026, earlier: earlier))
            .Should().Throw<ProblemException>().Which.Problems.Select(problem => problem.Location.Path)
            .Should().Equal("subject.category", "entries[0].item", "earlier[0].scheme");
        Scorer.Score(Member, Entries, 2026).Total.Should().Be((Points)26);
    }

    [Fact]
    public void WhatOneCallLooksAtTheNextDoesNot()
    {
        EarlierResult[] earlier = [new("fengxian", "m1", Period.OfYear(2025), 90, "excellent", null)];
        var with = Scorer.Score(Member, Entries, 2026, earlier: earlier);

        var without = Scorer.Score(Member, Entries, 2026);

        without.Should().BeEquivalentTo(Scorer.Score([Member], Entries, 2026).Single(), as_ => as_.ComparingByMembers<Assessment>());
        with.Should().BeEquivalentTo(
            Scorer.Score([Member], Entries, 2026, earlier: earlier).Single(), as_ => as_.ComparingByMembers<Assessment>());
    }

    [Fact]
    public void ASchemeThatComparesSubjectsIsRefused() =>
        FluentActions.Invoking(() => new Scorer(BuiltInSchemes.Get("yongxi")).Score(new Subject { Id = "b1", Kind = "branch" }, [], 2026))
            .Should().Throw<InvalidOperationException>().WithMessage("*yongxi*Score*");

    private static Subject Of(string id, string category = "organ") =>
        new() { Id = id, Kind = "member", Category = category, Employment = "in-post" };

    private static Entry[] Entries =>
    [
        new() { Id = "e1", Subject = "m1", Item = "task.target", Date = new DateOnly(2026, 1, 25), Value = 6 },
    ];
}
