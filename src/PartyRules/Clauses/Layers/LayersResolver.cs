using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Clauses.Layers;
using PartyRules.Engine.Fluent;

namespace PartyRules.Reading;

/// <content>What lower organisations may add.</content>
internal sealed partial class SchemeResolver
{
    /// <summary>What is open is stated once, so that one range holds.</summary>
    private const string Twice = "scheme.layer-twice";

    private void CheckLayers(LayersDocument from)
    {
        Cite(from.Cites, "$.layers.cites");
        CheckAmounts(from.Amounts);
        CheckOpenWords(from.Words);
        CheckUnique("$.layers.items", from.Items.Select(items => items.Component), "component", Twice);
        CheckUnique("$.layers.amounts", from.Amounts.Select(amount => amount.At), "at", Twice);
        CheckUnique("$.layers.words", from.Words.Select(word => word.At), "at", Twice);
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

    private void CheckAmounts(IReadOnlyList<LayerAmountDocument> amounts)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            var open = amounts[i];
            CheckOpen(open.At, $"$.layers.amounts[{i}]", JsonValueKind.Number, text => Points.TryParse(text, out var amount) && amount >= open.AtLeast && amount <= open.AtMost);
        }
    }

    private void CheckOpenWords(IReadOnlyList<LayerWordDocument> words)
    {
        for (var i = 0; i < words.Count; i++)
            CheckOpen(words[i].At, $"$.layers.words[{i}]", JsonValueKind.String, words[i].OneOf.Contains);
    }

    /// <summary>What is left open stands in the scheme, once, and the scheme itself keeps within it.</summary>
    private void CheckOpen(string at, string path, JsonValueKind kind, Func<string, bool> isWithin)
    {
        if (ClausePath.Follow(layered.Root, at)?[^1] is not JsonValue value || value.GetValueKind() != kind)
            Report("scheme.layer-path", $"{path}.at", at);
        else if (ClausePath.IsAmbiguous(layered.Root, at))
            Report("scheme.layer-ambiguous", $"{path}.at", at);
        else if (!isWithin(value.ToString()))
            Report("scheme.layer-own-range", path, at, value.ToString());
    }
}
