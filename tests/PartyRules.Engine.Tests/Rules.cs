using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

public sealed class GoodCustomerGetsDiscount : Rule
{
    public override void Define()
    {
        Customer customer = null!;
        When()
            .Match(() => customer, c => c.IsGood)
            .Exists<Order>(o => o.Customer == customer.Name, o => o.Amount >= 100);
        Then()
            .Yield(_ => new Discount(customer.Name));
    }
}

public sealed class OrdersAddUp : Rule
{
    public override void Define()
    {
        Customer customer = null!;
        Facts<Order> orders = null!;
        When()
            .Match(() => customer)
            .Query(() => orders, q => q.Match<Order>(o => o.Customer == customer.Name).Collect());
        Then()
            .Yield(_ => new Summary(customer.Name, orders.Count, orders.Sum(o => o.Amount)));
    }
}

public sealed class CustomerWithoutDiscountIsSeen : Rule
{
    public override void Define()
    {
        Customer customer = null!;
        When()
            .Match(() => customer)
            .Not<Discount>(d => d.Customer == customer.Name);
        Then()
            .Yield(_ => new Seen(customer.Name));
    }
}

public sealed class RoadIsRoute : Rule
{
    public override void Define()
    {
        Road road = null!;
        When().Match(() => road);
        Then().Yield(_ => new Route(road.From, road.To));
    }
}

public sealed class RouteGrowsByRoad : Rule
{
    public override void Define()
    {
        Route route = null!;
        Road road = null!;
        When()
            .Match(() => route)
            .Match(() => road, r => r.From == route.To);
        Then()
            .Yield(_ => new Route(route.From, road.To));
    }
}

public sealed class AnimalIsSeen : Rule
{
    public override void Define()
    {
        Animal animal = null!;
        When().Match(() => animal);
        Then().Yield(_ => new Seen(animal.Name));
    }
}
