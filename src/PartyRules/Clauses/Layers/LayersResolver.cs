using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <content>What lower organisations may add.</content>
internal sealed partial class SchemeResolver
{
    private void CheckLayers(LayersDocument from)
    {
        Cite(from.Cites, "$.layers.cites");
        CheckAmounts(from.Amounts);
        CheckOpenWords(from.Words);
        OpenOnce("items", "component", [.. from.Items.Select(items => items.Component)]);
        OpenOnce("amounts", "at", [.. from.Amounts.Select(amount => amount.At)]);
        OpenOnce("words", "at", [.. from.Words.Select(word => word.At)]);
        for (var i = 0; i < from.Outcomes.Count; i++)
            Word($"$.layers.outcomes[{i}]", from.Outcomes[i], OutcomeKinds);
        for (var i = 0; i < from.Items.Count; i++)
        {
            var (open, path) = (from.Items[i], $"$.layers.items[{i}]");
            Word($"{path}.component", open.Component, components.DistinctBy(component => component.Id).ToDictionary(component => component.Id, StringComparer.Ordinal));
            Words($"{path}.effects", open.Effects, ["add", "deduct"]);
            if (open.Maximum < 0)
                Report("scheme.negative", $"{path}.maximum");
        }
    }

    /// <summary>What is open is stated once, so that one range holds.</summary>
    private void OpenOnce(string section, string key, IReadOnlyList<string> open)
    {
        for (var i = 0; i < open.Count; i++)
        {
            if (open.Take(i).Contains(open[i]))
                Report("scheme.layer-twice", $"$.layers.{section}[{i}].{key}", open[i]);
        }
    }

    /// <summary>What is left open stands in the scheme, and the scheme itself keeps the range.</summary>
    private void CheckAmounts(IReadOnlyList<LayerAmountDocument> amounts)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            var (open, path) = (amounts[i], $"$.layers.amounts[{i}]");
            if (ClausePath.Follow(layered.Root, open.At)?[^1] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
                Report("scheme.layer-path", $"{path}.at", open.At);
            else if (!Points.TryParse(value.ToJsonString(), out var amount) || amount < open.AtLeast || amount > open.AtMost)
                Report("scheme.layer-own-range", path, open.At, value.ToJsonString());
        }
    }

    private void CheckOpenWords(IReadOnlyList<LayerWordDocument> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (open, path) = (words[i], $"$.layers.words[{i}]");
            if (ClausePath.Follow(layered.Root, open.At)?[^1] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
                Report("scheme.layer-path", $"{path}.at", open.At);
            else if (!open.OneOf.Contains(value.GetValue<string>()))
                Report("scheme.layer-own-range", path, open.At, value.GetValue<string>());
        }
    }
}
