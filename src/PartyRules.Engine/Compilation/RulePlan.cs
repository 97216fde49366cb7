using System.Linq.Expressions;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>How a rule is matched: a plan for each of its alternatives.</summary>
/// <param name="Definition">The rule.</param>
/// <param name="Alternatives">The plans.</param>
internal sealed record RulePlan(RuleDefinition Definition, IReadOnlyList<AlternativePlan> Alternatives)
{
    /// <summary>Plans the rules that have actions of a kind, with these actions.</summary>
    public static IReadOnlyList<RulePlan> For<TAction>(IEnumerable<RuleDefinition> rules, PartitionJoins joins)
        where TAction : ActionElement =>
        [
            .. rules.Where(rule => rule.RightHandSide.OfType<TAction>().Any())
                .Select(rule => new RulePlan(
                    rule, [.. rule.Alternatives.Select(elements => AlternativePlan.For<TAction>(rule, elements, joins))])),
        ];
}

/// <summary>How one alternative of a rule is matched.</summary>
/// <param name="Steps">The steps, in the order in which they run.</param>
/// <param name="Actions">What follows from a match.</param>
/// <param name="FreeJoins">A line for each equality that need not be tested.</param>
internal sealed record AlternativePlan(IReadOnlyList<PlanStep> Steps, IReadOnlyList<ActionElement> Actions, IReadOnlyList<string> FreeJoins)
{
    public static AlternativePlan For<TAction>(RuleDefinition rule, IReadOnlyList<SingleElement> written, PartitionJoins joins)
        where TAction : ActionElement
    {
        var (needed, free) = joins.Drop([.. written, .. rule.Filters.Select(filter => new HavingElement(filter))]);
        var (elements, actions) = AggregateFusion.Apply(
            needed, [.. rule.RightHandSide.OfType<TAction>().Select(action => ActionGuard.Guard(rule, written, action))]);
        RefuseUnknownNames(rule, elements, actions);
        return new AlternativePlan(Planner.Plan(elements), actions, free);
    }

    /// <summary>The plan for people, a line for each step.</summary>
    public IReadOnlyList<string> Describe() => [.. FreeJoins, .. Steps.Select(step => step.Describe())];

    /// <summary>Refuses a name that is used before its element, or outside its group.</summary>
    private static void RefuseUnknownNames(RuleDefinition rule, IReadOnlyList<SingleElement> elements, IReadOnlyList<ActionElement> actions)
    {
        var given = new HashSet<ParameterExpression>();
        foreach (var element in elements)
        {
            Refuse(element.Needs);
            given.UnionWith(element.Gives);
        }

        given.UnionWith(rule.Dependencies);
        foreach (var action in actions)
            Refuse(Expressions.FreeVariables(action.Lambda));

        void Refuse(IEnumerable<ParameterExpression> needed)
        {
            if (needed.FirstOrDefault(name => !given.Contains(name)) is { } missing)
            {
                throw new RuleDefinitionException(
                    rule.Name,
                    $"the name '{missing.Name}' is used where it is not known. A name may be used only after the element that gives "
                    + "it, and not outside its group.");
            }
        }
    }
}
