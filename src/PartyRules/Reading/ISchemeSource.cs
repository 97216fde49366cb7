using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>Somewhere schemes come from: files, a database, whatever an application has.</summary>
/// <remarks>
/// Usual ones are made by <see cref="SchemeSource"/>. Implementations are thread-safe, and give the schemes as they are when asked.
/// </remarks>
public interface ISchemeSource
{
    /// <summary>Reads the schemes as they are now; several may be versions of one.</summary>
    /// <exception cref="ProblemException">Some cannot be read, or are not valid; carries every problem found.</exception>
    IReadOnlyList<SourcedScheme> Read();

    /// <summary>Tells whenever the schemes may have changed; once too often does no harm.</summary>
    /// <param name="changed">Is told, from any thread.</param>
    /// <returns>Ends the watch when disposed; null, the default, for a source that cannot tell.</returns>
    IDisposable? Watch(Action changed) => null;
}

/// <summary>A scheme, and where it was read.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="scheme">The scheme.</param>
/// <param name="path">The file in which it stands; null for none.</param>
public sealed class SourcedScheme(Scheme scheme, string? path = null)
{
    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; } = scheme;

    /// <summary>The file in which it stands, beside which its worked cases may be; null for none.</summary>
    public string? Path { get; } = path;

    /// <summary>Where each of its parts stands; known where it was read from a file here.</summary>
    internal Func<string, SourceLocation>? Places { get; init; }

    /// <summary>The scheme and its version.</summary>
    public override string ToString() => Scheme.ToString();
}
