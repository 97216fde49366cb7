using System.Collections.ObjectModel;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests.Reference;

// Facts for random rules: few properties with few values, so that joins meet, duplicates come about, and groups are large or empty.
public enum Level
{
    Low,
    Middle,
    High,
}

/// <summary>Read through an interface by facts of different kinds.</summary>
public interface IMarked
{
    int Key { get; }

    int Depth { get; }
}

/// <summary>Value equality; a name that may be missing.</summary>
public sealed record Item(int Key, string? Tag, int Value);

/// <summary>No value equality: every yielded ticket is a fact of its own. The depth bounds recursion.</summary>
public sealed class Ticket(int key, int? limit, int value, int depth) : IMarked
{
    public int Key { get; } = key;

    public int? Limit { get; } = limit;

    public int Value { get; } = value;

    public int Depth { get; } = depth;

    public override string ToString() => $"Ticket {{ Key = {Key}, Limit = {Limit}, Value = {Value}, Depth = {Depth} }}";
}

/// <summary>A value type, among whose keys one may be missing.</summary>
public readonly record struct Coin(int Key, Level Level, int? Limit) : IMarked
{
    public int Depth => 0;
}

/// <summary>A value type that counts each time it is yielded, even if an equal one is there. The depth bounds recursion.</summary>
[Occurrence]
public readonly record struct Token(int Key, Level Level, int Depth) : IMarked;

/// <summary>A base type that is itself a fact.</summary>
public record Shape(int Key, Level Level);

public sealed record Square(int Key, Level Level, int Value) : Shape(Key, Level), IMarked
{
    public int Depth => 0;
}

public sealed record Circle(int Key, Level Level, string? Tag) : Shape(Key, Level);

public sealed record Link(int From, int To);

public sealed record Path(int From, int To);

/// <summary>What rules report: everything that they saw, as text.</summary>
public sealed record Note(string Text);

/// <summary>What random rules call to stay within the few values, so that recursion ends.</summary>
public static class Small
{
    public const int Values = 5;

    private static readonly string?[] Tags = ["a", "B", "b", null];

    public static int Of(int number) => ((number % Values) + Values) % Values;

    public static string? Tag(int number) => Tags[Of(number) % Tags.Length];

    public static Level Level(int number) => (Level)(Of(number) % 3);

    public static int? Limit(int number) => Of(number) % 3 is var limit && limit == 2 ? null : limit;

    /// <summary>As many numbers as the given one says; none for 0.</summary>
    public static IEnumerable<int> UpTo(int number) => Enumerable.Range(0, Of(number));
}

/// <summary>Where actions write what they did: the service that random rules depend on.</summary>
public sealed class ActionLog : IServiceProvider
{
    public Collection<string> Lines { get; } = [];

    public void Write(IContext context, string text) => Lines.Add($"{context.Rule.Name} {text}");

    public object? GetService(Type serviceType) => serviceType == typeof(ActionLog) ? this : null;
}
