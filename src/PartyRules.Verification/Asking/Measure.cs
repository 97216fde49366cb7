using PartyRules.Verification.Bounds;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Asking;

/// <summary>Points that bounds bound and data sets show.</summary>
/// <param name="Of">The bounds, of one group.</param>
/// <param name="In">What a data set shows; null for nothing.</param>
internal sealed record Measure(Func<SchemeBounds, Interval> Of, Func<Seen, Points?> In);
