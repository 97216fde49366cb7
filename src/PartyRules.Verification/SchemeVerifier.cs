using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Kinds;

namespace PartyRules.Verification;

/// <summary>Proves or refutes claims on a scheme, without data.</summary>
/// <remarks>
/// <para>
/// Bounds of scores are worked out exactly, for each category and state of employment; what they exclude is proved. What they allow is
/// searched for by data sets that the scheme itself scores. What neither decides is said to be undecided, and never guessed.
/// </para>
/// <para>Nothing depends on a clock or on chance: the same scheme gives the same findings. Thread-safe.</para>
/// </remarks>
/// <seealso href="docs/verification.md">All claims, and what each is worth</seealso>
public static class SchemeVerifier
{
    /// <summary>Verifies a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>What was found; places are JSON paths alone.</returns>
    public static VerifiedScheme Verify(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return Verify(scheme, path => new SourceLocation(path: path));
    }

    /// <summary>Reads a scheme from a file and verifies it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What was found; places have file, line and column too.</returns>
    /// <exception cref="ProblemException">The file cannot be read, or is not a valid scheme; carries every problem found.</exception>
    public static VerifiedScheme VerifyFile(string path)
    {
        var scheme = SchemeReader.ReadFile(path, out var places);
        return Verify(scheme, places);
    }

    /// <summary>Verifies a scheme of whose parts it is known where they stand.</summary>
    internal static VerifiedScheme Verify(Scheme scheme, Func<string, SourceLocation> places)
    {
        var versions = SchemeVersions.FromScheme(scheme);
        var years = YearsOf(versions);
        var findings = new List<Finding>();
        var known = new HashSet<(string, Verdict, SourceLocation, LocalText)>();
        foreach (var year in years)
        {
            var at = new Verifying(versions, year, places);
            foreach (var part in Parts.All)
                part.Ask(at);
            findings.AddRange(at.Findings.Where(finding => known.Add((finding.Code, finding.Verdict, finding.Location, finding.Message))));
        }

        return new VerifiedScheme(scheme, years, findings);
    }

    /// <summary>
    /// A whole year of each time in which amounts differ, where there is one; of a scheme without any, the year in which it begins.
    /// </summary>
    private static List<int> YearsOf(SchemeVersions versions)
    {
        var years = new List<int>();
        foreach (var version in versions.All)
        {
            var first = Period.Containing(version.EffectiveFrom, PeriodKind.Year, version.FirstMonth).Year;
            for (var year = first; year <= Math.Min(first + 1, DateOnly.MaxValue.Year); year++)
            {
                var whole = version.WholeOf(year);
                if (version.EffectiveFrom > whole.Start || version.EffectiveTo < whole.End)
                    continue;
                years.Add(year);
                break;
            }
        }

        return years.Count > 0 ? years : [VersionsPart.YearOf(versions) ?? versions.All[0].EffectiveFrom.Year];
    }
}
