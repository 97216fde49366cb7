namespace PartyRules.Architecture.Tests.House.Cellar;

/// <summary>Something that others may know.</summary>
internal class Barrel
{
    public int Count { get; set; }

    public static Barrel Full { get; } = new();
}
