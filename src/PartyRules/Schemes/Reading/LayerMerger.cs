using PartyRules.Diagnostics;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <summary>Adds a lower organisation's clauses to a higher one's scheme, within the limits that the higher one states.</summary>
internal sealed class LayerMerger(SchemeDocument higher, LayerDocument layer, JsonTree tree, JsonTree higherTree, List<Problem> problems)
{
    private readonly List<(string Merged, string Own)> places = [];

    /// <summary>The scheme of both.</summary>
    public SchemeDocument Merge()
    {
        if (layer.Id == higher.Id)
            Report("scheme.layer-id", "$.id", layer.Id);
        if (layer.Extends.Version != higher.Version)
            Report("scheme.layer-version", "$.extends.version", layer.Extends.Version, higher.Id, higher.Version);
        if (layer.Effective.From < higher.Effective.From || (higher.Effective.To is { } end && !(layer.Effective.To <= end)))
            Report("scheme.layer-effective", "$.effective", higher.Id);
        if (higher.Layers is not { } limits)
        {
            Report("scheme.layer-closed", "$.extends.scheme", higher.Id);
            return higher;
        }

        CheckKinds(limits);
        Place("$.records", higher.Records.Count, "$.records", layer.Records.Count);
        Place("$.outcomes", higher.Outcomes.Count, "$.outcomes", layer.Outcomes.Count);
        Place("$.requirements", higher.Requirements.Count, "$.requirements", layer.Requirements.Count);
        return higher with
        {
            Id = layer.Id,
            Version = layer.Version,
            Effective = layer.Effective,
            Name = layer.Name,
            Source = layer.Source,
            Components = [.. higher.Components.Select((component, i) => component with { Items = [.. component.Items, .. Added(component, i, limits)] })],
            Records = [.. higher.Records, .. layer.Records],
            Outcomes = [.. higher.Outcomes, .. layer.Outcomes],
            Requirements = [.. higher.Requirements, .. layer.Requirements],
            Layers = null,
        };
    }

    /// <summary>The place of a path of the scheme of both: in the lower one's file where it was added there, else in the higher one's.</summary>
    public SourceLocation At(string path)
    {
        foreach (var (merged, own) in places)
        {
            if (path.StartsWith(merged, StringComparison.Ordinal))
                return tree.At(own + path[merged.Length..]);
        }

        return path.StartsWith("$.id", StringComparison.Ordinal) || path.StartsWith("$.effective", StringComparison.Ordinal) ? tree.At(path) : higherTree.At(path);
    }

    private void CheckKinds(LayersDocument limits)
    {
        if (!limits.Records && layer.Records.Count > 0)
            Report("scheme.layer-may-not", "$.records", higher.Id, "records");
        if (!limits.Requirements && layer.Requirements.Count > 0)
            Report("scheme.layer-may-not", "$.requirements", higher.Id, "requirements");
        for (var i = 0; i < layer.Outcomes.Count; i++)
        {
            if (!limits.Outcomes.Contains(layer.Outcomes[i].Kind))
                Report("scheme.layer-may-not", $"$.outcomes[{i}].kind", higher.Id, layer.Outcomes[i].Kind);
        }

        for (var i = 0; i < layer.Items.Count; i++)
            CheckItem(layer.Items[i], limits, $"$.items[{i}]");
    }

    private void CheckItem(AddedItemDocument added, LayersDocument limits, string path)
    {
        var open = limits.Items.FirstOrDefault(items => items.Component == added.Component);
        if (open is null)
        {
            Report("scheme.layer-component", $"{path}.component", higher.Id, added.Component, string.Join(", ", limits.Items.Select(items => items.Component)));
            return;
        }

        if (!open.Effects.Contains(added.Item.Effect))
            Report("scheme.layer-may-not", $"{path}.item.effect", higher.Id, added.Item.Effect);
        if (higher.Components.SelectMany(component => component.Items).Any(item => item.Code == added.Item.Code))
            Report("scheme.duplicate-id", $"{path}.item.code", added.Item.Code);
        if (added.Item.Limit is not { Per: "year" } limit || limit.Points > open.Maximum)
            Report("scheme.layer-maximum", $"{path}.item", higher.Id, open.Maximum);
        if (added.Item.Cites is null)
            Report("scheme.layer-cites", $"{path}.item", layer.Id);
    }

    private IEnumerable<ItemDocument> Added(ComponentDocument component, int index, LayersDocument limits)
    {
        var next = component.Items.Count;
        for (var i = 0; i < layer.Items.Count; i++)
        {
            var isOpen = limits.Items.Any(items => items.Component == component.Id);
            if (layer.Items[i].Component != component.Id || !isOpen)
                continue;
            places.Add(($"$.components[{index}].items[{next++}]", $"$.items[{i}].item"));
            yield return layer.Items[i].Item;
        }
    }

    private void Place(string merged, int start, string own, int count)
    {
        for (var i = 0; i < count; i++)
            places.Add(($"{merged}[{start + i}]", $"{own}[{i}]"));
    }

    private void Report(string code, string path, params object?[] arguments) => problems.Add(SchemeReader.Messages.Problem(code, tree.At(path), arguments));
}
