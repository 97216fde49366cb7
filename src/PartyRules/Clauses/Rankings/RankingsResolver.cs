using PartyRules.Clauses.Rankings;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Who competes with whom, and ties.</content>
internal sealed partial class SchemeResolver
{
    private static readonly Dictionary<string, PoolKind> Pools = new(StringComparer.Ordinal)
    {
        ["parent"] = PoolKind.Parent,
        ["category"] = PoolKind.Category,
        ["all"] = PoolKind.All,
    };

    private RankingClause ResolveRanking(RankingDocument from)
    {
        var ties = Word("$.ranking.ties", from.Ties, new Dictionary<string, TieKind>(StringComparer.Ordinal)
        {
            ["share"] = TieKind.Share,
            ["dense"] = TieKind.Dense,
            ["lower"] = TieKind.Lower,
        });
        var ids = components.DistinctBy(component => component.Id).ToDictionary(component => component.Id, StringComparer.Ordinal);
        var tieBreaks = from.TieBreaks.Select((id, i) => Word($"$.ranking.tieBreaks[{i}]", id, ids)).OfType<Component>();
        return new RankingClause(Word("$.ranking.pool", from.Pool, Pools), [.. tieBreaks], Cite(from.Cites, "$.ranking.cites")) { Ties = ties, On = RowsOf(from.On, "$.ranking.on") };
    }
}
