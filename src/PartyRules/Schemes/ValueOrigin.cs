using PartyRules.Diagnostics;

namespace PartyRules.Schemes;

/// <summary>Where a part of a layered scheme comes from. Parts that no origin names come from the highest scheme.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Path">The part's JSON path in the scheme that all layers make.</param>
/// <param name="Scheme">The identifier of the layer that added or set it.</param>
/// <param name="Location">The file and the place in it.</param>
public sealed record ValueOrigin(string Path, string Scheme, SourceLocation Location);
