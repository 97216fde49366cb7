using System.Text.Json.Serialization;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>What an outcome is.</summary>
public enum OutcomeKind
{
    /// <summary>A proposed award.</summary>
    [JsonStringEnumMemberName("award")]
    Award,

    /// <summary>A proposed measure.</summary>
    [JsonStringEnumMemberName("measure")]
    Measure,

    /// <summary>A proposed recommendation.</summary>
    [JsonStringEnumMemberName("recommendation")]
    Recommendation,

    /// <summary>Something a person should look at.</summary>
    [JsonStringEnumMemberName("finding")]
    Finding,
}

/// <summary>What follows from a result.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Code">The code in results.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="OnYear">Whether it stands on the year's row rather than a round's, where they differ.</param>
/// <param name="When">The condition.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/outcomes.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record OutcomeClause(string Code, OutcomeKind Kind, LocalText Name, bool OnYear, Condition When, Citation Cites);
