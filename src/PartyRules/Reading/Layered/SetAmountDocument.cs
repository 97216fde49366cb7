using PartyRules.Documents;

namespace PartyRules.Reading.Layered;

/// <summary>
/// An amount that replaces the one in its place: for a time, or, where a lower organisation sets what a higher one leaves open, for good.
/// </summary>
internal sealed record SetAmountDocument
{
    /// <summary>
    /// Where it stands: the keys that lead to it, with identifiers for the parts of lists, such as <c>/components/task/limit/points</c>.
    /// </summary>
    public required string At { get; init; }

    /// <summary>The first day on which it holds; absent for the first of the scheme.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; absent for the last of the scheme.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The amount.</summary>
    public required Points Value { get; init; }

    /// <summary>What it rests on; becomes the citation of the clause that holds the amount.</summary>
    public required CitationDocument Cites { get; init; }

    /// <summary>Whether it holds for a time only.</summary>
    public bool HasDates() => From is not null || To is not null;

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day > To);

    /// <summary>Whether it holds on some day between two.</summary>
    public bool HoldsWithin(DateOnly? from, DateOnly? to) => !(From > to) && !(To < from);
}
