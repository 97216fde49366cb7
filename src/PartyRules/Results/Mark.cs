using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>A round of a subject has a mark.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Subject">The subject.</param>
/// <param name="Period">The round.</param>
/// <param name="Clause">The mark.</param>
public sealed record Mark(Subject Subject, Period Period, MarkClause Clause) : IKnownMark
{
    string IKnownMark.Id => Clause.Id;
}
