using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Shares of a pool.</content>
internal sealed partial class SchemeResolver
{
    private readonly Dictionary<string, Target> targets = new(StringComparer.Ordinal);

    private void ResolveTargets()
    {
        for (var i = 0; i < document.Targets.Count; i++)
        {
            var (from, path) = (document.Targets[i], $"$.targets[{i}]");
            var target = new Target(
                Id($"{path}.id", from.Id), from.Name, Word($"{path}.pool", from.Pool, Pools), Condition(from.When, $"{path}.when", Needs.Total), Cite(from.Cites, $"{path}.cites"));
            if (!targets.TryAdd(from.Id, target))
                Report("scheme.duplicate-id", $"{path}.id", from.Id);
        }
    }
}
