using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Rankings;

/// <summary>How subjects are ranked in each round, by total or a measure, the highest first.</summary>
internal record RankingDocument
{
    [Words(typeof(PoolKind))]
    public required string Pool { get; init; }

    public ConditionDocument? Among { get; init; }

    public string? By { get; init; }

    public required IReadOnlyList<string> TieBreaks { get; init; }

    public IReadOnlyList<string>? LowestFirst { get; init; }

    [Words(typeof(TieKind))]
    public required string Ties { get; init; }

    [Words(typeof(VetoedPlace))]
    public string Vetoed { get; init => field = value ?? "out"; } = "out";

    [Words(typeof(Rows))]
    public string On { get; init => field = value ?? "round"; } = "round";

    public required CitationDocument Cites { get; init; }
}

/// <summary>A further way in which subjects are ranked, which conditions name.</summary>
internal sealed record FurtherRankingDocument : RankingDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }
}
