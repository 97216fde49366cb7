using System.Text.Json.Serialization;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What an outcome is. In JSON it is the word that schemes use, such as <c>award</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeKind>))]
public enum OutcomeKind
{
    /// <summary>A proposed award.</summary>
    [JsonStringEnumMemberName("award")]
    Award,

    /// <summary>
    /// A proposed award that travels, such as the red flag: whoever is given it holds it until the next round. Results list it among the
    /// awards, and reports show who held it in each round.
    /// </summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

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
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/outcomes.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class OutcomeClause
{
    internal OutcomeClause(string code, OutcomeKind kind, LocalText name, bool onYear, Condition when, Citation cites) =>
        (Code, Kind, Name, OnYear, When, Cites) = (code, kind, name, onYear, when, cites);

    /// <summary>The code in results, which name it once; several clauses may have one.</summary>
    public string Code { get; }

    /// <summary>What it is.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>Whether it stands on the year's row rather than a round's, where they differ.</summary>
    public bool OnYear { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The condition.</summary>
    internal Condition When { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
