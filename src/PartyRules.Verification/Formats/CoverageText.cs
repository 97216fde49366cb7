using PartyRules.Verification.Coverage;
using PartyRules.Verification.Resources;

namespace PartyRules.Verification.Formats;

/// <summary>Tells in lines for people what worked cases show.</summary>
internal static class CoverageText
{
    /// <summary>What no case shows, then how much is shown.</summary>
    public static void Write(SchemeCoverage coverage, TextWriter output, Language language)
    {
        foreach (var line in coverage.Uncovered)
            output.WriteLine(Texts.Catalog.In(language, "coverage.line", line.Location, line.Code, line.Message.In(language)));
        output.WriteLine(Texts.Catalog.In(
            language, "coverage.summary", coverage.Scheme, coverage.Lines.Count - coverage.Uncovered.Count(), coverage.Lines.Count));
    }
}
