using PartyRules.Engine.Model;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine.Compilation;

/// <summary>A rule set ready to run.</summary>
/// <param name="Strata">What yields facts, in order.</param>
/// <param name="Actions">What acts on the outside once all facts are known, by priority and name.</param>
internal sealed record CompiledRules(CompiledStratum[] Strata, CompiledRule[] Actions)
{
    public static CompiledRules From(IReadOnlyList<Stratum> strata, Layout layout, bool records)
    {
        var actions = strata.SelectMany(stratum => stratum.Rules)
            .Where(rule => rule.RightHandSide.OfType<DoElement>().Any())
            .OrderByDescending(rule => rule.Priority)
            .ThenBy(rule => rule.Name, StringComparer.Ordinal);
        return new CompiledRules(
            [.. strata.Select(stratum => CompiledStratum.From(stratum, layout, records))],
            [.. actions.Select(rule => CompiledRule.From<DoElement>(rule, layout, records: false, new HashSet<Type>()))]);
    }
}

/// <summary>Compiled rules that run together.</summary>
/// <param name="Rules">The rules that yield something.</param>
/// <param name="IsRecursive">Whether they run to a fixpoint.</param>
internal sealed record CompiledStratum(CompiledRule[] Rules, bool IsRecursive)
{
    public static CompiledStratum From(Stratum stratum, Layout layout, bool records)
    {
        var growing = stratum.IsRecursive ? stratum.Rules.SelectMany(Stratifier.YieldsOf).ToHashSet() : [];
        return new CompiledStratum(
            [.. stratum.Rules.Where(rule => rule.RightHandSide.OfType<YieldElement>().Any()).Select(rule => CompiledRule.From<YieldElement>(rule, layout, records, growing))],
            stratum.IsRecursive);
    }
}

/// <summary>A compiled rule: one body per alternative.</summary>
/// <param name="Definition">The rule.</param>
/// <param name="Bodies">Its alternatives.</param>
internal sealed record CompiledRule(RuleDefinition Definition, CompiledBody[] Bodies)
{
    public static CompiledRule From<TAction>(RuleDefinition rule, Layout layout, bool records, IReadOnlySet<Type> growing)
        where TAction : ActionElement =>
        new(rule, [.. Conjunction.AlternativesOf(rule.LeftHandSide)
            .Select(elements => RuleEmitter.Compile(layout, rule, [.. elements, .. rule.Filters.Select(filter => new HavingElement(filter))], [.. rule.RightHandSide.OfType<TAction>().Select(action => ActionGuard.Of(rule, elements, action))], records, growing))]);
}
