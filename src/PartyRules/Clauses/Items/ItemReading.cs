using System.Text.Json.Nodes;
using PartyRules.Clauses.Appraisals;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Selections;
using PartyRules.Clauses.Worth;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Items;

/// <summary>How items and records are read.</summary>
internal static class ItemReading
{
    /// <summary>The record of a code; a problem where there is none.</summary>
    public static RecordItem Record(this Resolving at, string path, string code)
    {
        var isItem = !at.DeclaredOf<RecordItem>().ContainsKey(code) && at.DeclaredOf<Item>().ContainsKey(code);
        if (isItem)
            at.Report("scheme.item-no-record", path, code);
        return (isItem ? null : at.Named<RecordItem>(path, code)) ?? new RecordItem(code, at.Head.Name, false, at.Referenced);
    }

    /// <summary>The record of a code whose entries carry a value; a problem where there is none, or where they need not.</summary>
    public static RecordItem RecordWithValue(this Resolving at, string path, string code)
    {
        var record = at.Record(path, code);
        if (at.DeclaredOf<RecordItem>().ContainsKey(code) && !record.IsValueRequired)
            at.Report("scheme.record-without-value", path, code);
        return record;
    }

    /// <summary>Reads an item.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="from">The document.</param>
    /// <param name="component">The component it counts towards.</param>
    /// <param name="index">Its place among the component's items.</param>
    /// <param name="path">Where it stands.</param>
    public static Item Item(this Resolving at, ItemDocument from, Component component, int index, string path)
    {
        at.CheckId($"{path}.code", from.Code);
        if (at.DeclaredOf<RecordItem>().ContainsKey(from.Code))
            at.Report("scheme.duplicate-id", $"{path}.code", from.Code);
        var scheme = at.Head.Effective;
        if (from.Effective is { } own && (own.To < own.From || own.To < scheme.From || own.From > scheme.To))
            at.Report("scheme.item-effective", $"{path}.effective", from.Code);
        var effect = at.Word<ItemEffect>($"{path}.effect", from.Effect);
        var limit = at.Limit(from.Limit, $"{path}.limit");
        var selection = at.SelectionOf(from.Code);
        if (from.Appraisal is not null && (selection is not null || limit is not null))
            at.Report("scheme.appraisal-alone", path, from.Code);
        if (selection?.Keep == Keep.Highest && at.HasOtherEffect(selection, effect == ItemEffect.Deduct))
            at.Report("scheme.selection-mixed", $"{path}.effect", from.Code);
        return new Item
        {
            Code = string.Intern(from.Code),
            Name = from.Name,
            Component = component,
            Deducts = effect == ItemEffect.Deduct,
            Worth = at.Worth(from.Worth, from.AppliesTo?.Level, $"{path}.worth"),
            AppliesTo = at.AppliesTo(from, $"{path}.appliesTo"),
            Limit = limit,
            LimitedWith = limit is { IsShared: true } ? at.Clauses.Of<Item>().FirstOrDefault(IsLimitedAlike) : null,
            Selection = selection,
            Appraisal = from.Appraisal is null ? null : at.Appraisal(from.Appraisal, $"{path}.appraisal"),
            Cites = from.Cites is null ? component.Cites : at.Cite(from.Cites, $"{path}.cites"),
            Meaning = MeaningOf(at.Layered.Root, component.Index, index),
        };

        bool IsLimitedAlike(Item other) =>
            other.Code == from.Code && other.Component == component && other.Limit is { IsShared: true } && other.Limit.Per == limit.Per;
    }

    /// <summary>Checks that of several items of one code at most one applies to an entry.</summary>
    public static void CheckItemsExcludeEachOther(this Resolving at)
    {
        var byCode = at.Clauses.Of<Item>().GroupBy(item => item.Code, StringComparer.Ordinal).Select(alike => alike.ToList());
        foreach (var alike in byCode)
        {
            var before = new ItemVariants();
            foreach (var item in alike)
            {
                if (!before.Add(item.AppliesTo))
                    at.Report("scheme.items-overlap", $"$.components[{item.Component.Index}].items", item.Code);
            }
        }
    }

    /// <summary>What an item says, apart from its name and what it rests on.</summary>
    private static string MeaningOf(JsonObject root, int component, int index)
    {
        var text = (JsonObject)root["components"]![component]!["items"]![index]!.DeepClone();
        text.Remove("name");
        text.Remove("cites");
        return text.ToJsonString();
    }

    private static Applicability AppliesTo(this Resolving at, ItemDocument from, string path)
    {
        var evaluators = from.AppliesTo?.By is { } by ? at.Words($"{path}.by", by, at.Head.Evaluators)
            : from.Appraisal is { } appraisal ? [.. appraisal.Weights.Keys]
            : [];
        if (from.AppliesTo is null && from.Effective is null && evaluators.Count == 0)
            return Applicability.Everything;
        return new Applicability(
            at.Words($"{path}.category", from.AppliesTo?.Category, at.Head.Subjects.Categories),
            at.Words($"{path}.employment", from.AppliesTo?.Employment, at.Head.Subjects.Employments),
            at.Words($"{path}.level", from.AppliesTo?.Level, at.Head.Levels),
            evaluators)
        {
            From = from.Effective?.From,
            To = from.Effective?.To,
        };
    }
}
