using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Something follows from a result. All but findings are proposals for people to decide on.</summary>
/// <remarks>Equality is of its members: equal outcomes of one subject and period are one. Immutable and thread-safe.</remarks>
public sealed class Outcome : IEquatable<Outcome>
{
    /// <summary>Makes an outcome, as rules in code yield it.</summary>
    /// <param name="subject">About whom.</param>
    /// <param name="period">On which row: a round or the year.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="code">The code in results.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="cites">What it rests on; null for nothing that is published.</param>
    /// <param name="clause">The scheme's clause whose condition held; null for none.</param>
    public Outcome(
        Subject subject, Period period, OutcomeKind kind, string code, LocalText name, Citation? cites, OutcomeClause? clause = null)
    {
        (Subject, Period, Kind) = (subject, period, kind);
        (Code, Name, Cites, Clause) = (code, name, cites, clause);
    }

    /// <summary>About whom.</summary>
    public Subject Subject { get; }

    /// <summary>On which row: a round or the year.</summary>
    public Period Period { get; }

    /// <summary>What it is.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>The code in results.</summary>
    public string Code { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>What it rests on; null for a finding that the library itself or rules in code raise.</summary>
    public Citation? Cites { get; }

    /// <summary>The clause whose condition held; null where another kind of clause or rules in code raised it.</summary>
    public OutcomeClause? Clause { get; }

    /// <summary>Whether another outcome is the same in every member.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Outcome? other) => ReferenceEquals(this, other)
        || (other is not null && Subject == other.Subject && Period == other.Period && Kind == other.Kind && Code == other.Code
            && Name == other.Name && Equals(Cites, other.Cites) && Clause == other.Clause);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Outcome);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subject, Period, Code);

    /// <summary>Subject, period and code.</summary>
    public override string ToString() => $"{Subject.Id} {Period} {Code}";

    /// <summary>The finding that a clause raises on a dossier's row.</summary>
    internal static Outcome Raised(Dossier on, FindingText finding, Citation? cites) =>
        new(on.Subject, on.Period, OutcomeKind.Finding, finding.Code, finding.Name, cites);
}
