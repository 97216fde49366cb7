using PartyRules.Arithmetic;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Weights, groups and the bounds of the total.</content>
internal sealed partial class SchemeResolver
{
    private void CheckWeights()
    {
        var weighed = document.Components.Where(component => component.Weight is not null).ToList();
        if (weighed.Count == 0)
            return;
        var sum = weighed.Sum(component => component.Weight!.Value.ToDecimal());
        if (weighed.Count < document.Components.Count || sum != 100)
            Report("scheme.weights", "$.components", sum);
        if (document.Groups.Count > 0)
            Report("scheme.weights-and-groups", "$.groups");
    }

    private TotalClause? ResolveTotal()
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        var inner = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < document.Groups.Count; i++)
        {
            var (from, path) = (document.Groups[i], $"$.groups[{i}]");
            Words($"{path}.of", from.Of, components.Select(component => component.Id).Concat(groups.Keys).Distinct(StringComparer.Ordinal));
            foreach (var part in from.Of.Where(part => !inner.Add(part)))
                Report("scheme.duplicate-id", $"{path}.of", part);
            if (from.Minimum > from.Maximum)
                Report("scheme.bounds", path);
            var group = new Group(
                Id($"{path}.id", from.Id),
                from.Name,
                components.FindAll(component => from.Of.Contains(component.Id)),
                [.. from.Of.Where(groups.ContainsKey).Select(id => groups[id])],
                from.Minimum,
                from.Maximum,
                Cite(from.Cites, $"{path}.cites"));
            if (components.Exists(component => component.Id == from.Id) || !groups.TryAdd(from.Id, group))
                Report("scheme.duplicate-id", $"{path}.id", from.Id);
        }

        var isWeighed = components.Exists(component => component.Weight is not null);
        if (document.Total is { } total && total.Minimum > total.Maximum)
            Report("scheme.bounds", "$.total");
        if (!isWeighed && groups.Count == 0 && document.Total is null)
            return null;
        return new TotalClause(
            isWeighed,
            [.. groups.Values.Where(group => !inner.Contains(group.Id))],
            document.Total?.Minimum,
            document.Total?.Maximum,
            rounding ?? Rounding.None,
            document.Total is null ? null : Cite(document.Total.Cites, "$.total.cites"));
    }
}
