namespace PartyRules.Schemes;

/// <summary>Whose entries count for a linked subject: that which a further column names, or the parent.</summary>
/// <seealso href="docs/schemes/clauses/crediting.md">The kind of clause, its keys and how it is evaluated</seealso>
/// <param name="id">The identifier.</param>
/// <param name="codes">The codes of the entries.</param>
/// <param name="attribute">The column that names the linked subject; null for the parent.</param>
/// <param name="cites">What it rests on.</param>
internal sealed class CreditingClause(string id, IReadOnlySet<string> codes, string? attribute, Citation cites)
{
    public string Id { get; } = id;

    public IReadOnlySet<string> Codes { get; } = codes;

    public Citation Cites { get; } = cites;

    /// <summary>Whether the entries also count for the subject that they are about.</summary>
    public bool CountsForBoth { get; init; }

    /// <summary>Whether every subject must name one for whom its entries count; otherwise they stay with who names none.</summary>
    public bool IsLinkRequired { get; init; }

    /// <summary>The column in which the linked subject is named.</summary>
    public string Column => attribute ?? "parent";

    /// <summary>The linked subject's identifier; empty for none.</summary>
    public string LinkOf(Subject subject) => attribute is null ? subject.Parent : subject.Attributes.GetValueOrDefault(attribute, "");

    /// <summary>The identifier of another subject for whom entries about a subject count; null where they stay with it.</summary>
    public string? CreditedBy(Subject subject) => LinkOf(subject) is { Length: > 0 } link && link != subject.Id ? link : null;
}
