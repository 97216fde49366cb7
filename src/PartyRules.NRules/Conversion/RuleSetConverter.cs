using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PartyRules.NRules.Sessions;
using RuleSet = PartyRules.Engine.RuleSet;

namespace PartyRules.NRules.Conversion;

/// <summary>
/// Turns a rule set into NRules rule definitions. Each rule waits behind the gate of its level, which opens when all lower levels have
/// fired; so conditions and collections see complete sets of facts, as they do in a compiled rule set.
/// </summary>
internal sealed class RuleSetConverter(RuleSet ruleSet, int topPriority)
{
    /// <summary>Between the priorities of two levels, so that a host's rules fit in between.</summary>
    public const int LevelStep = 10;

    private readonly GateKey key = new(ruleSet.Name);

    /// <summary>What tells the gates of this rule set from those of others in one session.</summary>
    public GateKey Key => key;

    public IReadOnlyList<IRuleDefinition> Convert()
    {
        var strata = ruleSet.Strata;
        var levels = strata.Count == 0 ? 0 : strata.Max(stratum => stratum.Level);
        var rules = new List<IRuleDefinition> { Start() };
        foreach (var stratum in strata)
        {
            var growth = stratum.IsRecursive
                ? new Growth(ruleSet.MaximumRecursiveFacts, [.. stratum.Rules.Select(rule => rule.Name)])
                : null;
            foreach (var rule in stratum.Rules)
                rules.AddRange(RuleConverter.Yields(rule, new Place(key, stratum.Level, PriorityOf(stratum.Level)), growth));
        }

        var actions = ruleSet.Rules
            .Where(rule => rule.RightHandSide.OfType<Engine.Model.DoElement>().Any())
            .OrderBy(rule => rule.Priority).ThenByDescending(rule => rule.Name, StringComparer.Ordinal)
            .ToList();
        var last = levels + 1;
        for (var i = 0; i < actions.Count; i++)
            rules.AddRange(
                RuleConverter.Actions(actions[i], new Place(key, last, PriorityOf(last) - LevelStep - actions.Count + i)));
        for (var level = 2; level <= (actions.Count > 0 ? last : levels); level++)
            rules.Add(Gate(level));
        return rules;
    }

    /// <summary>
    /// Where a host's rule that collects or negates facts of a type has to stand: all of them are known, and nothing that reads them at a
    /// higher level has fired.
    /// </summary>
    public static int PriorityOnceComplete(RuleSet ruleSet, Type fact, int topPriority)
    {
        var yielding = ruleSet.Strata.Where(stratum => stratum.Rules.Any(rule => rule.MayYield(fact)));
        var level = yielding.Select(stratum => stratum.Level).DefaultIfEmpty().Max();
        return topPriority - (LevelStep * level) - (LevelStep / 2);
    }

    private int PriorityOf(int level) => topPriority - (LevelStep * level);

    /// <summary>
    /// Begins a run in a session that has none: opens the first level, and inserts the reference facts.
    /// </summary>
    private IRuleDefinition Start()
    {
        var rule = new RuleBuilder();
        rule.Name($"{ruleSet.Name}/start");
        rule.Description("Opens the first level and inserts the reference facts.");
        rule.Priority(topPriority);
        rule.LeftHandSide().Not().Pattern(typeof(Gate), "gate").Condition(GateOf(1));
        var context = Expression.Parameter(typeof(IContext), "context");
        var start = new SessionStart(key, ruleSet.ReferenceFacts);
        rule.RightHandSide()
            .Action(Expression.Lambda(Expression.Call(Expression.Constant(start), nameof(SessionStart.In), null, context), context));
        return rule.Build();
    }

    private IRuleDefinition Gate(int level)
    {
        var rule = new RuleBuilder();
        rule.Name($"{ruleSet.Name}/level {level}");
        rule.Description("Opens a level once all lower ones have fired.");
        rule.Priority(PriorityOf(level - 1) - LevelStep + 1);
        rule.LeftHandSide().Pattern(typeof(Gate), "gate").Condition(GateOf(level - 1));
        var context = Expression.Parameter(typeof(IContext), "context");
        var gate = Expression.Parameter(typeof(Gate), "gate");
        rule.RightHandSide().Action(Expression.Lambda(Expression.Call(gate, nameof(Sessions.Gate.OpenNext), null, context), context, gate));
        return rule.Build();
    }

    private LambdaExpression GateOf(int level) => new Place(key, level, 0).Condition("gate");
}

/// <summary>Where a rule stands: its level and its priority in NRules.</summary>
/// <param name="Key">Which rule set's gates.</param>
/// <param name="Level">The level.</param>
/// <param name="Priority">The priority in NRules.</param>
internal sealed record Place(GateKey Key, int Level, int Priority)
{
    /// <summary>The condition on the gate that the rule waits for.</summary>
    public LambdaExpression Condition(string name)
    {
        var gate = Expression.Parameter(typeof(Gate), name);
        return Expression.Lambda(
            Expression.AndAlso(
                Expression.Equal(Expression.Property(gate, nameof(Gate.Key)), Expression.Constant(Key)),
                Expression.Equal(Expression.Property(gate, nameof(Gate.Level)), Expression.Constant(Level))),
            gate);
    }
}
