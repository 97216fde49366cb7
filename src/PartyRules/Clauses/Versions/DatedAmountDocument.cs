using PartyRules.Documents;

namespace PartyRules.Clauses.Versions;

/// <summary>A row of an amount that is stated by days.</summary>
[FixedNumbers]
internal sealed record DatedAmountDocument
{
    public required Points Is { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public CitationDocument? Cites { get; init; }
}
