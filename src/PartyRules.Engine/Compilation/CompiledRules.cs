using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>A rule set ready to run.</summary>
/// <param name="Strata">What yields facts, in order.</param>
/// <param name="Actions">What acts on the outside once all facts are known, by priority and name.</param>
/// <param name="Memory">What the compiled code needs in the memory of an evaluator.</param>
internal sealed record CompiledRules(CompiledStratum[] Strata, CompiledRule[] Actions, MemoryPlan Memory)
{
    public static CompiledRules From(IReadOnlyList<Stratum> strata, Layout layout, PartitionJoins joins, bool records)
    {
        var memoryPlan = new MemoryPlan(layout);
        var planned = strata.Select(stratum => (Stratum: stratum, Rules: RulePlan.For<YieldElement>(stratum.Rules, joins))).ToList();
        var actions = RulePlan.For<DoElement>(
            strata.SelectMany(stratum => stratum.Rules)
                .OrderByDescending(rule => rule.Priority)
                .ThenBy(rule => rule.Name, StringComparer.Ordinal),
            joins);
        foreach (var rule in planned.SelectMany(stratum => stratum.Rules).Concat(actions))
        {
            foreach (var step in rule.Alternatives.SelectMany(alternative => alternative.Steps))
            {
                if (step.Through is { } reading)
                    memoryPlan.Count(reading);
            }
        }

        return new CompiledRules(
            [.. planned.Select(stratum => CompiledStratum.From(stratum.Stratum, stratum.Rules, memoryPlan, records))],
            [.. actions.Select(rule => CompiledRule.From(rule, memoryPlan, records: false, new HashSet<Type>()))],
            memoryPlan);
    }
}

/// <summary>Compiled rules that run together.</summary>
/// <param name="Rules">The rules that yield something.</param>
/// <param name="IsRecursive">Whether they run to a fixpoint.</param>
internal sealed record CompiledStratum(CompiledRule[] Rules, bool IsRecursive)
{
    public static CompiledStratum From(Stratum stratum, IReadOnlyList<RulePlan> rules, MemoryPlan memoryPlan, bool records)
    {
        var growing = stratum.IsRecursive ? stratum.Rules.SelectMany(rule => rule.YieldedTypes).ToHashSet() : [];
        return new CompiledStratum([.. rules.Select(rule => CompiledRule.From(rule, memoryPlan, records, growing))], stratum.IsRecursive);
    }
}

/// <summary>A compiled rule: one body per alternative.</summary>
/// <param name="Definition">The rule.</param>
/// <param name="Bodies">Its alternatives.</param>
internal sealed record CompiledRule(RuleDefinition Definition, CompiledBody[] Bodies)
{
    public static CompiledRule From(RulePlan rule, MemoryPlan memoryPlan, bool records, IReadOnlySet<Type> growing) =>
        new(
            rule.Definition,
            [.. rule.Alternatives.Select(alternative => CompiledBody.From(rule.Definition, alternative, memoryPlan, records, growing))]);
}

/// <summary>A compiled alternative of a rule. The position says which recursive reading takes only new facts; -1 for none.</summary>
internal delegate void RuleBody(WorkingMemory memory, int position);

/// <summary>A compiled alternative. Its machine code is made when it first runs: many rules of a set never do.</summary>
internal sealed class CompiledBody
{
    private readonly Lazy<RuleBody> run;
    private RuleBody? made;

    private CompiledBody(Expression<RuleBody> code, int recursiveReadings, int[] requiredSlots, IReadOnlyList<string> plan)
    {
        run = new Lazy<RuleBody>(code.Compile);
        RecursiveReadings = recursiveReadings;
        RequiredSlots = requiredSlots;
        Plan = plan;
    }

    /// <summary>The delegate.</summary>
    public RuleBody Run => made ??= run.Value;

    /// <summary>How many readings of growing facts it has.</summary>
    public int RecursiveReadings { get; }

    /// <summary>The lists without whose facts it cannot fire.</summary>
    public int[] RequiredSlots { get; }

    /// <summary>How its elements are matched, a line each.</summary>
    public IReadOnlyList<string> Plan { get; }

    public static CompiledBody From(
        RuleDefinition rule, AlternativePlan plan, MemoryPlan memoryPlan, bool records, IReadOnlySet<Type> growing)
    {
        try
        {
            var emitter = new RuleEmitter(memoryPlan, rule, records, growing);
            var code = emitter.Emit(plan.Steps, plan.Actions);
            return new CompiledBody(code, emitter.RecursiveReadings, RequiredBy(plan.Steps, memoryPlan.Layout), plan.Describe());
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new RuleDefinitionException(rule.Name, $"it cannot be compiled: {exception.Message}");
        }
    }

    private static int[] RequiredBy(IReadOnlyList<PlanStep> steps, Layout layout) =>
        [.. steps.Select(step => step.Required).OfType<FactReading>().Select(reading => layout.SlotOf(reading.Fact.Type)).Distinct()];
}
