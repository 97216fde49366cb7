using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Execution;

/// <summary>What actions know of the rule they belong to; one for an evaluator, told each rule in turn.</summary>
/// <param name="provider">Where services are found; null for none.</param>
internal sealed class RuleContext(IServiceProvider? provider) : IContext
{
    public RuleDefinition Rule { get; set; } = null!;

    public CancellationToken CancellationToken { get; set; }

    public TService Resolve<TService>()
        where TService : notnull => (TService)Resolve(typeof(TService));

    public object Resolve(Type serviceType) => provider?.GetService(serviceType) ?? throw new InvalidOperationException(
        provider is null
            ? $"the service {serviceType.Name} is needed, but the evaluator was given no services. Pass an IServiceProvider to "
                + "CreateEvaluator or Evaluate."
            : $"the provider has no service {serviceType.Name}. Register it with the host's services.");
}
