using System.Diagnostics.CodeAnalysis;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine;

/// <summary>Runs rule sets. The compiled evaluator is one; a bridge to another engine is one too, and gives the same facts.</summary>
/// <remarks>Implementations are thread-safe; the evaluators they make are not.</remarks>
public interface IRuleEngine
{
    /// <summary>Makes an evaluator for one thread.</summary>
    /// <param name="ruleSet">The rules, and the facts that every partition shares.</param>
    /// <param name="recordDerivations">Whether it records how each fact came about.</param>
    /// <param name="services">Where actions find the services they depend on; null where no rule has any.</param>
    /// <exception cref="RuleDefinitionException">The engine cannot run a rule.</exception>
    IEvaluator CreateEvaluator(RuleSet ruleSet, bool recordDerivations = false, IServiceProvider? services = null);
}

/// <summary>Evaluates one partition of facts after another. Not thread-safe.</summary>
/// <remarks>All facts are given before a run; nothing is kept from one partition to the next but the facts that all share.</remarks>
public interface IEvaluator
{
    /// <summary>Gives a fact. Each given fact counts, even if it equals another.</summary>
    /// <param name="fact">The fact. One of a type that no rule reads is ignored.</param>
    void Add(object fact);

    /// <summary>Gives facts of one type.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="facts">The facts.</param>
    void AddAll<TFact>(IReadOnlyList<TFact> facts)
        where TFact : notnull;

    /// <summary>Gives a fact that an earlier evaluation yielded, so that its derivation continues here.</summary>
    /// <param name="derivation">The fact and how it came about.</param>
    void AddDerived(Derivation derivation);

    /// <summary>Runs all rules on the facts given since the last reset.</summary>
    /// <param name="cancellationToken">Cancels the run between rules.</param>
    /// <exception cref="RuleEvaluationException">
    /// A condition or action threw, or rules that feed each other did not come to an end.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    void Run(CancellationToken cancellationToken = default);

    /// <summary>The facts of a type, given and yielded, including those of derived types.</summary>
    /// <typeparam name="TFact">The type. One that no rule reads or yields has none.</typeparam>
    IReadOnlyList<TFact> Facts<TFact>()
        where TFact : notnull;

    /// <summary>The first fact of a type: for facts of which a partition has at most one.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    /// <param name="fact">The fact, or the default where there is none.</param>
    /// <returns>Whether there is one. Where there are several, which one comes first has no meaning.</returns>
    bool TryGetFirst<TFact>([MaybeNullWhen(false)] out TFact fact)
        where TFact : notnull
    {
        var facts = Facts<TFact>();
        fact = facts.Count > 0 ? facts[0] : default;
        return facts.Count > 0;
    }

    /// <summary>How a fact came about.</summary>
    /// <param name="fact">A fact of this evaluation.</param>
    /// <exception cref="InvalidOperationException">Derivations are not recorded.</exception>
    Derivation DerivationOf(object fact);

    /// <summary>Forgets all facts but the shared ones, for the next partition.</summary>
    void Reset();
}

/// <summary>The engine that is built in.</summary>
/// <remarks>Thread-safe.</remarks>
public static class RuleEngine
{
    /// <summary>Runs rule sets by their compiled evaluators; the default everywhere.</summary>
    public static IRuleEngine Compiled { get; } = new CompiledEngine();

    private sealed class CompiledEngine : IRuleEngine
    {
        public IEvaluator CreateEvaluator(RuleSet ruleSet, bool recordDerivations, IServiceProvider? services) =>
            ruleSet.CreateEvaluator(recordDerivations, services);
    }
}
