using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>When a subject is left out of scoring.</summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/exemptions.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class ExemptionClause
{
    internal ExemptionClause(string id, LocalText name, bool isPending, Condition when, Citation cites) =>
        (Id, Name, IsPending, When, Cites) = (id, name, isPending, when, cites);

    /// <summary>The identifier, unique among the scheme's exemptions.</summary>
    public string Id { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>Whether the subject's case is pending, so that its row is incomplete, rather than exempt.</summary>
    public bool IsPending { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The condition, on the subject and the entries.</summary>
    internal Condition When { get; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
