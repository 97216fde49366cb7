using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Clauses.Layers;
using PartyRules.Diagnostics;
using PartyRules.Reading.Layered;
using PartyRules.Reading.Shape;
using PartyRules.Reading.Tree;

namespace PartyRules.Reading;

/// <summary>Adds a lower organisation's layer to the scheme above it, within the limits that the one above states.</summary>
internal sealed class LayerMerger(
    LayeredDocument above, IReadOnlyList<LayerDocument> inTime, JsonObject own, JsonTree tree, List<Diagnostics.Problem> problems)
{
    private readonly LayerDocument layer = inTime[0];
    private readonly LayersDocument? limits = above.Root["layers"] is { } open
        ? JsonSerializer.Deserialize(open, SchemeJson.Default.LayersDocument)
        : null;
    private readonly string higher = above.Text("id");

    /// <summary>The layer's file in each of the times into which its amounts divide it.</summary>
    public static IReadOnlyList<LayerDocument> InTime(JsonObject own, JsonTree tree)
    {
        var effective = JsonSerializer.Deserialize(own["effective"], SchemeJson.Default.EffectiveDocument)!;
        var starts = AmountRows.Within(own).SelectMany(amount => amount.Starts(effective)).Append(effective.From).Distinct().Order();
        var file = new LayeredDocument(own, tree);
        return [.. starts.Select(start => JsonSerializer.Deserialize(file.On(start).Root, SchemeJson.Default.LayerDocument)!)];
    }

    /// <summary>Checks the layer and, where nothing is wrong with it, adds it.</summary>
    public void Merge()
    {
        CheckHead();
        if (limits is null)
        {
            Report("scheme.layer-closed", "$.extends.scheme", higher);
            return;
        }

        CheckKinds(limits);
        var added = new AddedItems(above, limits, Report);
        foreach (var time in inTime)
            added.Check(time);
        if (layer.Layers is not null)
            new LayerLimits(limits, tree, higher, problems).Check(layer);
        SetAmounts(limits);
        var words = limits.Words.DistinctBy(word => word.At).ToDictionary(word => word.At, StringComparer.Ordinal);
        for (var i = 0; i < layer.Words.Count && !problems.AreTooMany(); i++)
            SetWord(layer.Words[i], words, $"$.words[{i}]");
        CheckSetOnce();
        AddItems();
        foreach (var key in new[] { "records", "rankings", "outcomes", "requirements" })
            Append(above.Root, own, key, "$");
        if (limits.Calendar && own["calendar"] is JsonObject calendar)
            AddYears(calendar);
        if (own["aliases"] is JsonObject aliases)
            AddAliases(above.Root, "aliases", aliases, "$.aliases");
        above.Root.Remove("layers");
        above.OpenToItems.UnionWith(limits.Items.Select(items => items.Component));
        foreach (var key in new[] { "id", "version", "effective", "name", "source", "layers" })
            Take(key);
        above.Higher.Add(higher);
    }

    private void CheckHead()
    {
        if (layer.Id == higher || above.Higher.Contains(layer.Id))
            Report("scheme.layer-id", "$.id", layer.Id);
        if (layer.Extends.Version != above.Text("version"))
            Report("scheme.layer-version", "$.extends.version", layer.Extends.Version, higher, above.Text("version"));
        var effective = JsonSerializer.Deserialize(above.Root["effective"]!, SchemeJson.Default.EffectiveDocument)!;
        if (layer.Effective.From < effective.From)
            Report(
                "scheme.layer-effective", "$.effective.from", Text(layer.Effective.From), higher, Text(effective.From), Text(effective.To));
        if (effective.To is { } end && !(layer.Effective.To <= end))
            Report(
                "scheme.layer-effective",
                layer.Effective.To is null ? "$.effective" : "$.effective.to",
                Text(layer.Effective.To),
                higher,
                Text(effective.From),
                Text(end));
    }

    /// <summary>What is set has one value.</summary>
    private void CheckSetOnce()
    {
        var amounts = layer.Amounts.Select((amount, i) => (amount.At, Path: $"$.amounts[{i}].at"));
        var words = layer.Words.Select((word, i) => (word.At, Path: $"$.words[{i}].at"));
        foreach (var twins in amounts.Concat(words).GroupBy(set => set.At, StringComparer.Ordinal))
        {
            foreach (var (at, path) in twins.Skip(1))
                Report("scheme.layer-twice", path, at);
        }
    }

    private static string Text(DateOnly? date) =>
        date is { } day ? day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : "…";

    private void CheckKinds(LayersDocument limits)
    {
        if (!limits.Records && layer.Records.Count > 0)
            Report("scheme.layer-may-not", "$.records", higher, "records");
        if (!limits.Requirements && layer.Requirements.Count > 0)
            Report("scheme.layer-may-not", "$.requirements", higher, "requirements");
        if (!limits.Calendar && layer.Calendar is not null)
            Report("scheme.layer-may-not", "$.calendar", higher, "calendar");
        if (!limits.Rankings && layer.Rankings.Count > 0)
            Report("scheme.layer-may-not", "$.rankings", higher, "rankings");
        for (var i = 0; i < layer.Outcomes.Count; i++)
        {
            if (!limits.Outcomes.Contains(layer.Outcomes[i].Kind))
                Report("scheme.layer-may-not", $"$.outcomes[{i}].kind", higher, layer.Outcomes[i].Kind);
        }
    }

    private void SetAmounts(LayersDocument limits)
    {
        var open = limits.Amounts.DistinctBy(amount => amount.At).ToDictionary(amount => amount.At, StringComparer.Ordinal);
        for (var i = 0; i < layer.Amounts.Count && !problems.AreTooMany(); i++)
            SetAmount(layer.Amounts[i].At, open, $"$.amounts[{i}]");
    }

    private void SetAmount(string place, Dictionary<string, LayerAmountDocument> byPlace, string path)
    {
        if (!byPlace.TryGetValue(place, out var open))
        {
            Report("scheme.layer-locked", $"{path}.at", higher, place, AddedItems.Open(byPlace.Keys));
            return;
        }

        var outside = AmountRows.FiguresOf(Own(path)["value"]!)
            .Where(figure => figure.Is < open.AtLeast || figure.Is > open.AtMost).ToList();
        foreach (var (amount, at) in outside)
            Report("scheme.layer-range", $"{path}.value{at}", higher, open.AtLeast, open.AtMost, amount);
        if (outside.Count == 0)
            Set(place, path);
    }

    private void SetWord(SetWordDocument set, Dictionary<string, LayerWordDocument> byPlace, string path)
    {
        if (!byPlace.TryGetValue(set.At, out var open))
            Report("scheme.layer-locked", $"{path}.at", higher, set.At, AddedItems.Open(byPlace.Keys));
        else if (!open.OneOf.Contains(set.Value))
            Report("scheme.unknown-word", $"{path}.value", set.Value, SchemeMessages.Catalog.Hint(set.Value, [.. open.OneOf]));
        else
            Set(set.At, path);
    }

    /// <summary>Puts the value and the citation where they belong.</summary>
    private void Set(string at, string path)
    {
        if (above.Set(Own(path), tree, path, layer.Id) is null)
            Report("scheme.layer-path", $"{path}.at", at);
    }

    private void AddItems()
    {
        for (var i = 0; i < layer.Items.Count; i++)
        {
            if (above.Component(layer.Items[i].Component) is not { } component)
                continue;
            var items = component["items"]!.AsArray();
            items.Add(Own($"$.items[{i}]")["item"]!.DeepClone());
            above.Place($"{items.GetPath()}[{items.Count - 1}]", tree, $"$.items[{i}].item", layer.Id);
        }
    }

    private void AddYears(JsonObject calendar)
    {
        if (above.Root["calendar"] is JsonObject known)
            Append(known, calendar, "years", "$.calendar");
        else
            Report("scheme.layer-calendar", "$.calendar", higher);
    }

    private void Append(JsonObject into, JsonObject from, string key, string path)
    {
        if (from[key] is not JsonArray added)
            return;
        if (into[key] is not JsonArray list)
            into[key] = list = [];
        for (var i = 0; i < added.Count; i++)
        {
            list.Add(added[i]!.DeepClone());
            above.Place($"{list.GetPath()}[{list.Count - 1}]", tree, $"{path}.{key}[{i}]", layer.Id);
        }
    }

    /// <summary>Adds lists of aliases to those that the scheme has, at whatever depth they stand.</summary>
    private void AddAliases(JsonObject into, string key, JsonObject added, string path)
    {
        if (into[key] is not JsonObject members)
            into[key] = members = new JsonObject();
        foreach (var (name, value) in added)
        {
            var at = $"{path}.{name}";
            if (value is JsonObject inner)
                AddAliases(members, name, inner, at);
            else if (value is JsonArray words)
                AddWords(members, name, words, at);
        }
    }

    private void AddWords(JsonObject members, string name, JsonArray words, string path)
    {
        if (members[name] is not JsonArray list)
            members[name] = list = [];
        for (var i = 0; i < words.Count; i++)
        {
            list.Add(words[i]!.DeepClone());
            above.Place($"{path}[{list.Count - 1}]", tree, $"{path}[{i}]", layer.Id);
        }
    }

    private void Take(string key)
    {
        if (own[key] is not { } value)
            return;
        above.Root[key] = value.DeepClone();
        above.Place($"$.{key}", tree, $"$.{key}", layer.Id);
    }

    /// <summary>A part of the layer's list.</summary>
    private JsonNode Own(string path)
    {
        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        return own[path[2..bracket]]![int.Parse(path[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)]!;
    }

    private void Report(string code, string path, params object?[] arguments) =>
        problems.Add(SchemeMessages.Catalog.Problem(code, tree.At(path), arguments));
}
