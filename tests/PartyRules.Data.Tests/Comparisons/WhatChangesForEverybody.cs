using System.Text;
using PartyRules.Data.Comparisons;
using PartyRules.Data.Samples;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests.Comparisons;

/// <summary>Two schemes over the same data: who moves, how far, and by which clause.</summary>
public sealed class WhatChangesForEverybody : IDisposable
{
    private const int Members = 400;
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public WhatChangesForEverybody() =>
        DataSetWriter.Write(folder, SampleCounty.Subjects(Members, 7), SampleCounty.Entries(Members, 7, 2026));

    private static Scheme Now { get; } = BuiltInSchemes.Get("fengxian");

    /// <summary>Excellent from 95 instead of 90, and 5 points a month instead of 6.</summary>
    private static Scheme Stricter { get; } = Changed(("\"from\": 90", "\"from\": 95"), ("\"points\": 6,", "\"points\": 5,"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ASchemeIsLikeItself()
    {
        var comparison = Of(Now, Now);

        comparison.Results.Should().Be(Members);
        comparison.Same.Should().Be(Members);
        comparison.Moves.Should().BeEmpty();
        comparison.Totals.Higher.Should().Be(0);
        comparison.Outcomes.Should().NotBeEmpty().And.OnlyContain(outcome => outcome.Gained == 0 && outcome.Lost == 0);
        comparison.Grades.Should().OnlyContain(change => change.From == change.To);
    }

    [Fact]
    public void RanksOfFurtherRankingsAreComparedEach()
    {
        var text = File.ReadAllText(Path.Combine("samples", "ferry.json"));
        const string ByService = "\"by\": \"service\",";
        text.Should().Contain(ByService);
        var (now, other) = (Read(text), Read(text.Replace(ByService, "\"by\": \"punctuality\",", StringComparison.Ordinal)));
        var crews = Directory.CreateDirectory(Path.Combine(folder, "crews")).FullName;
        File.WriteAllText(
            Path.Combine(crews, "subjects.csv"),
            "id,kind,parent,category,places\n" + string.Concat(Enumerable.Range(1, 3).Select(i => $"c{i},crew,north,day,1\n")));
        File.WriteAllText(
            Path.Combine(crews, "entries.csv"),
            "id,subject,item,date,value\n" + string.Concat(Enumerable.Range(1, 3).Select(i =>
                $"a{i},c{i},punctual,2026-01-01,{i}\nb{i},c{i},praise,2026-01-01,{9 - i}\n"
                + string.Concat(Enumerable.Range(1, 3).Select(day => $"v{i}{day},c{i},crossing,2026-02-0{day},\n")))));

        var comparison = new CompareRun(new Scorer(now), new Scorer(other), new CompareOptions { Year = 2026 }).Compare(crews);

        comparison.Rankings.Select(ranking => (ranking.Ranking, ranking.Ranks)).Should()
            .Equal(("service", new Direction(1, 1, 1)), ("crossings", new Direction(0, 0, 3)));
        comparison.Ranks.Should().Be(new Direction(0, 0, 3));
        comparison.Same.Should().Be(1, "the second stays the second");
        comparison.Moves.Select(move => (move.Subject.Id, move.Before.Ranks["service"], move.After.Ranks["service"])).Should()
            .Equal(("c1", 1, 3), ("c3", 3, 1));
        MovesWriter.Write(Path.Combine(folder, "moves.csv"), comparison);
        File.ReadLines(Path.Combine(folder, "moves.csv")).First().Should()
            .Contain("before.rank,after.rank,before.rank.service,after.rank.service,before.rank.crossings,after.rank.crossings,clauses");
    }

    [Fact]
    public void EveryFigureIsThatOfTheResultsOneByOne()
    {
        var comparison = Of(Now, Stricter);

        var (before, after) = (Scored(Now), Scored(Stricter));
        var pairs = before.Zip(after).ToList();
        comparison.Totals.Should().Be(new Direction(
            pairs.Count(pair => pair.Second.Total > pair.First.Total),
            pairs.Count(pair => pair.Second.Total < pair.First.Total),
            pairs.Count(pair => pair.First.Total is not null && pair.First.Total == pair.Second.Total)));
        comparison.Grades.Sum(change => change.Count).Should().Be(Members);
        comparison.Grades.Single(change => (change.From, change.To) == ("excellent", "qualified")).Count.Should()
            .Be(pairs.Count(pair => (pair.First.Grade?.Id, pair.Second.Grade?.Id) == ("excellent", "qualified"))).And.BePositive();
        foreach (var outcome in comparison.Outcomes.Where(outcome => outcome.Kind == OutcomeKind.Award))
        {
            bool Has(Assessment result) => result.Awards.Any(award => award.Code == outcome.Code);
            outcome.Lost.Should().Be(pairs.Count(pair => Has(pair.First) && !Has(pair.Second)));
            outcome.Gained.Should().Be(pairs.Count(pair => !Has(pair.First) && Has(pair.Second)));
            outcome.Kept.Should().Be(pairs.Count(pair => Has(pair.First) && Has(pair.Second)));
        }

        comparison.Parents.Should().HaveCount(before.Select(result => result.Subject.Parent).Distinct().Count());
        comparison.Parents.Sum(parent => parent.Lower).Should().Be(comparison.Totals.Lower);
        comparison.Categories.Sum(category => category.OtherGrade).Should()
            .Be(pairs.Count(pair => pair.First.Grade?.Id != pair.Second.Grade?.Id));
        (comparison.Results - comparison.Same).Should().Be(comparison.Moves.Count);
    }

    [Fact]
    public void AMoveNamesTheClausesByWhichItDiffers()
    {
        var moved = Of(Now, Stricter).Moves.First(move => (move.Before.Grade, move.After.Grade) == ("excellent", "qualified"));

        var task = moved.Causes.SingleOrDefault(cause => cause.Clause == "fengxian/task");
        (moved.After.Total!.Value - moved.Before.Total!.Value).Should().Be(task?.By ?? 0);
        moved.Causes.Should().Contain(cause => cause.Clause == "fengxian/grades" && cause.By == null)
            .And.Contain(cause => cause.Clause == "fengxian/outcome-excellent");
    }

    [Fact]
    public void TheOrderOfTheDataChangesNothing()
    {
        var shuffled = Path.Combine(folder, "shuffled");
        DataSetWriter.Write(shuffled, SampleCounty.Subjects(Members, 7), SampleCounty.Entries(Members, 7, 2026), shuffle: 3);

        var (one, other) = (Of(Now, Stricter), Of(Now, Stricter, shuffled));

        other.Should().BeEquivalentTo(one, options => options.Excluding(comparison => comparison.Moves).WithStrictOrdering());
        other.Moves.Select(move => (move.Subject.Id, move.Before, move.After))
            .Should().Equal(one.Moves.Select(move => (move.Subject.Id, move.Before, move.After)));
    }

    [Fact]
    public void RoundsThatOnlyOneSchemeKnowsAreCountedApart()
    {
        DataSetWriter.Write(Path.Combine(folder, "villages"), SampleTownship.Subjects(8), SampleTownship.Entries(8, 2026, 2026));
        var village = BuiltInSchemes.Get("yongxi");
        var text = Encoding.UTF8.GetString(BuiltInSchemes.Text("yongxi").Span);
        var quarterly = SchemeReader.Read(
            Encoding.UTF8.GetBytes(text.Replace("\"round\": \"bimonth\"", "\"round\": \"quarter\"", StringComparison.Ordinal)), "q.json");

        var comparison = Of(village, quarterly, Path.Combine(folder, "villages"));

        comparison.OnlyInBaseline.Should().Be(48);
        comparison.OnlyInCandidate.Should().Be(32);
        comparison.Results.Should().Be(8, "of the year both have a row");
    }

    [Fact]
    public void MovesAreATableOfAnyFormat()
    {
        var comparison = Of(Now, Stricter);
        var file = Path.Combine(folder, "moves.csv");

        MovesWriter.Write(file, comparison);

        var lines = File.ReadAllLines(file);
        lines[0].Should().StartWith("subject,name,parent,category,period,before.status,after.status,before.total");
        lines.Should().HaveCount(comparison.Moves.Count + 1);
        lines[1..].Should().Contain(line => line.Contains("fengxian/grades", StringComparison.Ordinal));
        foreach (var ending in new[] { ".xlsx", ".parquet", ".jsonl" })
        {
            MovesWriter.Write(Path.Combine(folder, "moves" + ending), comparison);
            new FileInfo(Path.Combine(folder, "moves" + ending)).Length.Should().BePositive();
        }
    }

    [Fact]
    public void NoMoreMovesAreKeptThanAskedFor()
    {
        var run = new CompareRun(new Scorer(Now), new Scorer(Stricter), new CompareOptions { MostMoves = 3 });

        var comparison = run.Compare(folder);

        comparison.Moves.Should().HaveCount(3);
        (comparison.Results - comparison.Same).Should().BeGreaterThan(3);
    }

    [Fact]
    public void OtherSubjectsOrOtherDaysAreNotCompared()
    {
        var kinds = () => new CompareRun(new Scorer(Now), new Scorer(BuiltInSchemes.Get("yongxi")));
        var days = () => new CompareRun(new Scorer(Now), new Scorer(Now, new ScorerOptions { AsOf = new DateOnly(2026, 6, 30) }));

        kinds.Should().Throw<ArgumentException>();
        days.Should().Throw<ArgumentException>();
    }

    private static Scheme Read(string text) => SchemeReader.Read(Encoding.UTF8.GetBytes(text), "changed.json");

    private static Scheme Changed(params (string From, string To)[] changes)
    {
        var text = Encoding.UTF8.GetString(BuiltInSchemes.Text("fengxian").Span);
        foreach (var (from, to) in changes)
        {
            text.Should().Contain(from);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return Read(text);
    }

    private Comparison Of(Scheme before, Scheme after, string? data = null) =>
        new CompareRun(new Scorer(before), new Scorer(after)).Compare(data ?? folder);

    private static IReadOnlyList<Assessment> Scored(Scheme scheme) =>
        new Scorer(scheme).Score([.. SampleCounty.Subjects(Members, 7)], [.. SampleCounty.Entries(Members, 7, 2026)], 2026);
}
