using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>
/// The items of a year without rounds in which a scheme changes: what an entry is worth is said by the version of its day.
/// </summary>
/// <remarks>
/// What looks at several entries must not fall apart at the day of the change: an item that stays the same stays one; the same item of
/// several versions keeps
/// one limit, which a window takes from the version of its last day; selections, appraisals and components are the last version's.
/// </remarks>
/// <param name="versions">The versions of the year, in order.</param>
internal sealed class ItemsOfVersions(IReadOnlyList<Scheme> versions)
{
    private readonly Scheme last = versions[^1];
    private readonly HashSet<string> known = versions[^1].Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Selection> selections = versions[^1].Items.Where(item => item.Selection is not null)
        .DistinctBy(item => item.Code, StringComparer.Ordinal)
        .ToDictionary(item => item.Code, item => item.Selection!, StringComparer.Ordinal);

    /// <summary>The items, each in its time.</summary>
    /// <exception cref="ProblemException">The last version lacks a component in which an earlier one gives points.</exception>
    public IReadOnlyList<Item> Together()
    {
        var problems = versions
            .SelectMany(version => version.Items.Where(item => !IsTaken(item)).Select(item => Lacking(item, version)))
            .ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
        var scopes = last.Components.ToDictionary(component => component.Id, ScopeOf, StringComparer.Ordinal);
        var items = versions.SelectMany(version => version.Items.Select(item => (Item: item, Version: version)));
        return [.. items.GroupBy(pair => KeyOf(pair.Item)).SelectMany(same => InTime([.. same], scopes))];
    }

    private Problem Lacking(Item item, Scheme version) =>
        SchemeMessages.Catalog.Problem(
            "scheme.version-component", new SourceLocation(), version.ToString(), item.Code, item.Component.Id, last.ToString());

    private bool IsTaken(Item item)
    {
        var component = last.Components.FirstOrDefault(component => component.Id == item.Component.Id);
        var isCompound = item.Appraisal is not null
            || item.Component.Rules is not null
            || (item.Limit is not null && component?.Limit is not null);
        return component is not null && (!isCompound || component.IsCompound);
    }

    /// <summary>One item in several versions: of one code, to the same subjects and entries.</summary>
    private string KeyOf(Item item) =>
        item.Appraisal is null || IsRatedApart(item) ? KeyOf(item, item.AppliesTo.Evaluators) : KeyOf(item, []);

    private static string KeyOf(Item item, IReadOnlyList<string> evaluators)
    {
        var (to, words) = (
            item.AppliesTo,
            new List<string> { item.Code, item.Component.Id, item.Deducts ? "deduct" : "add", item.Appraisal is null ? "" : "appraisal" });
        foreach (var list in new[] { to.Categories, to.Employments, to.Levels, evaluators })
            words.Add(string.Join(',', list));
        words.Add($"{to.From:O}{to.To:O}");
        return string.Join('\n', words);
    }

    /// <summary>
    /// Whether one version weighs evaluators in several items that differ in these alone; otherwise whose ratings are weighed is the last
    /// version's.
    /// </summary>
    private bool IsRatedApart(Item item) =>
        versions.Any(version => version.Items.Count(other => other.Appraisal is not null && KeyOf(other, []) == KeyOf(item, [])) > 1);

    /// <summary>The scope of a component's limit, with what the limit was in earlier versions; null where it did not change.</summary>
    private LimitScope? ScopeOf(Component component)
    {
        if (component.Limit is not { } limit)
            return null;
        var limits = versions.SelectMany(version => version.Components
            .Where(known => known.Id == component.Id && known.Limit is not null)
            .Select(known => (known.Limit!, version)));
        return Before([.. limits]) is { Count: > 0 } before ? new LimitScope(component, null, limit, before) : null;
    }

    /// <summary>Limits that others replace, as far as their windows are of one length.</summary>
    private static List<LimitUntil> Before(IReadOnlyList<(Limit Limit, Scheme Version)> limits)
    {
        var before = new List<LimitUntil>();
        for (var i = 0; i < limits.Count - 1; i++)
        {
            var isReplaced = limits[i].Limit.Points != limits[i + 1].Limit.Points && limits[i].Limit.Per == limits[^1].Limit.Per;
            if (isReplaced && limits[i].Version.EffectiveTo is { } end)
                before.Add(new LimitUntil(end, limits[i].Limit));
        }

        return before;
    }

    private IEnumerable<Item> InTime(List<(Item Item, Scheme Version)> same, Dictionary<string, LimitScope?> scopes)
    {
        var limited = same.FindAll(pair => pair.Item.Limit is not null);
        var ofComponent = scopes[same[0].Item.Component.Id];
        var own = limited.Count == 0 ? null
            : new LimitScope(
                ComponentOf(same[0].Item),
                limited[^1].Item,
                limited[^1].Item.Limit!,
                Before([.. limited.Select(pair => (pair.Item.Limit!, pair.Version))]),
                ofComponent);
        for (var first = 0; first < same.Count;)
        {
            var end = first;
            while (end + 1 < same.Count && IsOne(same[end], same[end + 1]))
                end++;
            var item = same[end].Item;
            var scope = item.Limit is null ? ofComponent
                : item.Limit.Per == own!.Limit.Per ? own
                : new LimitScope(ComponentOf(item), item, item.Limit, null, ofComponent);
            yield return Dated(
                item,
                same[first].Version == versions[0] ? null : same[first].Version.EffectiveFrom,
                same[end].Version == last ? null : same[end].Version.EffectiveTo,
                scope);
            first = end + 1;
        }
    }

    /// <summary>Whether an item goes on in the next version. Ratings by several evaluators make one, by the last version.</summary>
    private static bool IsOne((Item Item, Scheme Version) before, (Item Item, Scheme Version) after) =>
        after.Item.Appraisal is not null
            || (before.Item.Meaning == after.Item.Meaning && before.Version.EffectiveTo?.AddDays(1) == after.Version.EffectiveFrom);

    private Component ComponentOf(Item item) => last.Components.First(component => component.Id == item.Component.Id);

    private Item Dated(Item item, DateOnly? from, DateOnly? to, LimitScope? scope) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Component = ComponentOf(item),
        Deducts = item.Deducts,
        Worth = item.Worth,
        AppliesTo = item.AppliesTo.Between(from, to),
        Limit = item.Limit,
        SharedScope = scope,
        Selection = known.Contains(item.Code) ? selections.GetValueOrDefault(item.Code) : item.Selection,
        Appraisal = item.Appraisal,
        Meaning = item.Meaning,
        Cites = item.Cites,
    };
}
