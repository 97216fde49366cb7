using Microsoft.Extensions.Logging;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Hosting.Running;

/// <summary>The schemes of a host: compiled while it starts, and what came of the last change.</summary>
/// <remarks>Thread-safe once started.</remarks>
internal sealed class HostedSchemes(Func<AssessmentService> make, ILogger logger)
{
    private volatile IReadOnlyList<Problem> refused = [];

    /// <summary>Why changed schemes are not in force; empty where none were refused.</summary>
    public IReadOnlyList<Problem> Refused => refused;

    /// <summary>The versions of the schemes that the application named, as they are now.</summary>
    /// <exception cref="ProblemException">They are refused.</exception>
    public IReadOnlyList<SchemeVersions> InForce
    {
        get
        {
            var service = make();
            return [.. service.OwnIds.Select(service.VersionsOf)];
        }
    }

    /// <summary>Reads and compiles the schemes that the application named, and tells of them from now on.</summary>
    /// <exception cref="ProblemException">Something is wrong with them; carries every problem found.</exception>
    public void Start()
    {
        try
        {
            var service = make();
            var problems = service.OwnIds.SelectMany(id => ProblemsOf(service, id)).ToList();
            if (problems.Count > 0)
                throw new ProblemException(problems);
            service.Reloaded += (_, told) => Tell(told);
            Tell(InForce);
        }
        catch (ProblemException exception)
        {
            Log.Refused(logger, exception.Problems.Count, exception.Message);
            throw;
        }
    }

    private static IReadOnlyList<Problem> ProblemsOf(AssessmentService service, string id)
    {
        try
        {
            _ = service.For(id);
            return [];
        }
        catch (ProblemException exception)
        {
            return exception.Problems;
        }
    }

    private void Tell(SchemesReloadedEventArgs told)
    {
        refused = told.Problems;
        if (told.Problems.Count > 0)
            Log.ChangesRefused(logger, told.Problems.Count, string.Join('\n', told.Problems));
        Tell(told.Changed);
    }

    private void Tell(IReadOnlyList<SchemeVersions> schemes)
    {
        foreach (var version in schemes.SelectMany(versions => versions.All))
            Log.InForce(logger, version.Id, version.Version, version.ContentHash);
    }
}
