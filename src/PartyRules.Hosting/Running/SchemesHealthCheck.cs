using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartyRules.Diagnostics;

namespace PartyRules.Hosting.Running;

/// <summary>Says which schemes are in force.</summary>
internal sealed class SchemesHealthCheck(HostedSchemes schemes) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var versions = schemes.InForce.SelectMany(scheme => scheme.All).ToList();
            var data = versions.ToDictionary(version => $"{version.Id} {version.Version}", object (version) => version.ContentHash);
            var said = $"{versions.Count} versions of schemes in force";
            return Task.FromResult(schemes.Refused.Count == 0
                ? HealthCheckResult.Healthy(said, data)
                : HealthCheckResult.Degraded($"{said}; changed ones refused: {string.Join("; ", schemes.Refused)}", data: data));
        }
        catch (ProblemException exception)
        {
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception));
        }
    }
}
