using PartyRules.Arithmetic;
using PartyRules.Clauses.Components;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>The parts of the total.</content>
internal sealed partial class SchemeResolver
{
    private readonly List<Component> components = [];

    private void ResolveComponent(ComponentDocument from, int index, string path)
    {
        CheckId($"{path}.id", from.Id);
        if (components.Exists(known => known.Id == from.Id))
            Report("scheme.duplicate-id", $"{path}.id", from.Id);
        if (from.Minimum > from.Start || from.Start > from.Maximum)
            Report("scheme.bounds", path);
        if (from.Weight < 0)
            Report("scheme.negative", $"{path}.weight");
        var limitsTallies = from.Limit is not null && from.Items.Any(item => item.Limit is not null);
        var component = new Component
        {
            Id = from.Id,
            Index = index,
            Name = from.Name,
            Start = from.Start,
            Minimum = from.Minimum,
            Maximum = from.Maximum,
            Limit = Limit(from.Limit, $"{path}.limit"),
            IsRequired = from.Required,
            Weight = from.Weight,
            IsGrouped = document.Groups.Any(group => group.Of.Contains(from.Id)),
            Multipliers = Each($"{path}.multipliers", from.Multipliers, ResolveMultiplier),
            Carries = Each($"{path}.carries", from.Carries, ResolveCarried),
            LimitsTallies = limitsTallies,
            IsCompound = limitsTallies || from.Multipliers.Count > 0 || from.Carries.Count > 0 || from.Rules is not null || from.Items.Any(item => item.Appraisal is not null),
            Rules = from.Rules is null ? null : Id($"{path}.rules", from.Rules),
            Rounding = rounding ?? Rounding.None,
            Cites = Cite(from.Cites, $"{path}.cites"),
        };
        components.Add(component);
        if (from.Items.Count == 0 && from.Carries.Count == 0 && from.Rules is null)
            Report("scheme.empty-list", $"{path}.items");
        for (var i = 0; i < from.Items.Count; i++)
            items.Add(ResolveItem(from.Items[i], component, i, $"{path}.items[{i}]"));
    }
}
