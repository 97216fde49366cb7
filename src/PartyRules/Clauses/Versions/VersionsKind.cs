using PartyRules.Clauses.Core;

namespace PartyRules.Clauses.Versions;

/// <summary>When a scheme is in force, and amounts that hold for a time.</summary>
internal sealed class VersionsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "effective";
}
