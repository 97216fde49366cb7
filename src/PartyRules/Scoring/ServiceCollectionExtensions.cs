using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Reading;
using PartyRules.RuleSets;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>Adds the library to an application's services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="AssessmentService"/> with the built-in schemes, and what <paramref name="configure"/> adds. Parts of an
    /// application may each call this: what they add comes together, and what one of them sets later holds.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds schemes and rules; null for none.</param>
    /// <returns>The services, for chaining.</returns>
#pragma warning disable RS0027 // The overloads differ in what they are given to do, which nobody who calls the other can leave out.
    public static IServiceCollection AddPartyRules(this IServiceCollection services, Action<PartyRulesOptions>? configure = null) =>
#pragma warning restore RS0027
        services.Add(null, options => configure?.Invoke(options));

    /// <summary>As the other overload, with what <paramref name="configure"/> adds once the application's services are there.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">
    /// Adds schemes and rules with the help of services, when the <see cref="AssessmentService"/> is made; after what was added without.
    /// </param>
    /// <returns>The services, for chaining.</returns>
    public static IServiceCollection AddPartyRules(
        this IServiceCollection services, Action<IServiceProvider, PartyRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.Add(null, options => options.Later.Add(configure));
    }

    /// <summary>
    /// Adds an <see cref="AssessmentService"/> of its own under a key, so that an application can have several sets of schemes, each with
    /// its rules and options. Nothing that was added under another key, or under none, belongs to it.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, by which the application asks for it, such as with <c>[FromKeyedServices("county")]</c>.</param>
    /// <param name="configure">Adds schemes and rules; null for none.</param>
    /// <returns>The services, for chaining.</returns>
#pragma warning disable RS0027 // As above.
    public static IServiceCollection AddKeyedPartyRules(
        this IServiceCollection services, object serviceKey, Action<PartyRulesOptions>? configure = null)
#pragma warning restore RS0027
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return services.Add(serviceKey, options => configure?.Invoke(options));
    }

    /// <summary>As the other overload, with what <paramref name="configure"/> adds once the application's services are there.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="configure">Adds schemes and rules with the help of services, when the <see cref="AssessmentService"/> is made.</param>
    /// <returns>The services, for chaining.</returns>
    public static IServiceCollection AddKeyedPartyRules(
        this IServiceCollection services, object serviceKey, Action<IServiceProvider, PartyRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return services.Add(serviceKey, options => options.Later.Add(configure));
    }

    private static IServiceCollection Add(this IServiceCollection services, object? key, Action<PartyRulesOptions> configure)
    {
        var options = services.InstanceOf<PartyRulesOptions>(key);
        if (options is null)
            services.Add(new ServiceDescriptor(typeof(PartyRulesOptions), key, options = new PartyRulesOptions { Services = services }));
        configure(options);
        services.TryAdd(new ServiceDescriptor(
            typeof(AssessmentService),
            key,
            (provider, _) => new AssessmentService(options.With(provider), provider),
            ServiceLifetime.Singleton));
        services.TryAdd(new ServiceDescriptor(
            typeof(IAssessmentService),
            key,
            (provider, _) => key is null
                ? provider.GetRequiredService<AssessmentService>()
                : provider.GetRequiredKeyedService<AssessmentService>(key),
            ServiceLifetime.Singleton));
        return services;
    }

    /// <summary>What was added of a type as an object, by whichever part of the application; null for nothing.</summary>
    internal static T? InstanceOf<T>(this IServiceCollection services, object? key = null)
        where T : class =>
        services.Where(service => Equals(service.ServiceKey, key))
            .Select(service => service.IsKeyedService ? service.KeyedImplementationInstance : service.ImplementationInstance)
            .OfType<T>().FirstOrDefault();
}

/// <summary>What an application adds to the library. Used while services are set up; not thread-safe.</summary>
public sealed class PartyRulesOptions
{
    internal Dictionary<string, List<Scheme>> Schemes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, OrderedDictionary<Type, Func<Rule>>> Rules { get; } = new(StringComparer.Ordinal);

    internal OrderedDictionary<Type, Func<IServiceProvider, ComponentRules>> ComponentRules { get; } = [];

    internal List<ISchemeSource> Sources { get; } = [];

    internal SortedSet<string> Offered { get; } = new(StringComparer.Ordinal);

    /// <summary>What is added once the application's services are there.</summary>
    internal List<Action<IServiceProvider, PartyRulesOptions>> Later { get; } = [];

    /// <summary>The services of the application, where these are among them.</summary>
    internal IServiceCollection? Services { get; init; }

    /// <summary>
    /// Says what speaks against a scheme that was added or read, before it comes into force, given its scorer with the rules that were
    /// added; null, the default, for nothing more than that it can be read. The package PartyRules.Verification sets it to all that
    /// <c>partyrules verify</c> asks.
    /// </summary>
    public Func<SourcedScheme, Scorer, IReadOnlyList<Problem>>? Verify { get; set; }

    /// <summary>Whether assessments carry their derivation; false by default.</summary>
    public bool Derivations { get; set; }

    /// <summary>
    /// The day as of which subjects are judged, as <see cref="ScorerOptions.AsOf"/> says; null, the default, for the ends of periods.
    /// </summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>What runs the rules; the compiled evaluator by default. The results are the same on every engine.</summary>
    public IRuleEngine Engine { get; set; } = RuleEngine.Compiled;

    /// <summary>
    /// Adds a scheme, or a further version of one that was added: each assesses its time. A built-in scheme of the same identifier gives
    /// way to those added.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The options, for chaining.</returns>
    /// <exception cref="ArgumentException">
    /// Another version was added that is about another kind of subject, or has rounds of another length.
    /// </exception>
    public PartyRulesOptions AddScheme(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var versions = Schemes.GetValueOrDefault(scheme.Id, []);
        List<Scheme> together = [.. versions.Where(other => other.Version != scheme.Version), scheme];
        _ = new SchemeVersions(together);
        Schemes[scheme.Id] = together;
        return this;
    }

    /// <summary>
    /// Adds the schemes of a source. They are read when the <see cref="AssessmentService"/> is made, which refuses what is wrong with them,
    /// and anew whenever the source tells of changes. A built-in scheme of the same identifier gives way to them.
    /// </summary>
    /// <param name="source">The source, such as <see cref="SchemeSource.Folder"/>.</param>
    /// <returns>The options, for chaining.</returns>
    public PartyRulesOptions AddSchemes(ISchemeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Sources.Add(source);
        return this;
    }

    /// <summary>
    /// Offers a scheme, built in, added or read. Once one is offered, only those that are can be asked for; without any, all can.
    /// </summary>
    /// <param name="schemeId">
    /// The scheme's identifier. One that is not there is refused when the <see cref="AssessmentService"/> is made.
    /// </param>
    /// <returns>The options, for chaining.</returns>
    public PartyRulesOptions Offer(string schemeId)
    {
        ArgumentException.ThrowIfNullOrEmpty(schemeId);
        Offered.Add(schemeId);
        return this;
    }

    /// <summary>
    /// Adds rules in code for the components of any scheme that ask for them by name; once, however often it is called.
    /// </summary>
    /// <typeparam name="TComponentRules">
    /// The rules; made once, when first needed, with constructor arguments from the application's services. They live as long as the
    /// application: rules that take a service of a scope are refused when the <see cref="AssessmentService"/> is made.
    /// </typeparam>
    /// <returns>The options, for chaining.</returns>
    public PartyRulesOptions AddComponentRules<TComponentRules>()
        where TComponentRules : ComponentRules
    {
        ComponentRules.TryAdd(
            typeof(TComponentRules), provider => ActivatorUtilities.GetServiceOrCreateInstance<TComponentRules>(provider));
        return this;
    }

    /// <summary>Adds a rule that runs beside those of a scheme on each dossier; once, however often it is called.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    /// <param name="schemeId">
    /// The scheme's identifier. One that is neither built in nor added is refused when the <see cref="AssessmentService"/> is made.
    /// </param>
    /// <returns>The options, for chaining.</returns>
    public PartyRulesOptions AddRule<TRule>(string schemeId)
        where TRule : Rule, new()
    {
        if (!Rules.TryGetValue(schemeId, out var rules))
            Rules.Add(schemeId, rules = []);
        rules.TryAdd(typeof(TRule), () => new TRule());
        return this;
    }

    /// <summary>These options with what is added later, for the services of one application.</summary>
    internal PartyRulesOptions With(IServiceProvider provider)
    {
        if (Later.Count == 0)
            return this;
        var own = new PartyRulesOptions { Services = Services, Derivations = Derivations, AsOf = AsOf, Engine = Engine, Verify = Verify };
        foreach (var (id, versions) in Schemes)
            own.Schemes.Add(id, versions);
        foreach (var (id, rules) in Rules)
            own.Rules.Add(id, new(rules));
        foreach (var (type, make) in ComponentRules)
            own.ComponentRules.Add(type, make);
        own.Sources.AddRange(Sources);
        own.Offered.UnionWith(Offered);
        foreach (var add in Later)
            add(provider, own);
        return own;
    }
}
