using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Something follows from a result. All but findings are proposals for people to decide on.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe. Equal outcomes of one subject and period are one.</remarks>
/// <param name="Subject">About whom.</param>
/// <param name="Period">On which row: a round or the year.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The code in results.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Cites">What it rests on; null for a finding that the library itself raises.</param>
/// <param name="Clause">The clause whose condition held; null where another kind of clause raised it.</param>
public sealed record Outcome(Subject Subject, Period Period, OutcomeKind Kind, string Code, LocalText Name, Citation? Cites, OutcomeClause? Clause = null)
{
    /// <summary>What a clause finds on a dossier's row.</summary>
    internal static Outcome Found(Dossier on, FindingText finding, Citation? cites) =>
        new(on.Subject, on.Period, OutcomeKind.Finding, finding.Code, finding.Name, cites);
}
