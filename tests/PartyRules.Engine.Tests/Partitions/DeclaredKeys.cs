namespace PartyRules.Engine.Tests.Partitions;

/// <summary>A rule set that says what it is partitioned by, so that facts of two partitions never meet.</summary>
public sealed class DeclaredKeys
{
    [Fact]
    [Statement("A partitioned rule set refuses facts of two partitions together.")]
    public void AFactOfAnotherPartitionIsRefused()
    {
        var evaluator = Township.OfMember.CreateEvaluator();
        evaluator.Add(new Member("ann", "b1"));

        evaluator.Partition.Should().Be("ann");
        evaluator.Invoking(e => e.Add(new Work("bob", 1))).Should().Throw<ArgumentException>().WithMessage("*Work*'bob'*'ann'*");
        evaluator.Invoking(e => e.AddAll([new Work("ann", 1), new Work("bob", 1)])).Should()
            .Throw<ArgumentException>().WithMessage("*'bob'*");
        evaluator.Invoking(e => e.AddDerived(Derivation.Given(new Work("bob", 1)))).Should()
            .Throw<ArgumentException>().WithMessage("*'bob'*");
    }

    [Fact]
    public void AResetEvaluatorTakesTheNextPartition()
    {
        var evaluator = Township.OfMember.CreateEvaluator();
        evaluator.Add(new Member("ann", "b1"));
        evaluator.Reset();
        evaluator.Add(new Work("bob", 4));
        evaluator.Add(new Member("bob", "b1"));
        evaluator.Run();

        evaluator.Facts<MemberTotal>().Should().Equal(new MemberTotal("bob", "b1", 4));
    }

    [Fact]
    [Statement("A fact without a key must be a reference fact, unless no rule reads it.")]
    public void AFactWithoutAKeyMustBeAReferenceFact()
    {
        var keys = PartitionKeys.By<Member>(member => member.Id);
        var partitioned = RuleSet.Compile("member", new WorkAddsUp()).PartitionedBy(keys);

        FluentActions.Invoking(() => partitioned.CreateEvaluator().Add(new Work("ann", 1))).Should().Throw<ArgumentException>()
            .WithMessage("*Work*no partition key*'member'*RuleSet.With*");
        var evaluation = partitioned.With([new Work("ann", 5)]).Evaluate([new Member("ann", "b1")]);
        evaluation.Facts<MemberTotal>().Should().Equal(new MemberTotal("ann", "b1", 5));
    }

    [Fact]
    [Statement("A fact without a key must be a reference fact, unless no rule reads it.")]
    public void AFactThatNoRuleReadsNeedsNoKey() =>
        Township.OfMember.Evaluate([new Member("ann", "b1"), new Customer("nobody")]).Facts<MemberTotal>().Should().ContainSingle();

    [Fact]
    [Statement("A derived type goes by the nearest key.")]
    public void ADerivedTypeGoesByTheNearestKey()
    {
        var keys = PartitionKeys.By<Animal>(animal => "animals").And<Dog>(dog => dog.Name);
        var evaluator = RuleSet.Compile("animals", new AnimalIsSeen()).PartitionedBy(keys).CreateEvaluator();

        evaluator.Add(new Dog("rex"));
        evaluator.Partition.Should().Be("rex");
        evaluator.Reset();
        evaluator.Add(new Cat("tom"));
        evaluator.Partition.Should().Be("animals");
    }

    [Fact]
    [Statement("A derivation continues in another evaluation where its fact is given by AddDerived.")]
    public void ADerivationContinuesInAnotherEvaluation()
    {
        var member = Township.OfMember.Evaluate([new Member("ann", "b1"), new Work("ann", 4)], recordDerivations: true);
        var branch = Township.OfBranch.CreateEvaluator(recordDerivations: true);
        branch.AddDerived(member.DerivationOf(member.Facts<MemberTotal>().Single()));
        branch.Run();

        var total = branch.DerivationOf(branch.Facts<BranchTotal>().Single());
        total.Rule!.Name.Should().Be(typeof(MembersAddUp).FullName);
        total.Premises.Single().Rule!.Name.Should().Be(typeof(WorkAddsUp).FullName);
        total.Premises.Single().Premises.Select(premise => premise.Fact).Should().Equal(new Member("ann", "b1"), new Work("ann", 4));
        total.Premises.Single().Premises.Should().OnlyContain(premise => premise.Rule == null);
    }

    [Fact]
    public void ATypeHasOneKey() =>
        FluentActions.Invoking(() => PartitionKeys.By<Work>(work => work.Member).And<Work>(work => "all")).Should()
            .Throw<ArgumentException>().WithMessage("Work has a key already*");

    [Fact]
    public void AKeyIsNeverNull() =>
        FluentActions.Invoking(() => Township.OfMember.CreateEvaluator().Add(new Work(null!, 1))).Should()
            .Throw<ArgumentException>().WithMessage("*Work*null*");
}
