using PartyRules.Cases;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Verification.Resources;

namespace PartyRules.Verification.Coverage;

/// <summary>
/// What of a scheme its worked cases show: each item, limit, bound on both sides, grade, forced grade, multiplier, requirement, exemption,
/// mark, tie and outcome.
/// </summary>
/// <remarks>
/// A case shows what happens in the results that it gives, whatever figures it expects. Cases that the scheme refuses show nothing. The
/// same scheme and cases give the same lines. Immutable and thread-safe.
/// </remarks>
/// <seealso href="docs/verification.md">All codes, and when a case shows each</seealso>
public sealed class SchemeCoverage
{
    private SchemeCoverage(Scheme scheme, IReadOnlyList<CoverageLine> lines) => (Scheme, Lines) = (scheme, lines);

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>Everything that cases should show, kind by kind, clause by clause.</summary>
    public IReadOnlyList<CoverageLine> Lines { get; }

    /// <summary>What no case shows.</summary>
    public IEnumerable<CoverageLine> Uncovered => Lines.Where(line => !line.IsCovered);

    /// <summary>What cases show of a scheme; places are JSON paths alone.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="cases">Its cases.</param>
    public static SchemeCoverage Of(Scheme scheme, IReadOnlyList<SchemeCase> cases)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return Of(scheme, cases, path => new SourceLocation(path: path));
    }

    /// <summary>Reads a scheme from a file, and says what the cases beside it show.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The lines; places have file, line and column too.</returns>
    /// <exception cref="ProblemException">A file cannot be read, or is not valid; carries every problem found.</exception>
    public static SchemeCoverage OfFile(string path)
    {
        var scheme = SchemeReader.ReadFile(path, out var places);
        return Of(scheme, SchemeCases.Beside(path, scheme), places);
    }

    private static SchemeCoverage Of(Scheme scheme, IReadOnlyList<SchemeCase> cases, Func<string, SourceLocation> places)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var shown = new Dictionary<Goal, List<SchemeCase>>();
        foreach (var (worked, goal) in Shown.By(scheme, cases))
        {
            if (!shown.TryGetValue(goal, out var by))
                shown.Add(goal, by = []);
            if (!by.Contains(worked))
                by.Add(worked);
        }

        return new SchemeCoverage(scheme, [.. Goals.Of(scheme).Select(goal => new CoverageLine(
            goal.Goal.Code,
            places(goal.Goal.Path),
            Texts.Catalog.Quote(goal.Goal.Code, goal.Arguments),
            shown.GetValueOrDefault(goal.Goal, [])))]);
    }
}
