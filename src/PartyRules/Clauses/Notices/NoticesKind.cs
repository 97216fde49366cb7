using PartyRules.Clauses.Core;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Notices;

/// <summary>How results are put up for objections.</summary>
internal sealed class NoticesKind : ClauseKind
{
    private const int MostObjectionDays = 366;

    /// <inheritdoc/>
    public override string Key => "notice";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<NoticeDocument>(Key) is not { } from)
            return;
        var names = at.Word<NoticeNames>("$.notice.names", from.Names);
        if (from.ObjectionDays is < 1 or > MostObjectionDays)
            at.Report("scheme.objection-days", "$.notice.objectionDays", from.ObjectionDays, MostObjectionDays);
        at.Clauses.Add(new NoticeClause(names, from.ObjectionDays, from.Objections, at.Cite(from.Cites, "$.notice.cites")));
    }
}
