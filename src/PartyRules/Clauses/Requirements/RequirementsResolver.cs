using PartyRules.Clauses.Requirements;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>What must be reached in every window.</content>
internal sealed partial class SchemeResolver
{
    private RequirementClause ResolveRequirement(RequirementDocument from, string path)
    {
        var unrecordedIsZero = Word($"{path}.unrecorded", from.Unrecorded, new Dictionary<string, bool>(StringComparer.Ordinal) { ["ignored"] = false, ["zero"] = true });
        var countsEntries = Word($"{path}.measure", from.Measure, new Dictionary<string, bool>(StringComparer.Ordinal) { ["value"] = false, ["count"] = true });
        if (from.Records.Count == 0)
            Report("scheme.empty-list", $"{path}.records");
        return new RequirementClause(
            Id($"{path}.id", from.Id),
            Each($"{path}.records", from.Records, (code, at) => countsEntries ? Record(at, code) : RecordWithValue(at, code)),
            Window($"{path}.per", from.Per),
            from.AtLeast,
            unrecordedIsZero,
            Finding(from.Finding, $"{path}.finding"),
            Cite(from.Cites, $"{path}.cites"))
        {
            CountsEntries = countsEntries,
        };
    }
}
