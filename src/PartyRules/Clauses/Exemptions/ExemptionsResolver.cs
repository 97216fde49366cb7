using PartyRules.Clauses.Exemptions;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Who is left out of scoring.</content>
internal sealed partial class SchemeResolver
{
    private ExemptionClause ResolveExemption(ExemptionDocument from, string path) => new(
        Id($"{path}.id", from.Id), from.Name, Condition(from.When, $"{path}.when", Needs.None), Cite(from.Cites, $"{path}.cites"))
    {
        IsPending = Word($"{path}.as", from.As, new Dictionary<string, bool>(StringComparer.Ordinal) { ["exempt"] = false, ["pending"] = true }),
    };
}
