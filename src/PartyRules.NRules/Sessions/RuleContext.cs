using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using NContext = NRules.RuleModel.IContext;

namespace PartyRules.NRules.Sessions;

/// <summary>What an action of ours sees of an NRules action's surroundings.</summary>
/// <param name="context">NRules' context.</param>
/// <param name="rule">The rule that acts.</param>
internal sealed class RuleContext(NContext context, RuleDefinition rule) : IContext
{
    public RuleDefinition Rule { get; } = rule;

    public CancellationToken CancellationToken => context.CancellationToken;

    public TService Resolve<TService>()
        where TService : notnull => (TService)Resolve(typeof(TService));

    public object Resolve(Type serviceType) => context.Resolve(serviceType);
}
