using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>What came of reading schemes anew.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SchemesReloadedEventArgs : EventArgs
{
    internal SchemesReloadedEventArgs(IReadOnlyList<SchemeVersions> changed, IReadOnlyList<Problem> problems) =>
        (Changed, Problems) = (changed, problems);

    /// <summary>The schemes that are new or say something else than before, and are in force now; empty where they were refused.</summary>
    public IReadOnlyList<SchemeVersions> Changed { get; }

    /// <summary>Why they were refused, so that all schemes stay as they were; empty where they were not.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
