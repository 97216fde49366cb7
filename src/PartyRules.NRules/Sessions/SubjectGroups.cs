using System.Collections;
using NRules.Aggregators;
using NRules.RuleModel;

namespace PartyRules.NRules.Sessions;

/// <summary>Makes the aggregators that group facts by what they are about; NRules makes one for each rule.</summary>
internal sealed class SubjectGroupsFactory : IAggregatorFactory
{
    /// <summary>The name by which rules ask for it.</summary>
    public const string Name = "PartyRules.SubjectGroups";

    /// <summary>The name of the expression that gives the key.</summary>
    public const string Key = "KeySelector";

    private IAggregateExpression? key;

    public void Compile(AggregateElement element, IReadOnlyCollection<IAggregateExpression> compiledExpressions) =>
        key = compiledExpressions.FindSingle(Key);

    public IAggregator Create(AggregationContext context) => new SubjectGroups(key!);
}

/// <summary>
/// Groups facts by a hash of their key, as NRules' own grouping does; but what comes together is told once, and a fact costs the place in a
/// list and nothing more.
/// </summary>
internal sealed class SubjectGroups(IAggregateExpression key) : IAggregator
{
    private readonly Dictionary<string, SubjectGroup> groups = new(StringComparer.Ordinal);

    public IReadOnlyCollection<AggregationResult> Add(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts)
    {
        var changed = new Changes(facts.Count);
        foreach (var fact in facts)
            Put(KeyOf(context, tuple, fact), fact, changed);
        return Told(changed);
    }

    public IReadOnlyCollection<AggregationResult> Modify(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts)
    {
        var changed = new Changes(facts.Count);
        foreach (var fact in facts)
        {
            var now = KeyOf(context, tuple, fact);
            var group = GroupOf(now, fact);
            if (group.Key == now)
            {
                changed.Note(group);
                continue;
            }

            Take(group, fact, changed);
            Put(now, fact, changed);
        }

        return Told(changed);
    }

    public IReadOnlyCollection<AggregationResult> Remove(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts)
    {
        var changed = new Changes(facts.Count);
        foreach (var fact in facts)
            Take(GroupOf(KeyOf(context, tuple, fact), fact), fact, changed);
        return Told(changed);
    }

    private string KeyOf(AggregationContext context, ITuple tuple, IFact fact) => (string)key.Invoke(context, tuple, fact);

    /// <summary>The group that has a fact: that of its key, unless the host changed the fact in place.</summary>
    private SubjectGroup GroupOf(string now, IFact fact) =>
        groups.TryGetValue(now, out var group) && group.Has(fact) ? group : groups.Values.First(other => other.Has(fact));

    private void Put(string to, IFact fact, Changes changed)
    {
        if (!groups.TryGetValue(to, out var group))
            groups.Add(to, group = new SubjectGroup(to));
        group.Add(fact);
        changed.Note(group);
    }

    private static void Take(SubjectGroup group, IFact fact, Changes changed)
    {
        group.Remove(fact);
        changed.Note(group);
    }

    private List<AggregationResult> Told(Changes changed)
    {
        var results = new List<AggregationResult>(changed.Groups.Count);
        foreach (var group in changed.Groups)
        {
            group.IsNoted = false;
            if (group.Count == 0)
            {
                groups.Remove(group.Key);
                if (group.IsKnown)
                    results.Add(AggregationResult.Removed(group));
            }
            else if (group.IsKnown)
            {
                results.Add(AggregationResult.Modified(group, group, group.Facts));
            }
            else
            {
                group.IsKnown = true;
                results.Add(AggregationResult.Added(group, group.Facts));
            }
        }

        return results;
    }

    /// <summary>The groups that one change of the session touches, each once.</summary>
    private sealed class Changes(int facts)
    {
        public List<SubjectGroup> Groups { get; } = new(Math.Min(facts, 16));

        public void Note(SubjectGroup group)
        {
            if (group.IsNoted)
                return;
            group.IsNoted = true;
            Groups.Add(group);
        }
    }
}

/// <summary>The facts about one subject.</summary>
/// <param name="key">What the subject is known by.</param>
internal sealed class SubjectGroup(string key) : IGrouping<string, object>
{
    private readonly List<IFact> facts = [];

    public string Key { get; } = key;

    public IReadOnlyList<IFact> Facts => facts;

    public int Count => facts.Count;

    /// <summary>Whether NRules knows the group.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Whether the change at hand touches the group.</summary>
    public bool IsNoted { get; set; }

    public bool Has(IFact fact) => facts.Contains(fact);

    public void Add(IFact fact) => facts.Add(fact);

    public void Remove(IFact fact) => facts.Remove(fact);

    public IEnumerator<object> GetEnumerator()
    {
        foreach (var fact in facts)
            yield return fact.Value!;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
