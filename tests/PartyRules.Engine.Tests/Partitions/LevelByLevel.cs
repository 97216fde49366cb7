using FsCheck.Xunit;
using PartyRules.Engine.Partitions;

namespace PartyRules.Engine.Tests.Partitions;

/// <summary>Rules over a member, then over its branch, then over the township.</summary>
public sealed class LevelByLevel
{
    [Fact]
    [Statement("Each level reads what those below yielded.")]
    public async Task EachLevelReadsWhatThoseBelowYielded()
    {
        var result = await Township.Levels.EvaluateAsync(Township.Members(9));

        result.Facts<BranchTotal>().Should().Equal(new BranchTotal("b0", 3, 18), new BranchTotal("b1", 3, 13), new BranchTotal("b2", 3, 15));
        result.Facts<TownshipTotal>().Should().Equal(new TownshipTotal("b0", 46));
        result.Failed.Should().BeEmpty();
    }

    [Fact]
    [Statement("Partitions come in the ordinal order of their keys, and in each the facts in the order in which they were given.")]
    public async Task PartitionsComeInOrdinalOrderOfTheirKeys()
    {
        var result = await Township.Levels.EvaluateAsync([new Member("b", "x"), new Member("B", "x"), new Member("a", "y"), new Work("a", 2)]);

        result.Levels.Select(level => level.Name).Should().Equal("member", "branch", "township");
        result.Levels[0].Partitions.Select(partition => partition.Key).Should().Equal("B", "a", "b");
        result.Levels[1].Partitions.Select(partition => partition.Key).Should().Equal("x", "y");
    }

    [Property(MaxTest = 10)]
    [Statement("Neither the order of facts nor the degree of parallelism changes what is yielded.")]
    public async Task NeitherTheOrderOfFactsNorTheDegreeChangesTheResult(int seed)
    {
        var facts = Township.Members(30).ToArray();
        var expected = Text(await Township.Levels.EvaluateAsync(facts, new PartitionOptions { DegreeOfParallelism = 1 }));
        new Random(seed).Shuffle(facts);

        Text(await Township.Levels.EvaluateAsync(facts, new PartitionOptions { DegreeOfParallelism = 3, BatchSize = 1 + (Math.Abs(seed % 7)) })).Should().Be(expected);
    }

    [Fact]
    [Statement("A derivation continues across levels.")]
    public async Task ADerivationContinuesAcrossLevels()
    {
        var result = await Township.Levels.EvaluateAsync(Township.Members(3), new PartitionOptions { RecordDerivations = true });

        var township = result.DerivationOf(result.Facts<TownshipTotal>()[0]);
        var branch = township.Premises[0];
        var member = branch.Premises[0];
        township.Rule!.Name.Should().Be(typeof(BranchesAddUp).FullName);
        branch.Rule!.Name.Should().Be(typeof(MembersAddUp).FullName);
        member.Rule!.Name.Should().Be(typeof(WorkAddsUp).FullName);
        member.Premises.Select(premise => premise.Fact).Should().Contain(fact => fact is Member).And.Contain(fact => fact is Work);
        member.Premises.Should().OnlyContain(premise => premise.Rule == null);
    }

    [Fact]
    public async Task DerivationsThatAreNotRecordedAreNotThere()
    {
        var result = await Township.Levels.EvaluateAsync(Township.Members(3));

        result.Invoking(levels => levels.DerivationOf(levels.Facts<TownshipTotal>()[0])).Should().Throw<InvalidOperationException>();
        result.Invoking(levels => levels.DerivationOf("never yielded")).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Statement("A failed partition yields nothing to the levels above.")]
    public async Task AFailedPartitionYieldsNothingToTheLevelsAbove()
    {
        var result = await Township.Levels.EvaluateAsync([.. Township.Members(9), new Work("m03", 0)], new PartitionOptions { FailureMode = FailureMode.Collect });

        result.Failed.Select(partition => partition.Key).Should().Equal("m03");
        result.Facts<BranchTotal>()[0].Should().Be(new BranchTotal("b0", 2, 15));
    }

    [Fact]
    public async Task AFailureStopsAllLevelsUnlessItIsCollected() =>
        await FluentActions.Invoking(() => Township.Levels.EvaluateAsync([.. Township.Members(9), new Work("m03", 0)]))
            .Should().ThrowAsync<RuleEvaluationException>().WithMessage("*WorkAddsUp*");

    [Fact]
    [Statement("A level that reads a type without a key is refused when the levels are made.")]
    public void ALevelThatReadsATypeWithoutAKeyIsRefused()
    {
        var ofBranch = RuleSet.Compile("branch", new MembersAddUp()).PartitionedBy(PartitionKeys.By<BranchTotal>(total => total.Branch));

        FluentActions.Invoking(() => new Levels(new Level("member", Township.OfMember), new Level("branch", ofBranch)))
            .Should().Throw<ArgumentException>().WithMessage("*'branch' reads MemberTotal*key*RuleSet.With*");
    }

    [Fact]
    public void LevelsThatDoNotFitAreRefusedWithEveryMistake()
    {
        FluentActions.Invoking(() => new Levels()).Should().Throw<ArgumentException>().WithMessage("*no level*");
        FluentActions.Invoking(() => new Levels(new Level("one", Township.OfMember), new Level("one", Township.OfMember))).Should().Throw<ArgumentException>().WithMessage("*Two levels*'one'*");
        FluentActions.Invoking(() => new Level("one", RuleSet.Compile("plain", new WorkAddsUp()))).Should().Throw<ArgumentException>().WithMessage("*'plain'*PartitionedBy*");
    }

    private static string Text(LevelsResult result) => string.Join('\n', result.Levels.SelectMany(level => level.Partitions.SelectMany(partition =>
        partition.Facts<object>().Select(fact => $"{level.Name} {partition.Key} {fact}"))));
}
