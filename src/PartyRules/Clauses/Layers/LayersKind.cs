using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Layered;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Layers;

/// <summary>What lower organisations may set and add.</summary>
internal sealed class LayersKind : ClauseKind
{
    private const string Twice = "scheme.layer-twice";

    /// <inheritdoc/>
    public override string Key => "layers";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<LayersDocument>(Key) is not { } from)
            return;
        at.Cite(from.Cites, "$.layers.cites");
        if (from.Calendar && !at.Has("calendar"))
            at.Report("scheme.layer-calendar", "$.layers.calendar", at.Head.Id);
        for (var i = 0; i < from.Amounts.Count; i++)
        {
            var open = from.Amounts[i];
            CheckOpen(at, open.At, $"$.layers.amounts[{i}]", JsonValueKind.Number, text =>
                Points.TryParse(text, out var amount) && amount >= open.AtLeast && amount <= open.AtMost);
        }

        for (var i = 0; i < from.Words.Count; i++)
            CheckOpen(at, from.Words[i].At, $"$.layers.words[{i}]", JsonValueKind.String, from.Words[i].OneOf.Contains);
        at.CheckUnique("$.layers.items", from.Items.Select(items => items.Component), "component", Twice);
        at.CheckUnique("$.layers.amounts", from.Amounts.Select(amount => amount.At), "at", Twice);
        at.CheckUnique("$.layers.words", from.Words.Select(word => word.At), "at", Twice);
        for (var i = 0; i < from.Outcomes.Count; i++)
            at.Word<OutcomeKind>($"$.layers.outcomes[{i}]", from.Outcomes[i]);
        for (var i = 0; i < from.Items.Count; i++)
        {
            var (open, path) = (from.Items[i], $"$.layers.items[{i}]");
            at.Word($"{path}.component", open.Component, at.DeclaredOf<Component>());
            at.Words($"{path}.effects", open.Effects, EnumWords<ItemEffect>.Members);
            if (open.Maximum < 0)
                at.Report("scheme.negative", $"{path}.maximum");
            if (open.Each < 0)
                at.Report("scheme.negative", $"{path}.each");
            if (open.AtMost < 1)
                at.Report("scheme.at-least-one", $"{path}.atMost");
        }
    }

    private static void CheckOpen(Resolving at, string place, string path, JsonValueKind kind, Func<string, bool> isWithin)
    {
        var present = at.Layered.Follow(place)?[^1];
        List<string> values = present is JsonValue value && value.GetValueKind() == kind ? [value.ToString()]
            : kind == JsonValueKind.Number && AmountRows.Are(present) ? [.. present!.AsArray().Select(row => row!["is"]!.ToString())]
            : [];
        if (values.Count == 0)
            at.Report("scheme.layer-path", $"{path}.at", place);
        else if (at.Layered.IsAmbiguous(place))
            at.Report("scheme.layer-ambiguous", $"{path}.at", place);
        else if (values.Find(each => !isWithin(each)) is { } outside)
            at.Report("scheme.layer-own-range", path, place, outside);
    }
}
