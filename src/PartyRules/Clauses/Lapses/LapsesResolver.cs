using PartyRules.Clauses.Lapses;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Entries that stop counting.</content>
internal sealed partial class SchemeResolver
{
    private Lapse ResolveLapse(LapseDocument from, string path)
    {
        if (from.By is null == from.AfterMonths is null)
            Report("scheme.exactly-one", path, "by, afterMonths");
        if (from.Until is not null && from.By is null)
            Report("scheme.until-without-by", $"{path}.until");
        if (from.AfterMonths < 1)
            Report("scheme.at-least-one", $"{path}.afterMonths");
        Words($"{path}.of", from.Of, codes.Keys);
        var (by, until) = (from.By is null ? null : Record($"{path}.by", from.By).Code, from.Until is null ? null : Record($"{path}.until", from.Until).Code);
        return new Lapse(Id($"{path}.id", from.Id), from.Of.ToHashSet(StringComparer.Ordinal), by, until, from.AfterMonths, Cite(from.Cites, $"{path}.cites"));
    }
}
