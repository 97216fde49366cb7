using PartyRules.Clauses.Layers;
using PartyRules.Diagnostics;
using PartyRules.Reading.Tree;

namespace PartyRules.Reading;

/// <summary>What a layer lets those below it do is never more than it may do itself.</summary>
internal sealed class LayerLimits(LayersDocument above, JsonTree tree, string higher, List<Problem> problems)
{
    public void Check(LayerDocument layer)
    {
        var below = layer.Layers!;
        if ((below.Records && !above.Records) || (below.Requirements && !above.Requirements) || (below.Rankings && !above.Rankings)
            || (below.Calendar && !above.Calendar))
            Report("scheme.layer-wider", "$.layers");
        for (var i = 0; i < below.Outcomes.Count; i++)
        {
            if (!above.Outcomes.Contains(below.Outcomes[i]))
                Report("scheme.layer-wider", $"$.layers.outcomes[{i}]");
        }

        var ofComponents = above.Items.DistinctBy(items => items.Component).ToDictionary(items => items.Component, StringComparer.Ordinal);
        for (var i = 0; i < below.Items.Count; i++)
        {
            var open = ofComponents.GetValueOrDefault(below.Items[i].Component);
            var own = below.Items[i];
            if (open is null || own.Maximum > open.Maximum || own.Effects.Except(open.Effects, StringComparer.Ordinal).Any()
                || (open.Each is { } each && !(own.Each <= each)))
            {
                Report("scheme.layer-wider", $"$.layers.items[{i}]");
            }
            else if (open.AtMost is { } most)
            {
                CheckNumber(own, most, layer.Items.Count(added => added.Component == own.Component), $"$.layers.items[{i}]");
            }
        }

        var amounts = above.Amounts.DistinctBy(amount => amount.At).ToDictionary(amount => amount.At, StringComparer.Ordinal);
        for (var i = 0; i < below.Amounts.Count; i++)
        {
            var open = amounts.GetValueOrDefault(below.Amounts[i].At);
            if (open is null || below.Amounts[i].AtLeast < open.AtLeast || below.Amounts[i].AtMost > open.AtMost)
                Report("scheme.layer-wider", $"$.layers.amounts[{i}]");
        }

        var words = above.Words.DistinctBy(word => word.At).ToDictionary(word => word.At, StringComparer.Ordinal);
        for (var i = 0; i < below.Words.Count; i++)
        {
            var open = words.GetValueOrDefault(below.Words[i].At);
            if (open is null || below.Words[i].OneOf.Except(open.OneOf, StringComparer.Ordinal).Any())
                Report("scheme.layer-wider", $"$.layers.words[{i}]");
        }
    }

    /// <summary>What a layer adds and what it lets those below it add are together no more than it may add itself.</summary>
    private void CheckNumber(LayerItemsDocument own, int most, int added, string path)
    {
        if (!(own.AtMost <= most - added))
            Report("scheme.layer-wider-number", path, own.Component, most, added, Math.Max(most - added, 0));
    }

    private void Report(string code, string path, params object?[] more) =>
        problems.Add(SchemeMessages.Catalog.Problem(code, tree.At(path), [higher, .. more]));
}
