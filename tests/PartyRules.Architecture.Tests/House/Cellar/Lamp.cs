using PartyRules.Architecture.Tests.House.Roof;

namespace PartyRules.Architecture.Tests.House.Cellar;

/// <summary>Knows the roof in a lambda, where no signature shows it.</summary>
internal static class Lamp
{
    public static Func<int> Lit { get; } = () => Tile.Laid<Slate>(0);
}
