using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PartyRules.Hosting.Running;
using PartyRules.Scoring;

namespace PartyRules.Hosting;

/// <summary>Adds the library to a host, by its configuration.</summary>
public static class HostingServiceCollectionExtensions
{
    /// <summary>
    /// Adds the library by a section of configuration, beside what is added in code. What is wrong with the section, with a scheme it
    /// names, or with what is added in code stops the host while it starts: <see cref="PartyRulesSettings"/> says what a section can hold.
    /// </summary>
    /// <remarks>
    /// Schemes that the application names are read and compiled before anything else of the host starts. What happens with them, and how
    /// much is scored through <see cref="IAssessmentService"/>, is logged; nobody's identifier, name or points are.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("PartyRules")</c>.</param>
    /// <param name="configure">Adds schemes and rules in code; null, the default, for none.</param>
    /// <returns>The services, for chaining.</returns>
    public static IServiceCollection AddPartyRules(
        this IServiceCollection services, IConfigurationSection section, Action<PartyRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddPartyRules(configure).Host(null, section);
    }

    /// <summary>As <c>AddPartyRules</c>, for a set of schemes under a key.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, which is also the name of the <see cref="PartyRulesSettings"/> among the host's options.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("PartyRules:county")</c>.</param>
    /// <param name="configure">Adds schemes and rules in code; null, the default, for none.</param>
    /// <returns>The services, for chaining.</returns>
    public static IServiceCollection AddKeyedPartyRules(
        this IServiceCollection services,
        string serviceKey,
        IConfigurationSection section,
        Action<PartyRulesOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddKeyedPartyRules(serviceKey, configure).Host(serviceKey, section);
    }

    private static IServiceCollection Host(this IServiceCollection services, string? key, IConfigurationSection section)
    {
        var name = key ?? Options.DefaultName;
        services.AddOptions<PartyRulesSettings>(name)
            .Configure(settings => SettingsReader.Read(section, settings))
            .ValidateOnStart();
        if (services.Any(service => service.ServiceType == typeof(HostedSchemes) && Equals(service.ServiceKey, key)))
            return services;

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PartyRulesSettings>, SettingsValidation>());
        AddLater(services, key, name);
        services.Add(new ServiceDescriptor(
            typeof(HostedSchemes),
            key,
            (provider, _) => new HostedSchemes(() => ServiceOf(provider, key), LoggerOf(provider)),
            ServiceLifetime.Singleton));
        services.AddSingleton<IHostedService>(provider => new SchemesAtStart(HostedOf(provider, key)));
        foreach (var plain in services.Where(service =>
            service.ServiceType == typeof(IAssessmentService) && Equals(service.ServiceKey, key)).ToList())
        {
            services.Remove(plain);
        }

        services.Add(new ServiceDescriptor(
            typeof(IAssessmentService),
            key,
            (provider, _) => new LoggingAssessmentService(ServiceOf(provider, key), LoggerOf(provider)),
            ServiceLifetime.Singleton));
        return services;
    }

    private static void AddLater(IServiceCollection services, string? key, string name)
    {
        void Apply(IServiceProvider provider, PartyRulesOptions options) =>
            provider.GetRequiredService<IOptionsMonitor<PartyRulesSettings>>().Get(name).ApplyTo(
                options, provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory());

        if (key is null)
            services.AddPartyRules(Apply);
        else
            services.AddKeyedPartyRules(key, Apply);
    }

    private static AssessmentService ServiceOf(IServiceProvider provider, string? key) => key is null
        ? provider.GetRequiredService<AssessmentService>()
        : provider.GetRequiredKeyedService<AssessmentService>(key);

    internal static HostedSchemes HostedOf(IServiceProvider provider, object? key) => key is null
        ? provider.GetRequiredService<HostedSchemes>()
        : provider.GetRequiredKeyedService<HostedSchemes>(key);

    private static ILogger LoggerOf(IServiceProvider provider) =>
        (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("PartyRules");
}
