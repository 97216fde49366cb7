using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Arithmetic;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Layers;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Worth;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Layered;
using PartyRules.Reading.Shape;

namespace PartyRules.Reading;

/// <summary>Whether the items that a layer adds keep within what the scheme above it leaves open.</summary>
internal sealed class AddedItems(LayeredDocument above, LayersDocument limits, Action<string, string, object?[]> report)
{
    private readonly string higher = above.Text("id");
    private readonly RoundingDocument? rounding = JsonSerializer.Deserialize(above.Root["rounding"], SchemeJson.Default.RoundingDocument);
    private readonly HashSet<string?> codes = [.. Components(above).SelectMany(component => component["items"]!.AsArray())
        .Select(item => (string?)item!["code"])];

    private readonly Dictionary<string, LayerItemsDocument> open =
        limits.Items.DistinctBy(items => items.Component).ToDictionary(items => items.Component, StringComparer.Ordinal);

    /// <summary>Checks the items of a layer.</summary>
    /// <param name="layer">The layer.</param>
    public void Check(LayerDocument layer)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < layer.Items.Count; i++)
        {
            var added = layer.Items[i];
            if (!open.TryGetValue(added.Component, out var within))
            {
                Report("scheme.layer-component", $"$.items[{i}].component", higher, added.Component, Open(open.Keys));
                continue;
            }

            var number = count[added.Component] = count.GetValueOrDefault(added.Component) + 1;
            if (number > within.AtMost)
                Report("scheme.layer-too-many", $"$.items[{i}].component", higher, added.Component, within.AtMost, number);
            Check(added.Item, within, layer.Id, $"$.items[{i}].item");
        }
    }

    private void Check(ItemDocument item, LayerItemsDocument within, string layer, string path)
    {
        if (!within.Effects.Contains(item.Effect))
            Report("scheme.layer-may-not", $"{path}.effect", higher, item.Effect);
        if (codes.Contains(item.Code))
            Report("scheme.duplicate-id", $"{path}.code", item.Code);
        if (KeepsTo(item.Limit, within.Maximum, path) && within.Each is { } each)
            CheckEach(item, each, path);
        if (item.Cites is null)
            Report("scheme.layer-cites", path, layer);
    }

    /// <summary>
    /// What an item counts at most in a year is the limit of the year, or, where the scheme has rounds, of all its rounds.
    /// </summary>
    private bool KeepsTo(LimitDocument? limit, Points maximum, string path)
    {
        var word = above.Text("round");
        var round = EnumWords<RoundWord>.Members.ContainsKey(word) ? WordMeanings.KindOf(word)!.Value : PeriodKind.Year;
        var rounds = Period.CountPerYear(round);
        if (limit is not null && Windows(limit.Per, round) is { } windows
            && (Int128)limit.Points.All.Max().Millionths * windows <= maximum.Millionths)
            return true;
        if (rounds == 1)
            Report("scheme.layer-maximum", path, higher, maximum);
        else
            Report("scheme.layer-maximum-round", path, higher, maximum, rounds);
        return false;
    }

    /// <summary>One entry counts at most what it is worth, and what its item's limit lets count.</summary>
    private void CheckEach(ItemDocument item, Points each, string path)
    {
        if (item.Limit!.Points.All.Max() <= each)
            return;
        var most = item.Worth.Most(rounding, each);
        if (most is null)
            Report("scheme.layer-each-open", $"{path}.worth", higher, each);
        else if (most.Value.CompareTo(Exact.Of(each)) > 0)
            Report("scheme.layer-each", $"{path}.worth", higher, each, most.Value.ToText());
    }

    /// <summary>
    /// How many windows of a length a year has at most; null for a length that is none, or that neither fits into a round nor is made of
    /// rounds, which is another mistake.
    /// </summary>
    private static int? Windows(string per, PeriodKind round) =>
        (per == "round" ? round : WordMeanings.KindOf(per)) is { } kind && (Period.FitsInto(kind, round) || Period.FitsInto(round, kind))
            ? kind switch { PeriodKind.Day => 366, PeriodKind.Week => 54, PeriodKind.TwoWeeks => 28, _ => Period.CountPerYear(kind) }
            : null;

    /// <summary>What is open, as a list that people read.</summary>
    public static string Open(IEnumerable<string> open) => string.Join(", ", open.DefaultIfEmpty("–"));

    private static IEnumerable<JsonNode> Components(LayeredDocument above) =>
        above.Root["components"] is JsonArray list ? list.OfType<JsonNode>() : [];

    private void Report(string code, string path, params object?[] arguments) => report(code, path, arguments);
}
