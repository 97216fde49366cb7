using System.Text.Json.Nodes;
using PartyRules.Clauses.Items;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Items, records and whom they apply to.</content>
internal sealed partial class SchemeResolver
{
    private readonly List<Item> items = [];
    private readonly List<RecordItem> records = [];

    private void CheckItemsExcludeEachOther()
    {
        foreach (var alike in items.GroupBy(item => item.Code, StringComparer.Ordinal).Select(alike => alike.ToList()))
        {
            for (var i = 1; i < alike.Count; i++)
            {
                if (alike.FindIndex(0, i, other => !AreApart(alike[i].AppliesTo, other.AppliesTo)) >= 0)
                    Report("scheme.items-overlap", $"$.components[{alike[i].Component.Index}].items", alike[i].Code);
            }
        }
    }

    private static bool AreApart(Applicability one, Applicability other) =>
        Disjoint(one.Categories, other.Categories) || Disjoint(one.Employments, other.Employments) || Disjoint(one.Levels, other.Levels)
        || Disjoint(one.Evaluators, other.Evaluators) || one.To < other.From || other.To < one.From;

    private static bool Disjoint(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count > 0 && other.Count > 0 && !one.Intersect(other, StringComparer.Ordinal).Any();

    private RecordItem Record(string path, string code) =>
        Word(path, code, records.ToDictionary(record => record.Code, StringComparer.Ordinal)) ?? new RecordItem(code, document.Name, false, false);

    private Item ResolveItem(ItemDocument from, Component component, int index, string path)
    {
        CheckId($"{path}.code", from.Code);
        if (records.Exists(record => record.Code == from.Code))
            Report("scheme.duplicate-id", $"{path}.code", from.Code);
        if (from.Effective is { } effective && (effective.To < effective.From || effective.To < document.Effective.From || effective.From > document.Effective.To))
            Report("scheme.item-effective", $"{path}.effective", from.Code);
        if (from.Effect is not ("add" or "deduct"))
            Report("scheme.unknown-word", $"{path}.effect", from.Effect, SchemeReader.Messages.Hint(from.Effect, ["add", "deduct"]));
        var limit = Limit(from.Limit, $"{path}.limit");
        if (limit is not null && component.Limit is not null && !FitsInto(limit.Per, component.Limit.Per))
            Report("scheme.item-window", $"{path}.limit.per", from.Limit!.Per, component.Id);
        var selection = selections.GetValueOrDefault(from.Code);
        if (from.Appraisal is not null && (selection is not null || limit is not null))
            Report("scheme.appraisal-alone", path, from.Code);
        return new Item
        {
            // Readers of data intern codes too, so that finding an entry's item mostly compares references.
            Code = string.Intern(from.Code),
            Name = from.Name,
            Component = component,
            Deducts = from.Effect == "deduct",
            Worth = ResolveWorth(from.Worth, from.AppliesTo?.Level, $"{path}.worth"),
            AppliesTo = ResolveApplicability(from, $"{path}.appliesTo"),
            Limit = limit,
            Selection = selection,
            Appraisal = from.Appraisal is null ? null : ResolveAppraisal(from.Appraisal, $"{path}.appraisal"),
            Cites = from.Cites is null ? component.Cites : Cite(from.Cites, $"{path}.cites"),
            Meaning = MeaningOf(component.Index, index),
        };
    }

    /// <summary>An item's text without its name and what it rests on.</summary>
    private string MeaningOf(int component, int index)
    {
        var text = (JsonObject)layered.Root["components"]![component]!["items"]![index]!.DeepClone();
        text.Remove("name");
        text.Remove("cites");
        return text.ToJsonString();
    }

    /// <summary>An item that weighs evaluators applies to ratings by those alone, so that a rating by another is found.</summary>
    private Applicability ResolveApplicability(ItemDocument from, string path)
    {
        var evaluators = from.AppliesTo?.By is { } by ? Words($"{path}.by", by, document.Evaluators.Keys) : from.Appraisal is { } appraisal ? [.. appraisal.Weights.Keys] : [];
        if (from.AppliesTo is null && from.Effective is null && evaluators.Count == 0)
            return Applicability.Everything;
        return new Applicability(
            Words($"{path}.category", from.AppliesTo?.Category, document.Subjects.Categories.Keys),
            Words($"{path}.employment", from.AppliesTo?.Employment, document.Subjects.Employments.Keys),
            Words($"{path}.level", from.AppliesTo?.Level, document.Levels.Keys))
        {
            Evaluators = evaluators,
            From = from.Effective?.From,
            To = from.Effective?.To,
        };
    }
}
