namespace PartyRules.Engine.Tests.Reference;

/// <summary>Random facts with few values.</summary>
internal sealed class FactGenerator(Random random)
{
    /// <summary>Facts of every type, of each from none to so many, in no order.</summary>
    public IReadOnlyList<object> Next(int mostOfType)
    {
        var facts = RuleSetGenerator.FactTypes.SelectMany(
            type => Of(type, random.Next(4) == 0 ? random.Next(3) : random.Next(mostOfType + 1))).ToArray();
        random.Shuffle(facts);
        return facts;
    }

    /// <summary>Facts of one type.</summary>
    public IEnumerable<object> Of(Type type, int count) => Enumerable.Range(0, count).Select(_ => New(type)).ToList();

    private object New(Type type) => type.Name switch
    {
        nameof(Item) => new Item(Number(), Small.Tag(Number()), Number()),
        nameof(Ticket) => new Ticket(Number(), Small.Limit(Number()), Number(), random.Next(2)),
        nameof(Coin) => new Coin(Number(), Small.Level(Number()), Small.Limit(Number())),
        nameof(Token) => new Token(Number(), Small.Level(Number()), random.Next(2)),
        nameof(Square) => new Square(Number(), Small.Level(Number()), Number()),
        nameof(Circle) => new Circle(Number(), Small.Level(Number()), Small.Tag(Number())),
        nameof(Shape) => new Shape(Number(), Small.Level(Number())),
        nameof(Link) => new Link(Number(), Number()),
        nameof(Path) => new Path(Number(), Number()),
        _ => new Note($"note {Number()}"),
    };

    private int Number() => random.Next(Small.Values);
}
