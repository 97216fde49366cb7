using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/marks.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class MarkClause
{
    internal MarkClause(string id, LocalText name, Condition when, Citation cites) => (Id, Name, When, Cites) = (id, name, when, cites);

    /// <summary>The identifier, unique among the scheme's marks.</summary>
    public string Id { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The condition on the round.</summary>
    internal Condition When { get; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
