using NRules.Fluent.Dsl;

// Written for NRules. The build compiles this file a second time with PartyRules.Engine.Fluent instead of the line above, and nothing else
// changed.
namespace PartyRules.NRules.Tests.Ported;

[Name("shop/big-customer"), Description("A customer whose orders add up to 100 or more is big."), Tag("orders")]
public sealed class BigCustomer : Rule
{
    public override void Define()
    {
        Customer customer = null!;
        IEnumerable<Order> orders = null!;
        var sum = 0;
        When()
            .Match(() => customer)
            .Query(() => orders, q => q.Match<Order>(o => o.Customer == customer.Name).Collect())
            .Let(() => sum, () => orders.Sum(o => o.Amount))
            .Having(() => sum >= 100);
        Then()
            .Yield(_ => new Said($"{customer.Name} is big with {sum}"));
    }
}

[Name("shop/city-orders")]
public sealed class CityOrders : Rule
{
    public override void Define()
    {
        IGrouping<string, string> group = null!;
        When()
            .Query(() => group, q => q.Match<Customer>().GroupBy(c => c.City, c => c.Name).Where(g => g.Count() > 1));
        Then()
            .Yield(_ => new Said($"{group.Key} has {group.Count()}"));
    }
}

[Name("shop/best-orders")]
public sealed class BestOrders : Rule
{
    public override void Define()
    {
        IEnumerable<Order> ordered = null!;
        When()
            .Query(() => ordered, q => q.Match<Order>().Collect().OrderByDescending(o => o.Amount).ThenBy(o => o.Number))
            .Having(() => ordered.Any());
        Then()
            .Yield(_ => new Said("best first: " + string.Join(' ', ordered.Select(o => o.Number))));
    }
}

[Name("shop/idle-customer")]
public sealed class IdleCustomer : Rule
{
    public override void Define()
    {
        Customer customer = null!;
        When()
            .Match(() => customer)
            .Not<Order>(o => o.Customer == customer.Name);
        Filter()
            .Where(() => customer.City != "nowhere");
        Then()
            .Yield(_ => new Said(customer.Name + " is idle"));
    }
}

[Name("shop/either"), Priority(5)]
public sealed class Either : Rule
{
    public override void Define()
    {
        Customer customer = null!;
        When()
            .Match(() => customer)
            .Or(x => x
                .Exists<Order>(o => o.Customer == customer.Name, o => o.Amount > 90)
                .And(y => y
                    .Match<Animal>(a => a.Name == customer.Name)
                    .All<Order>(o => o.Amount > 0)));
        Then()
            .Yield(_ => new Said(customer.Name + " is either"));
    }
}

[Name("shop/road-is-route")]
public sealed class RoadIsRoute : Rule
{
    public override void Define()
    {
        Road road = null!;
        When().Match(() => road);
        Then().Yield(_ => new Route(road.From, road.To));
    }
}
