using PartyRules.Arithmetic;
using PartyRules.Documents;

namespace PartyRules.Clauses.Years;

/// <summary>How rounds make the year's total.</summary>
internal sealed record YearDocument
{
    /// <summary>The percentage of each round in order. They sum to 100, or are 100 each, which adds the rounds up.</summary>
    public required IReadOnlyList<Points> Weights { get; init; }

    /// <summary>
    /// What a round without a total means: the year is <c>incomplete</c>, the round is <c>left-out</c> (the others' weights grow), or it
    /// counts <c>zero</c>. Must be stated.
    /// </summary>
    [Words(typeof(MissingPart))]
    public required string Missing { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
