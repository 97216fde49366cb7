using PartyRules.Clauses.FollowUps;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Promises and their answers.</content>
internal sealed partial class SchemeResolver
{
    private FollowUpClause ResolveFollowUp(FollowUpDocument from, string path)
    {
        if (from.Days is null && round == PeriodKind.Year)
            Report("scheme.follow-up-round", path, string.Join(", ", Rounds.Keys.Where(word => word != "year")));
        return new FollowUpClause(
            Id($"{path}.id", from.Id),
            Record($"{path}.promise", from.Promise),
            Record($"{path}.answer", from.Answer),
            Finding(from.Finding, $"{path}.finding"),
            Cite(from.Cites, $"{path}.cites"))
        {
            Days = from.Days is null ? null : Range(from.Days, $"{path}.days"),
        };
    }
}
