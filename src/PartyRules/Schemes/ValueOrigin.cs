using PartyRules.Diagnostics;

namespace PartyRules.Schemes;

/// <summary>Where a part of a scheme comes from that a layer adds or sets, or that holds for a time. Parts that no origin names stand in their place in the highest scheme.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Path">The part's JSON path in the scheme that all layers make.</param>
/// <param name="Scheme">The identifier of the layer that added or set it.</param>
/// <param name="Location">The file and the place in it.</param>
public sealed record ValueOrigin(string Path, string Scheme, SourceLocation Location)
{
    /// <summary>The first day on which it holds; null for the first of the scheme.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; null for the last of the scheme.</summary>
    public DateOnly? To { get; init; }
}
