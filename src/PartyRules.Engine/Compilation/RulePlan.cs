using PartyRules.Engine.Model;
using PartyRules.Engine.Tracing;

namespace PartyRules.Engine.Compilation;

/// <summary>How a rule is matched: a plan for each of its alternatives.</summary>
/// <param name="Definition">The rule.</param>
/// <param name="Alternatives">The plans.</param>
internal sealed record RulePlan(RuleDefinition Definition, IReadOnlyList<AlternativePlan> Alternatives)
{
    /// <summary>Plans the rules that have actions of a kind, with these actions.</summary>
    public static IReadOnlyList<RulePlan> Of<TAction>(IEnumerable<RuleDefinition> rules, PartitionJoins joins)
        where TAction : ActionElement =>
        [
            .. rules.Where(rule => rule.RightHandSide.OfType<TAction>().Any())
                .Select(rule => new RulePlan(rule, [.. Conjunction.AlternativesOf(rule.LeftHandSide).Select(elements => AlternativePlan.Of<TAction>(rule, elements, joins))])),
        ];
}

/// <summary>How one alternative of a rule is matched.</summary>
/// <param name="Steps">The steps, in the order in which they run.</param>
/// <param name="Actions">What follows from a match.</param>
/// <param name="FreeJoins">A line for each equality that need not be tested.</param>
internal sealed record AlternativePlan(IReadOnlyList<PlanStep> Steps, IReadOnlyList<ActionElement> Actions, IReadOnlyList<string> FreeJoins)
{
    public static AlternativePlan Of<TAction>(RuleDefinition rule, IReadOnlyList<RuleElement> written, PartitionJoins joins)
        where TAction : ActionElement
    {
        var (needed, free) = joins.Drop([.. written, .. rule.Filters.Select(filter => new HavingElement(filter))]);
        var (elements, actions) = AggregateFusion.Apply(needed, [.. rule.RightHandSide.OfType<TAction>().Select(action => ActionGuard.Of(rule, written, action))]);
        ElementNames.Check(rule, elements, actions);
        return new AlternativePlan(Planner.Plan(elements), actions, free);
    }

    /// <summary>The plan for people, a line for each step.</summary>
    public IReadOnlyList<string> Describe() => [.. FreeJoins, .. Steps.Select(step => step.Describe())];
}
