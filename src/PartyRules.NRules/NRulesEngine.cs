using System.Runtime.CompilerServices;
using NRules;
using NRules.Extensibility;
using NRules.Fluent;
using PartyRules.Engine;
using PartyRules.Engine.Model;
using PartyRules.NRules.Conversion;
using PartyRules.NRules.Sessions;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>Runs rule sets on NRules: a session for each partition. Give it to <see cref="ScorerOptions.Engine"/>.</summary>
/// <remarks>
/// The results are those of the compiled evaluator. Each rule set is converted and compiled once, however many copies with other reference
/// facts are made of it. Thread-safe; the evaluators it makes are not.
/// </remarks>
public sealed class NRulesEngine : IRuleEngine
{
    private readonly Action<RuleRepository, RuleSet>? addBeside;
    private readonly ConditionalWeakTable<IReadOnlyList<RuleDefinition>, CompiledSessions> compiled = [];

    /// <summary>Makes the engine.</summary>
    /// <param name="addBeside">
    /// Loads NRules rules of a host into the repository of each rule set, to fire beside its rules in every session: they read the facts of
    /// the rule set and add their own. Null for none.
    /// </param>
    public NRulesEngine(Action<RuleRepository, RuleSet>? addBeside = null) => this.addBeside = addBeside;

    /// <summary>The engine with further rules of a host beside those that it has.</summary>
    internal NRulesEngine With(Action<RuleRepository, RuleSet>? more) => more is null ? this : new NRulesEngine(addBeside + more);

    /// <inheritdoc/>
    public IEvaluator CreateEvaluator(RuleSet ruleSet, bool recordDerivations = false, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return new SessionEvaluator(
            compiled.GetValue(ruleSet.Rules, _ => Compile(ruleSet)), ruleSet.ReferenceFacts, recordDerivations, services);
    }

    private CompiledSessions Compile(RuleSet ruleSet)
    {
        var converter = new RuleSetConverter(ruleSet, RuleRepositoryExtensions.TopPriority);
        var repository = new RuleRepository();
        repository.Add(RuleRepositoryExtensions.Named(ruleSet.Name, converter.Convert()));
        addBeside?.Invoke(repository, ruleSet);
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ReferenceEqualityComparer.Instance;
        var types = ruleSet.Rules.SelectMany(rule => rule.ReadTypes.Concat(rule.YieldedTypes));
        return new CompiledSessions(compiler.Compile(repository.GetRules()), converter.Key, types.ToHashSet());
    }
}

/// <summary>A rule set ready to make sessions.</summary>
/// <param name="Factory">Makes them.</param>
/// <param name="Key">Whose gates.</param>
/// <param name="Types">What its rules read and yield.</param>
internal sealed record CompiledSessions(ISessionFactory Factory, GateKey Key, IReadOnlySet<Type> Types);

/// <summary>Gives services of the host to actions; each is asked for once.</summary>
internal sealed class ServiceResolver(IServiceProvider? provider) : IDependencyResolver
{
    private readonly Dictionary<Type, object> services = [];

    public object Resolve(IResolutionContext context, Type serviceType)
    {
        if (!services.TryGetValue(serviceType, out var service))
            services.Add(serviceType, service = provider?.GetService(serviceType) ?? throw Missing(serviceType));
        return service;
    }

    private InvalidOperationException Missing(Type serviceType) => new(
        provider is null
            ? $"the service {serviceType.Name} is needed, but the evaluator was given no services. Pass an IServiceProvider to "
                + "CreateEvaluator."
            : $"the provider has no service {serviceType.Name}. Register it with the host's services.");
}
