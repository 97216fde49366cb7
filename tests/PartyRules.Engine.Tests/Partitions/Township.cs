using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests.Partitions;

// Invented members of invented branches, and rules over a member and its branch.
public sealed record Member(string Id, string Branch);

public sealed record Work(string Member, int Points);

public sealed record MemberTotal(string Member, string Branch, int Points);

public sealed record BranchTotal(string Branch, int Members, int Points);

public sealed class WorkAddsUp : Rule
{
    public override void Define()
    {
        Member member = null!;
        Facts<Work> work = null!;
        When()
            .Match(() => member)
            .Query(() => work, q => q.Match<Work>(w => w.Member == member.Id, w => 100 / w.Points >= 0).Collect());
        Then()
            .Yield(_ => new MemberTotal(member.Id, member.Branch, work.Sum(w => w.Points)));
    }
}

public sealed class MembersAddUp : Rule
{
    public override void Define()
    {
        FactGroup<string, MemberTotal> totals = null!;
        When().Query(() => totals, q => q.Match<MemberTotal>().GroupBy(total => total.Branch));
        Then().Yield(_ => new BranchTotal(totals.Key, totals.Count, totals.Sum(total => total.Points)));
    }
}

/// <summary>The rule sets of a township.</summary>
public static class Township
{
    public static RuleSet OfMember { get; } = RuleSet.Compile("member", new WorkAddsUp())
        .PartitionedBy(PartitionKeys.By<Member>(member => member.Id).And<Work>(work => work.Member));

    public static RuleSet OfBranch { get; } = RuleSet.Compile("branch", new MembersAddUp())
        .PartitionedBy(PartitionKeys.By<MemberTotal>(total => total.Branch));
}
