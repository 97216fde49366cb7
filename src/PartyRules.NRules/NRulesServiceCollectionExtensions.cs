using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NRules.Fluent;
using PartyRules.Engine;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>Adds the library on NRules to an application's services.</summary>
public static class NRulesServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="AssessmentService"/> whose scorers run on NRules, and the <see cref="NRulesEngine"/> itself. Parts of an
    /// application may each call this: what they add comes together.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds schemes and rules; null for none.</param>
    /// <param name="addBeside">Loads NRules rules of the application that fire beside those of each rule set; null for none.</param>
    /// <returns>The services, for chaining.</returns>
    public static IServiceCollection AddPartyRulesOnNRules(
        this IServiceCollection services, Action<PartyRulesOptions>? configure = null, Action<RuleRepository, RuleSet>? addBeside = null)
    {
        var engine = services.InstanceOf<NRulesEngine>()?.With(addBeside) ?? new NRulesEngine(addBeside);
        services.RemoveAll<NRulesEngine>();
        services.AddSingleton(engine);
        return services.AddPartyRules(options =>
        {
            options.Engine = engine;
            configure?.Invoke(options);
        });
    }
}
