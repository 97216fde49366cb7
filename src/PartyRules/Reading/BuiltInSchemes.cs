using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>The schemes that come with the library.</summary>
/// <remarks>Thread-safe. Each is read once, when it is first asked for.</remarks>
public static class BuiltInSchemes
{
    private const string Prefix = "PartyRules.Schemes.BuiltIn.";
    private static readonly Memo<string, Scheme> Schemes = new(id => SchemeReader.Read(Text(id), $"{id}.json"));

    /// <summary>The identifiers, ordinally.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(BuiltInSchemes).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The scheme of an identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <exception cref="ProblemException">There is no such scheme; the problem names the nearest.</exception>
    public static Scheme Get(string id) => Schemes[id];

    /// <summary>The UTF-8 JSON text of a scheme, byte for byte.</summary>
    /// <param name="id">The identifier.</param>
    /// <exception cref="ProblemException">There is no such scheme; the problem names the nearest.</exception>
    public static ReadOnlyMemory<byte> Text(string id)
    {
        if (!Ids.Contains(id))
            throw new ProblemException(
                SchemeMessages.Catalog.Problem("scheme.unknown", new SourceLocation(), id, SchemeMessages.Catalog.Hint(id, [.. Ids])));
        using var stream = typeof(BuiltInSchemes).Assembly.GetManifestResourceStream(Prefix + id + ".json")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
