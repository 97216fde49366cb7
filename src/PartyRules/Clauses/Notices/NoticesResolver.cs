using PartyRules.Clauses.Notices;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>How results are put up for objections.</content>
internal sealed partial class SchemeResolver
{
    private const int MostObjectionDays = 366;

    private NoticeClause ResolveNotice(NoticeDocument from)
    {
        var names = Word("$.notice.names", from.Names, new Dictionary<string, NoticeNames>(StringComparer.Ordinal)
        {
            ["masked"] = NoticeNames.Masked,
            ["full"] = NoticeNames.Full,
            ["id"] = NoticeNames.Id,
        });
        if (from.ObjectionDays is < 1 or > MostObjectionDays)
            Report("scheme.objection-days", "$.notice.objectionDays", from.ObjectionDays, MostObjectionDays);
        return new NoticeClause(names, from.ObjectionDays, from.Objections, Cite(from.Cites, "$.notice.cites"));
    }
}
