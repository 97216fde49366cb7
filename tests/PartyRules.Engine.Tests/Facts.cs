namespace PartyRules.Engine.Tests;

// Invented facts of a small shop, shared by the tests.
public sealed record Customer(string Name, bool IsGood = true);

public sealed record Order(string Customer, int Number, decimal Amount);

public sealed record Discount(string Customer);

public sealed record Summary(string Customer, int Orders, decimal Amount);

public sealed record Road(string From, string To);

public sealed record Route(string From, string To);

public abstract record Animal(string Name);

public sealed record Dog(string Name) : Animal(Name);

public sealed record Cat(string Name) : Animal(Name);

public sealed record Seen(string Name);
