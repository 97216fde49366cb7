using PartyRules.Architecture.Tests.House.Cellar;
using PartyRules.Architecture.Tests.House.Roof;
using PartyRules.Architecture.Tests.Reading;

namespace PartyRules.Architecture.Tests;

/// <summary>What the tests of floors rest on: that a reference is seen wherever it is written.</summary>
public class ReadingOfAssemblies
{
    private static readonly CompiledProject Own = CompiledProject.Read(typeof(ReadingOfAssemblies).Assembly.GetName().Name!);

    [Theory]
    [InlineData(nameof(Tile.Field))]
    [InlineData("Happening")]
    [InlineData(nameof(Tile.Property))]
    [InlineData(nameof(Tile.Bounded))]
    [InlineData(nameof(Tile.Attributed))]
    [InlineData(nameof(Tile.Parameter))]
    [InlineData(nameof(Tile.Instruction))]
    [InlineData(nameof(Tile.TypeArgument))]
    [InlineData(nameof(Tile.TypeToken))]
    [InlineData(nameof(Tile.Iterator))]
    [InlineData(nameof(Tile.Asynchronous))]
    [InlineData(nameof(Tile.Lambda))]
    [InlineData(nameof(Tile.Pattern))]
    [InlineData("declaration")]
    public void AReferenceIsSeenWhereverItStands(string member) =>
        Own.Arrows.Should().Contain(new Arrow(TypeOf<Tile>(), member, TypeOf<Barrel>()));

    [Fact]
    public void AnArrowUpwardsIsNamedWithTypeAndMember()
    {
        var drawing = Drawing.Read("""
            ```floors PartyRules.Architecture.Tests
            1  House/Roof    the tiles
            0  House/Cellar
            ```
            """).Single();
        Breaches.Of(drawing, Own).Should().BeEquivalentTo(
            $"{TypeOf<Tile>().Namespace[..^5]}.Cellar.Lamp, .cctor -> {TypeOf<Tile>()} (floor 0 -> 1)",
            $"{TypeOf<Tile>().Namespace[..^5]}.Cellar.Lamp, .cctor -> {TypeOf<Slate>()} (floor 0 -> 1)");
    }

    [Theory]
    [InlineData("2  House/Roof\n0  House/Cellar")]
    [InlineData("1  House/Roof, House/Cellar\n0  House/Cellar")]
    [InlineData("House/Roof")]
    public void AFaultyDrawingIsRefused(string floors)
    {
        var read = () => Drawing.Read($"```floors X\n{floors}\n```");
        read.Should().Throw<FormatException>();
    }

    private static CompiledType TypeOf<T>() => new(typeof(T).Namespace!, typeof(T).Name);
}
