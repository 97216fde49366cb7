using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>A subject is left out of scoring, or its case is pending.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
public sealed class Exemption : IEquatable<Exemption>
{
    internal Exemption(Dossier dossier, ExemptionClause clause) => (Dossier, Clause) = (dossier, clause);

    /// <summary>Who, and when.</summary>
    public Dossier Dossier { get; }

    /// <summary>The clause that says so.</summary>
    public ExemptionClause Clause { get; }

    /// <summary>Whether another exemption is of the same dossier and clause.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Exemption? other) => other is not null && Dossier == other.Dossier && Clause == other.Clause;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Exemption);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dossier, Clause);

    /// <summary>Subject, period and clause.</summary>
    public override string ToString() => $"{Dossier} {Clause}";
}
