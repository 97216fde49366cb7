namespace PartyRules.NRules.Tests;

// Invented facts of a small shop, shared by the rules in Ported.
public sealed record Customer(string Name, string City);

public sealed record Order(string Customer, int Number, int Amount);

public sealed record Road(string From, string To);

public sealed record Route(string From, string To);

public sealed record Said(string What);

public abstract record Animal(string Name);

public sealed record Dog(string Name) : Animal(Name);
