using Microsoft.Extensions.Logging;

namespace PartyRules.Hosting.Running;

/// <summary>
/// What is logged. Of subjects and entries nothing but their number is, and of problems with them nothing but their codes.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Scheme {Scheme} {Version} is in force, content {ContentHash}")]
    public static partial void InForce(ILogger logger, string scheme, string version, string contentHash);

    [LoggerMessage(2, LogLevel.Critical, "{Count} problems with the schemes; the host does not start:\n{Problems}")]
    public static partial void Refused(ILogger logger, int count, string problems);

    [LoggerMessage(3, LogLevel.Warning, "{Count} problems with changed schemes; those before stay in force:\n{Problems}")]
    public static partial void ChangesRefused(ILogger logger, int count, string problems);

    [LoggerMessage(4, LogLevel.Debug, "Scored {Subjects} subjects by {Scheme} for {Year}")]
    public static partial void Scored(ILogger logger, int subjects, string scheme, int year);

    [LoggerMessage(5, LogLevel.Information, "Refused {Subjects} subjects for {Scheme} in {Year}: {Count} problems ({Codes})")]
    public static partial void FactsRefused(ILogger logger, int subjects, string scheme, int year, int count, string codes);
}
