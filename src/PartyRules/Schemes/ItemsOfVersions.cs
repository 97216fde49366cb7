using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>
/// The items of a year without rounds in which a scheme changes: what an entry is worth is said by the version of its day.
/// </summary>
/// <remarks>
/// What looks at several entries must not fall apart at the day of the change: an item that stays the same stays one; the same item, or
/// component, of several versions keeps one limit for windows of one length, which a window takes from the version of its last day. Whether
/// an entry is capped, and in which windows, says the version of its day. Selections, appraisals and bounds are the last version's.
/// </remarks>
/// <param name="versions">The versions of the year, in order.</param>
internal sealed class ItemsOfVersions(IReadOnlyList<Scheme> versions)
{
    private readonly Scheme last = versions[^1];
    private readonly Dictionary<string, Component> components = ComponentsOf(versions);

    private readonly Lazy<HashSet<string>> ratedApart = new(() => RatedApart(versions));
    private readonly List<Dictionary<string, Limit?>> limits = LimitsOf(versions);
    private readonly Dictionary<string, LimitsInTime> scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Component, string Code, PeriodKind Per), LimitScope> together = [];
    private readonly HashSet<string> known = versions[^1].Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Selection> selections = versions[^1].Items.Where(item => item.Selection is not null)
        .DistinctBy(item => item.Code, StringComparer.Ordinal)
        .ToDictionary(item => item.Code, item => item.Selection!, StringComparer.Ordinal);

    /// <summary>The components of the year; null where they are the last version's as they stand.</summary>
    public IReadOnlyList<Component>? ChangedComponents =>
        last.Components.All(component => components[component.Id] == component)
            ? null
            : [.. last.Components.Select(component => components[component.Id])];

    /// <summary>The items, each in its time.</summary>
    /// <exception cref="ProblemException">The last version lacks a component in which an earlier one gives points.</exception>
    public IReadOnlyList<Item> Together()
    {
        var problems = versions
            .SelectMany(version => version.Items.Where(item => !IsTaken(item)).Select(item => Lacking(item, version)))
            .ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
        foreach (var component in components.Values)
            scopes.Add(component.Id, ScopesOf(component));
        var items = versions.SelectMany(version => version.Items.Select(item => (Item: item, Version: version)));
        return [.. items.GroupBy(pair => KeyOf(pair.Item)).SelectMany(same => InTime([.. same]))];
    }

    /// <summary>
    /// The adjustments: a window takes that of the version in force on its last day, and the period as a whole that of the last version.
    /// Those of one identifier that look at windows of one length are one, which gives at most what the last one says.
    /// </summary>
    /// <exception cref="ProblemException">The last version lacks a component in which an earlier one gives points.</exception>
    public IReadOnlyList<AdjustmentClause> Adjustments()
    {
        var all = versions
            .SelectMany(version => version.Clauses.Of<AdjustmentClause>().Select(clause => (Clause: clause, Version: version)))
            .Where(pair => pair.Version == last || pair.Clause.Per is not null).ToList();
        var problems = all.Where(pair => !components.ContainsKey(pair.Clause.Component))
            .Select(pair => Lacking(pair.Clause.Id, pair.Clause.Component, pair.Version)).ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
        return [.. all.GroupBy(pair => (pair.Clause.Component, pair.Clause.Id, pair.Clause.Per)).Select(same => InTime([.. same]))];
    }

    private AdjustmentClause InTime(IReadOnlyList<(AdjustmentClause Clause, Scheme Version)> same)
    {
        var (clause, end) = same[^1];
        if (clause.Per is null)
            return clause;
        var before = new List<AdjustmentUntil>();
        foreach (var version in versions.TakeWhile(version => version != end))
        {
            before.Add(new AdjustmentUntil(
                version.EffectiveTo ?? DateOnly.MaxValue, same.FirstOrDefault(pair => pair.Version == version).Clause));
        }

        return clause with { Before = before, To = end == last ? null : end.EffectiveTo };
    }

    private Problem Lacking(Item item, Scheme version) => Lacking(item.Code, item.Component.Id, version);

    private Problem Lacking(string id, string component, Scheme version) =>
        SchemeMessages.Catalog.Problem(
            "scheme.version-component", new SourceLocation(), version.ToString(), id, component, last.ToString());

    private bool IsTaken(Item item)
    {
        var component = components.GetValueOrDefault(item.Component.Id);
        var isCompound = item.Appraisal is not null || item.Component.Rules is not null;
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
    private bool IsRatedApart(Item item) => ratedApart.Value.Contains(KeyOf(item, []));

    private static HashSet<string> RatedApart(IReadOnlyList<Scheme> versions) => versions
        .SelectMany(version => version.Items.Where(item => item.Appraisal is not null)
            .GroupBy(item => KeyOf(item, []), StringComparer.Ordinal)
            .Where(alike => alike.Skip(1).Any()))
        .Select(alike => alike.Key)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The components by identifier, as the last version has them, except for whether some version adjusts one in windows, or lets one
    /// limit cap what another has left.
    /// </summary>
    private static Dictionary<string, Component> ComponentsOf(IReadOnlyList<Scheme> versions)
    {
        var cascading = versions.SelectMany(version => version.Components).Where(component => component.Cascades)
            .Select(component => component.Id).ToHashSet(StringComparer.Ordinal);
        var limited = versions.SelectMany(version => version.Components).Where(component => component.Limit is not null)
            .Select(component => component.Id).ToHashSet(StringComparer.Ordinal);
        cascading.UnionWith(versions.SelectMany(version => version.Items).Where(item => item.Limit is not null)
            .Select(item => item.Component.Id).Where(limited.Contains));
        var adjusted = versions.SelectMany(version => version.Clauses.Of<AdjustmentClause>()).Where(clause => clause.Per is not null)
            .Select(clause => clause.Component).ToHashSet(StringComparer.Ordinal);
        return versions[^1].Components
            .Select(component => InYear(component, cascading.Contains(component.Id), adjusted.Contains(component.Id)))
            .ToDictionary(component => component.Id, StringComparer.Ordinal);
    }

    private static Component InYear(Component component, bool cascades, bool isAdjusted) =>
        component.Cascades == cascades && (component.IsCompound || !isAdjusted) ? component : component.InYear(cascades, isAdjusted);

    private static List<Dictionary<string, Limit?>> LimitsOf(IReadOnlyList<Scheme> versions) =>
        [.. versions.Select(version =>
            version.Components.ToDictionary(component => component.Id, component => component.Limit, StringComparer.Ordinal))];

    /// <summary>The scopes of a component's limits, one for each length of windows.</summary>
    private LimitsInTime ScopesOf(Component component) =>
        Scopes(component, null, [.. limits.Select(ofVersion => ofVersion.GetValueOrDefault(component.Id))], null);

    /// <summary>The scopes of limits in each version, one for each length of windows; where there is none, what follows them.</summary>
    private LimitsInTime Scopes(Component component, Item? item, List<Limit?> ofVersions, LimitsInTime? next)
    {
        var pairs = ofVersions.Zip(versions, (limit, version) => (Limit: limit, Version: version)).ToList();
        var byLength = pairs.Where(pair => pair.Limit is not null)
            .GroupBy(pair => pair.Limit!.Per)
            .ToDictionary(same => same.Key, same => Scope(component, item, [.. same.Select(pair => (pair.Limit!, pair.Version))], next));
        return new LimitsInTime(
            [.. pairs.Select(pair => (
                pair.Version.EffectiveTo ?? DateOnly.MaxValue,
                pair.Limit is null ? next?.On(pair.Version.EffectiveFrom) : byLength[pair.Limit.Per]))]);
    }

    /// <summary>The scope of limits of one length, in which a window takes that of the version in force on its last day.</summary>
    private LimitScope Scope(Component component, Item? item, List<(Limit Limit, Scheme Version)> limits, LimitsInTime? next)
    {
        var before = new List<LimitUntil>();
        for (var i = 0; i < limits.Count - 1; i++)
        {
            var (limit, after) = (limits[i].Limit, limits[i + 1]);
            if (!limit.Points.SaysTheSameAs(after.Limit.Points) || limit.Finding?.Code != after.Limit.Finding?.Code)
                before.Add(new LimitUntil(after.Version.EffectiveFrom.AddDays(-1), limit));
        }

        var wider = limits.Exists(pair => pair.Limit.Within is not null)
            ? Scopes(component, item, [.. versions.Select(version => limits.Find(pair => pair.Version == version).Limit?.Within)], next)
            : next;
        var (first, end) = (limits[0].Version, limits[^1].Version);
        return new LimitScope(component, item, limits[^1].Limit, before, wider)
        {
            From = first == versions[0] ? null : first.EffectiveFrom,
            To = end == last ? null : end.EffectiveTo,
        };
    }

    /// <summary>The scope of a limit that items of one code share, in all versions.</summary>
    private LimitScope Together(Item item)
    {
        var key = (item.Component.Id, item.Code, item.Limit!.Per);
        if (together.TryGetValue(key, out var known))
            return known;
        var limits =
            from version in versions
            let alike = version.Items.FirstOrDefault(other => (other.Component.Id, other.Code) == (key.Id, key.Code)
                && other.Limit is { IsShared: true } && other.Limit.Per == key.Per)
            where alike is not null
            select (alike.Limit, version);
        return together[key] = Scope(ComponentOf(item), item, [.. limits], scopes[key.Id]);
    }

    private IEnumerable<Item> InTime(List<(Item Item, Scheme Version)> same)
    {
        var ofComponent = scopes[same[0].Item.Component.Id];
        var own = same.Where(pair => pair.Item.Limit is not null)
            .GroupBy(pair => (pair.Item.Limit!.Per, pair.Item.Limit.IsShared))
            .ToDictionary(limited => limited.Key, limited => limited.Key.IsShared
                ? Together(limited.Last().Item)
                : Scope(
                    ComponentOf(same[0].Item),
                    limited.Last().Item,
                    [.. limited.Select(pair => (pair.Item.Limit!, pair.Version))],
                    ofComponent));
        for (var first = 0; first < same.Count;)
        {
            var end = first;
            while (end + 1 < same.Count && IsOne(same[end], same[end + 1]))
                end++;
            var (item, version) = same[end];
            yield return Dated(
                item,
                same[first].Version == versions[0] ? null : same[first].Version.EffectiveFrom,
                version == last ? null : version.EffectiveTo,
                item.Limit is null ? ofComponent.On(version.EffectiveFrom) : own[(item.Limit.Per, item.Limit.IsShared)]);
            first = end + 1;
        }
    }

    /// <summary>Whether an item goes on in the next version. Ratings by several evaluators make one, by the last version.</summary>
    private static bool IsOne((Item Item, Scheme Version) before, (Item Item, Scheme Version) after) =>
        after.Item.Appraisal is not null
            || (before.Item.Meaning == after.Item.Meaning
                && before.Version.EffectiveTo?.AddDays(1) == after.Version.EffectiveFrom
                && (before.Item.Limit is not null
                    || before.Item.Component.Limit?.Per == after.Item.Component.Limit?.Per));

    private Component ComponentOf(Item item) => components[item.Component.Id];

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
