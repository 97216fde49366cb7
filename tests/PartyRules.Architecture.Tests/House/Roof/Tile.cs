using PartyRules.Architecture.Tests.House.Cellar;

namespace PartyRules.Architecture.Tests.House.Roof;

[AttributeUsage(AttributeTargets.All)]
internal sealed class MarkAttribute(Type of) : Attribute
{
    public Type Of { get; } = of;
}

internal sealed class Slate;

/// <summary>Knows a barrel in every way there is; each member in one.</summary>
internal sealed class Tile
{
    public List<Barrel[]?> Field = [];

    public event Action<Barrel>? Happening;

    public Barrel? Property { get; set; }

    public static int Laid<T>(int more) where T : class => more;

    public static T? Bounded<T>() where T : Barrel => null;

    [Mark(typeof(Barrel))]
    public void Attributed() => Happening?.Invoke(null!);

    public void Parameter(Dictionary<string, Barrel> barrels) => ArgumentNullException.ThrowIfNull(barrels);

    public void Local()
    {
        Barrel? local = null;
        GC.KeepAlive(local);
    }

    public int Instruction() => Barrel.Full.Count + Field.Count;

    public int TypeArgument() => Laid<Barrel>(1);

    public object TypeToken() => typeof(Barrel);

    public IEnumerable<int> Iterator()
    {
        yield return Barrel.Full.Count;
    }

    public async Task<int> Asynchronous()
    {
        await Task.Yield();
        return Barrel.Full.Count;
    }

    public Func<int, int> Lambda(int more) => less => Barrel.Full.Count + more - less;

    public bool Pattern(object thing) => thing is Barrel;

    public sealed class Nested : Barrel;
}
