using System.Collections.Immutable;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// What rules mean, as plainly as it can be written: no index, no plan, no difference between old and new facts. It shares nothing with the
/// compiler but the model of rules.
/// </summary>
internal sealed class ReferenceEvaluator
{
    private readonly List<Known> facts = [];
    private readonly ReferenceMatcher matcher;

    private ReferenceEvaluator(IEnumerable<object> given, long budget, Action<string>? observe)
    {
        facts.AddRange(given.Select(fact => new Known(fact, isGiven: true)));
        matcher = new ReferenceMatcher(facts, budget) { Observe = observe };
    }

    /// <summary>Evaluates rules, which must not form a cycle through negation or collection.</summary>
    /// <exception cref="OverBudgetException">There are too many combinations to try.</exception>
    public static ReferenceResult Evaluate(
        IReadOnlyList<RuleDefinition> rules, IEnumerable<object> given, long budget = long.MaxValue, Action<string>? observe = null)
    {
        var evaluator = new ReferenceEvaluator(given, budget, observe);
        foreach (var stratum in ReferenceStrata.Of(rules)!)
            evaluator.RunToFixpoint(stratum, observe);
        return new ReferenceResult(
            evaluator.facts, evaluator.Actions(rules), new Lazy<IReadOnlyList<AllowedDerivation>>(() => evaluator.Derivations(rules)));
    }

    /// <summary>Whether equal facts of the type of this one are one fact.</summary>
    public static bool AreEqualsOne(object fact) =>
        !fact.GetType().IsDefined(typeof(OccurrenceAttribute), inherit: false)
        && (fact is ValueType || fact.GetType().GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object));

    private void RunToFixpoint(IReadOnlyList<RuleDefinition> rules, Action<string>? observe)
    {
        var fired = new HashSet<(RuleDefinition Rule, Sequence Identity)>();
        for (var (turns, before) = (1, -1); fired.Count > before; turns++)
        {
            before = fired.Count;
            if (turns > 2)
                observe?.Invoke("third turn of recursion");
            foreach (var rule in rules)
            {
                foreach (var combination in matcher.Combinations(rule).ToList())
                {
                    if (!fired.Add((rule, new Sequence(combination.Identity))))
                        continue;
                    foreach (var fact in Yielded(rule, combination))
                        Add(fact, observe);
                }
            }
        }
    }

    private void Add(object fact, Action<string>? observe)
    {
        var isKnown = AreEqualsOne(fact) && facts.Exists(known => known.Fact.Equals(fact));
        observe?.Invoke(isKnown ? "yield of a fact that is there" : "yield of a new fact");
        if (!isKnown)
            facts.Add(new Known(fact, isGiven: false));
    }

    private IEnumerable<object> Yielded(RuleDefinition rule, Combination combination) => rule.RightHandSide.OfType<YieldElement>()
        .Select(yield => matcher.Interpreter.Value(yield.Fact, combination.Values, new RuleContext(rule, null))!);

    private List<AllowedDerivation> Derivations(IReadOnlyList<RuleDefinition> rules) => rules
        .SelectMany(rule => matcher.Combinations(rule).SelectMany(
            combination => Yielded(rule, combination), (combination, fact) => new AllowedDerivation(fact, rule, combination.Premises)))
        .ToList();

    /// <summary>What each rule does for each of its matches, in the order of rules that is stated.</summary>
    private List<(RuleDefinition Rule, IReadOnlyList<string> Lines)> Actions(IReadOnlyList<RuleDefinition> rules)
    {
        var performed = new List<(RuleDefinition, IReadOnlyList<string>)>();
        foreach (var rule in rules.OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Name, StringComparer.Ordinal))
        {
            var actions = rule.RightHandSide.OfType<DoElement>().ToList();
            foreach (var combination in actions.Count == 0 ? [] : matcher.Combinations(rule))
            {
                var log = new ActionLog();
                var values = combination.Values.SetItems(
                    rule.Dependencies.Select(service => KeyValuePair.Create(service, log.GetService(service.Type))));
                foreach (var action in actions)
                    matcher.Interpreter.Value(action.Action, values, new RuleContext(rule, log));
                performed.Add((rule, log.Lines));
            }
        }

        return performed;
    }

    private sealed record RuleContext(RuleDefinition Rule, IServiceProvider? Services) : IContext
    {
        public CancellationToken CancellationToken => CancellationToken.None;

        public TService Resolve<TService>()
            where TService : notnull => (TService)Resolve(typeof(TService));

        public object Resolve(Type serviceType) => Services!.GetService(serviceType)!;
    }

    /// <summary>Compares by the parts: facts by which fact they are, positions by number.</summary>
    private readonly struct Sequence(ImmutableList<object> parts) : IEquatable<Sequence>
    {
        private readonly ImmutableList<object> parts = parts;

        public bool Equals(Sequence other) => parts.SequenceEqual(other.parts);

        public override bool Equals(object? obj) => obj is Sequence other && Equals(other);

        public override int GetHashCode() => parts.Aggregate(17, HashCode.Combine);
    }
}

/// <summary>A way in which a fact may have come about.</summary>
internal sealed record AllowedDerivation(object Fact, RuleDefinition Rule, IReadOnlyList<Premise> Premises);

/// <summary>What rules make of facts.</summary>
/// <param name="Facts">All facts.</param>
/// <param name="Actions">What was done, per match, rules in their order.</param>
/// <param name="Derivations">Every way in which each yielded fact may have come about.</param>
internal sealed record ReferenceResult(
    IReadOnlyList<Known> Facts,
    IReadOnlyList<(RuleDefinition Rule, IReadOnlyList<string> Lines)> Actions,
    Lazy<IReadOnlyList<AllowedDerivation>> Derivations);
