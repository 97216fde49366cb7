namespace PartyRules.Engine;

/// <summary>How a yielded fact came about.</summary>
public sealed class Derivation
{
    /// <summary>The fact.</summary>
    public required object Fact { get; init; }

    /// <summary>The name of the rule that yielded it; null for a given fact.</summary>
    public string? Rule { get; init; }

    /// <summary>What the rule matched.</summary>
    public IReadOnlyList<Derivation> Premises { get; init; } = [];
}
