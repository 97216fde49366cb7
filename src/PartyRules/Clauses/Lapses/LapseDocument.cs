using PartyRules.Documents;

namespace PartyRules.Clauses.Lapses;

/// <summary>When entries stop counting. Of <c>by</c> and <c>afterMonths</c> one is given.</summary>
internal sealed record LapseDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the items and records that stop counting.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The code of the record that, under the same reference, stops them: a correction, or an appeal that is open.</summary>
    public string? By { get; init; }

    /// <summary>The code of the record that, under the same reference, lets them count again; absent for none.</summary>
    public string? Until { get; init; }

    /// <summary>After how many months, at the end of the period, they have expired.</summary>
    public int? AfterMonths { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
