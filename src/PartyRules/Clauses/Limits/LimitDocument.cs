using PartyRules.Documents;

namespace PartyRules.Clauses.Limits;

/// <summary>The most that counts within a window of time.</summary>
internal sealed record LimitDocument
{
    [Words(typeof(WindowWord))]
    public required string Per { get; init; }

    public required Points Points { get; init; }

    public FindingDocument? Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}
