using PartyRules.Diagnostics;

namespace PartyRules.Schemes;

/// <summary>Where a part of a scheme comes from that a layer adds or sets, or that holds for a time.</summary>
/// <remarks>Parts that no origin names stand in their place in the highest scheme. Immutable and thread-safe.</remarks>
public sealed class ValueOrigin
{
    internal ValueOrigin(string path, string scheme, SourceLocation location) => (Path, Scheme, Location) = (path, scheme, location);

    /// <summary>The part's JSON path in the scheme that all layers make.</summary>
    public string Path { get; }

    /// <summary>The identifier of the layer that added or set it.</summary>
    public string Scheme { get; }

    /// <summary>The file and the place in it.</summary>
    public SourceLocation Location { get; }

    /// <summary>The first day, included, on which it holds; null for the first of the scheme.</summary>
    public DateOnly? From { get; internal init; }

    /// <summary>The last day, included, on which it holds; null for the last of the scheme.</summary>
    public DateOnly? To { get; internal init; }

    /// <summary>The path, the layer and the place.</summary>
    public override string ToString() => $"{Path} {Scheme} {Location}";
}
