using PartyRules.Cases;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Verification;

/// <summary>Lets only verified schemes into an application.</summary>
public static class VerifiedOptions
{
    /// <summary>
    /// Asks of each scheme that is added or read what <c>partyrules verify</c> asks, before it comes into force: no claim that does harm is
    /// refuted, and the worked cases beside its file give what they say. A scheme that fails is refused where the application starts, and
    /// later stays out, with the one before in force.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <returns>The options, for chaining.</returns>
    public static PartyRulesOptions VerifySchemes(this PartyRulesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Verify = Problems;
        return options;
    }

    private static IReadOnlyList<Problem> Problems(SourcedScheme sourced, Scorer scorer)
    {
        var verified = SchemeVerifier.Verify(sourced.Scheme, sourced.Places ?? (path => new SourceLocation(sourced.Path, path: path)));
        var cases = sourced.Path is { } file ? SchemeCases.Beside(file, sourced.Scheme) : [];
        return
        [
            .. verified.Findings.Where(finding => finding.IsError)
                .Select(finding => new Problem(finding.Code, finding.Location, finding.Message)),
            .. cases.SelectMany(worked => worked.Run(scorer)),
        ];
    }
}
