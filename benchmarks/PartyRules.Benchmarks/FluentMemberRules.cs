using PartyRules.Engine;
using PartyRules.Engine.Fluent;

namespace PartyRules.Benchmarks;

// The member scheme as six rules in the fluent language, straight on the engine: what somebody would write who has rules and no scheme.

/// <summary>What one base item loses.</summary>
[Occurrence]
public readonly record struct Loss(Points Points);

/// <summary>What the pledged items of one month earn.</summary>
[Occurrence]
public readonly record struct MonthlyTask(Points Points);

/// <summary>The member is not scored.</summary>
public sealed record Exempted(Subject Member);

/// <summary>The member broke law, discipline or rules.</summary>
public sealed record Vetoed(Subject Member);

/// <summary>The member's total.</summary>
public sealed record MemberTotal(Subject Member, Points Points);

/// <summary>The member's grade.</summary>
public sealed record MemberGrade(MemberTotal Total, string Grade);

/// <summary>The six rules.</summary>
public static class FluentMemberRules
{
    /// <summary>Compiles them.</summary>
    public static RuleSet Compile() => RuleSet.Compile(
        "members",
        new BaseItemLosesPoints(),
        new MonthEarnsTaskPoints(),
        new MemberIsExempt(),
        new MemberIsVetoed(),
        new PartsMakeTotal(),
        new TotalMakesGrade());
}

public sealed class BaseItemLosesPoints : Rule
{
    public override void Define()
    {
        FactGroup<string, Entry> losses = null!;
        When().Query(() => losses, q => q.Match<Entry>(e => e.Item.StartsWith("base.", StringComparison.Ordinal)).GroupBy(e => e.Item));
        Then().Yield(_ => new Loss(Points.Min(4, losses.Sum(e => e.Value.GetValueOrDefault()))));
    }
}

public sealed class MonthEarnsTaskPoints : Rule
{
    public override void Define()
    {
        Subject member = null!;
        FactGroup<int, Entry> tasks = null!;
        When()
            .Match(() => member)
            .Query(() => tasks, q => q
                .Match<Entry>(e => e.Item.StartsWith("pledge.", StringComparison.Ordinal)
                    || (e.Item.StartsWith("task.", StringComparison.Ordinal) && member.Employment == "in-post"))
                .GroupBy(e => e.Date.Month));
        Then().Yield(_ => new MonthlyTask(Points.Min(6, tasks.Sum(e => e.Value.GetValueOrDefault()))));
    }
}

public sealed class MemberIsExempt : Rule
{
    public override void Define()
    {
        Subject member = null!;
        When()
            .Match(() => member)
            .Exists<Entry>(e => e.Item == "exemption.wish")
            .Exists<Entry>(e => e.Item == "exemption.application")
            .Exists<Entry>(e => e.Item == "exemption.review")
            .Exists<Entry>(e => e.Item == "exemption.approval");
        Then().Yield(_ => new Exempted(member));
    }
}

public sealed class MemberIsVetoed : Rule
{
    public override void Define()
    {
        Subject member = null!;
        When()
            .Match(() => member)
            .Exists<Entry>(e => e.Item == "violation");
        Then().Yield(_ => new Vetoed(member));
    }
}

public sealed class PartsMakeTotal : Rule
{
    public override void Define()
    {
        Subject member = null!;
        Facts<Loss> losses = null!;
        Facts<MonthlyTask> tasks = null!;
        Facts<Entry> rewards = null!;
        Facts<Entry> commendations = null!;
        When()
            .Match(() => member)
            .Not<Exempted>()
            .Query(() => losses, q => q.Match<Loss>().Collect())
            .Query(() => tasks, q => q.Match<MonthlyTask>().Collect())
            .Query(() => rewards, q => q.Match<Entry>(e => e.Item.StartsWith("reward.", StringComparison.Ordinal)).Collect())
            .Query(() => commendations, q => q.Match<Entry>(e => e.Item == "commendation").Collect());
        Then().Yield(_ => new MemberTotal(
            member,
            20 - losses.Sum(l => l.Points)
                + Points.Min(70, tasks.Sum(t => t.Points))
                + Points.Min(10, rewards.Sum(e => e.Value.GetValueOrDefault()))
                + commendations.Sum(e => e.Value.GetValueOrDefault())));
    }
}

public sealed class TotalMakesGrade : Rule
{
    public override void Define()
    {
        MemberTotal total = null!;
        Facts<Vetoed> vetoes = null!;
        When()
            .Match(() => total)
            .Query(() => vetoes, q => q.Match<Vetoed>().Collect());
        Then().Yield(_ => new MemberGrade(
            total,
            vetoes.Count > 0 || total.Points < 60 ? "unqualified"
                : total.Points >= 90 ? "excellent"
                : total.Points >= 80 ? "qualified"
                : "basically-qualified"));
    }
}
