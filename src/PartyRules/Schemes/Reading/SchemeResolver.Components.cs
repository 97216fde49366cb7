using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <content>Components, items and what their entries are worth.</content>
internal sealed partial class SchemeResolver
{
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
            items.Add(ResolveItem(from.Items[i], component, $"{path}.items[{i}]"));
    }

    private Item ResolveItem(ItemDocument from, Component component, string path)
    {
        CheckId($"{path}.code", from.Code);
        if (records.Exists(record => record.Code == from.Code))
            Report("scheme.duplicate-id", $"{path}.code", from.Code);
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
            Code = from.Code,
            Name = from.Name,
            Component = component,
            Deducts = from.Effect == "deduct",
            Worth = ResolveWorth(from.Worth, $"{path}.worth"),
            AppliesTo = ResolveApplicability(from, $"{path}.appliesTo"),
            Limit = limit,
            Selection = selection,
            Appraisal = from.Appraisal is null ? null : ResolveAppraisal(from.Appraisal, $"{path}.appraisal"),
            Cites = from.Cites is null ? component.Cites : Cite(from.Cites, $"{path}.cites"),
        };
    }

    /// <summary>An item that weighs evaluators applies to ratings by those alone, so that a rating by another is found.</summary>
    private Applicability ResolveApplicability(ItemDocument from, string path)
    {
        var evaluators = from.AppliesTo?.By is { } by ? Words($"{path}.by", by, document.Evaluators.Keys) : from.Appraisal is { } appraisal ? [.. appraisal.Weights.Keys] : [];
        if (from.AppliesTo is null && evaluators.Count == 0)
            return Applicability.Everything;
        return new Applicability(
            Words($"{path}.category", from.AppliesTo?.Category, document.Subjects.Categories.Keys),
            Words($"{path}.employment", from.AppliesTo?.Employment, document.Subjects.Employments.Keys),
            Words($"{path}.level", from.AppliesTo?.Level, document.Levels.Keys))
        {
            Evaluators = evaluators,
        };
    }

    /// <summary>Whether every window of one kind lies within one of the other.</summary>
    private static bool FitsInto(PeriodKind inner, PeriodKind outer) =>
        inner == outer || outer == PeriodKind.Year || inner == PeriodKind.Day
        || (inner != PeriodKind.Week && outer is not (PeriodKind.Week or PeriodKind.Day) && Period.CountPerYear(inner) % Period.CountPerYear(outer) == 0);

    private Worth ResolveWorth(WorthDocument from, string path)
    {
        if (new object?[] { from.Value, from.Each, from.Levels, from.PerUnit, from.Bands }.Count(member => member is not null) != 1 || from.Value == false)
            Report("scheme.exactly-one", path, "value, each, levels, perUnit, bands");
        if (from.Each < 0 || from.Levels?.Values.Any(points => points < 0) == true || from.LevelFactors?.Values.Any(points => points < 0) == true)
            Report("scheme.negative", path);
        if (from.Levels is not null)
            Words($"{path}.levels", [.. from.Levels.Keys], document.Levels.Keys);
        if (from.LevelFactors is not null)
            Words($"{path}.levelFactors", [.. from.LevelFactors.Keys], document.Levels.Keys);
        var plain = from.Levels is not null ? Worth.ByLevel(from.Levels) : from.Each is { } each ? Worth.Each(each) : Worth.OfValue;
        if (from.PerUnit is null && from.Bands is null && from.LevelFactors is null)
            return plain;
        return Worth.Measured(
            from.PerUnit is null ? null : ResolvePerUnit(from.PerUnit, $"{path}.perUnit"),
            from.Bands is null ? null : ResolveSteps(from.Bands, $"{path}.bands"),
            plain,
            from.LevelFactors,
            rounding ?? Rounding.None);
    }

    private PerUnit ResolvePerUnit(PerUnitDocument from, string path)
    {
        if (from.Points < 0)
            Report("scheme.negative", $"{path}.points");
        if (from.Unit <= 0)
            Report("scheme.unit", $"{path}.unit");
        var partsCount = Word($"{path}.part", from.Part, new Dictionary<string, bool>(StringComparer.Ordinal) { ["nothing"] = false, ["share"] = true });
        return new PerUnit(from.Points, from.Unit, partsCount);
    }

    private Bands ResolveSteps(BandsDocument from, string path)
    {
        var isMarginal = Word($"{path}.kind", from.Kind, new Dictionary<string, bool>(StringComparer.Ordinal) { ["steps"] = false, ["marginal"] = true });
        if (from.Of.Count == 0)
            Report("scheme.empty-list", $"{path}.of");
        for (var i = 0; i < from.Of.Count; i++)
        {
            if (from.Of[i].Points < 0 || from.Of[i].From < 0)
                Report("scheme.negative", $"{path}.of[{i}]");
            if (i > 0 && from.Of[i].From <= from.Of[i - 1].From)
                Report("scheme.step-order", $"{path}.of[{i}].from");
        }

        return new Bands(isMarginal, [.. from.Of.Select(band => (band.From, band.Points))]);
    }

    private Limit? Limit(LimitDocument? from, string path)
    {
        if (from is null)
            return null;
        if (from.Points < 0)
            Report("scheme.negative", $"{path}.points");
        var finding = from.Finding is null ? null : Finding(from.Finding, $"{path}.finding");
        return new Limit(Window($"{path}.per", from.Per), from.Points, finding, Cite(from.Cites, $"{path}.cites"));
    }
}
