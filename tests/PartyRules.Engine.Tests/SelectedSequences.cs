using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>Selectors that give a sequence of a narrower type than the query asks for.</summary>
public sealed class SelectedSequences
{
    [Fact]
    public void AStringAnArrayAndAGroupAreTakenApart() =>
        RuleSet.Compile("apart", new EachIsSeen()).Evaluate([new Customer("ab"), new Order("c", 1, 5)]).Facts<Seen>()
            .Select(seen => seen.Name).Should().BeEquivalentTo("letter a", "letter b", "array ab", "order 1");

    private sealed class EachIsSeen : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            var letter = default(char);
            string name = null!;
            Order order = null!;
            When()
                .Match(() => customer)
                .Query(() => letter, q => q.From(() => customer).SelectMany(c => c.Name))
                .Query(() => name, q => q.From(() => customer).SelectMany(c => new[] { c.Name }))
                .Query(() => order, q => q.Match<Order>().GroupBy(o => o.Customer).SelectMany(orders => orders));
            Then()
                .Yield(_ => new Seen("letter " + letter))
                .Yield(_ => new Seen("array " + name))
                .Yield(_ => new Seen("order " + order.Number));
        }
    }
}
