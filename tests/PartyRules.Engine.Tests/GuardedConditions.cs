using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>
/// Conditions that would fail for some facts, behind conditions that keep these facts away. Twenty facts, so that an index would be used.
/// </summary>
public sealed class GuardedConditions
{
    private static readonly object[] Facts = [
        new Parcel(null), new Parcel("AB"), .. Enumerable.Range(0, 20).Select(number => new Order($"{number}", number, number)),
    ];

    [Fact]
    [Statement(
        "Conditions guard those that stand after them: none is worked out for a combination that an earlier one has refused, whatever "
        + "the plan.")]
    public void AKeyOfTheFactIsNotWorkedOutWhereAConditionBeforeRefusesIt() =>
        RuleSet.Compile("guarded", new OrderOfTenth()).Evaluate(Facts).Facts<Seen>().Should()
            .BeEquivalentTo([new Seen("4"), new Seen("5")]);

    [Fact]
    public void AKnownKeyIsNotWorkedOutWhereAConditionBeforeRefusesIt() =>
        RuleSet.Compile("guarded", new OrderOfLength()).Evaluate(Facts).Facts<Seen>().Should().BeEquivalentTo([new Seen("2")]);

    [Fact]
    public void AConditionThatNamesNoFactOfItsOwnIsGuardedToo() =>
        RuleSet.Compile("guarded", new OrderOfLongParcel()).Evaluate(Facts).Facts<Seen>().Should().HaveCount(20);

    private sealed record Parcel(string? Code);

    private sealed class OrderOfTenth : Rule
    {
        public override void Define()
        {
            Parcel parcel = null!;
            Order order = null!;
            When()
                .Match(() => parcel, p => p.Code != null)
                .Match(() => order, o => o.Number != 0, o => 10 / o.Number == parcel.Code!.Length);
            Then()
                .Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class OrderOfLength : Rule
    {
        public override void Define()
        {
            Parcel parcel = null!;
            Order order = null!;
            When()
                .Match(() => parcel)
                .Match(() => order, o => parcel.Code != null, o => o.Number == parcel.Code!.Length);
            Then()
                .Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class OrderOfLongParcel : Rule
    {
        public override void Define()
        {
            Parcel parcel = null!;
            Order order = null!;
            When()
                .Match(() => parcel, p => p.Code != null)
                .Match(() => order, o => parcel.Code!.Length == 2);
            Then()
                .Yield(_ => new Seen(order.Customer));
        }
    }
}
