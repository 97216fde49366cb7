using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartyRules.Hosting.Running;

namespace PartyRules.Hosting;

/// <summary>Adds the library to a host's health checks.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of the schemes that the application named: healthy where they are in force, with the version and the content hash of
    /// each as data; degraded where changed ones were refused, so that those before stay; else as <paramref name="failureStatus"/> says.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="serviceKey">The key of the set of schemes; null, the default, for the one without.</param>
    /// <param name="failureStatus">What it means where there are no schemes; null, the default, for unhealthy.</param>
    /// <param name="tags">Tags to choose checks by; null, the default, for none.</param>
    /// <returns>The builder, for chaining.</returns>
    public static IHealthChecksBuilder AddPartyRules(
        this IHealthChecksBuilder builder,
        string name = "partyrules",
        object? serviceKey = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new SchemesHealthCheck(HostingServiceCollectionExtensions.HostedOf(provider, serviceKey)),
            failureStatus,
            tags));
    }
}
