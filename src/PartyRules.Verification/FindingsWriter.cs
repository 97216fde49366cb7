using PartyRules.Verification.Coverage;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Formats;

namespace PartyRules.Verification;

/// <summary>Writes what was found, for people and for machines.</summary>
/// <remarks>The same findings give the same bytes. Thread-safe.</remarks>
public static class FindingsWriter
{
    /// <summary>Writes what was refuted with its examples, what is not known, and how many claims were proved.</summary>
    /// <param name="verified">What was found.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="language">The language.</param>
    public static void WriteText(this VerifiedScheme verified, TextWriter output, Language language)
    {
        ArgumentNullException.ThrowIfNull(verified);
        ArgumentNullException.ThrowIfNull(output);
        FindingsText.Write(verified, output, language);
    }

    /// <summary>Writes what no worked case shows, and how much is shown.</summary>
    /// <param name="coverage">What cases show.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="language">The language.</param>
    public static void WriteText(this SchemeCoverage coverage, TextWriter output, Language language)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(output);
        CoverageText.Write(coverage, output, language);
    }

    /// <summary>Writes every claim with its verdict as a JSON object, texts in both languages.</summary>
    /// <param name="verified">What was found.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="coverage">What worked cases show, to stand beside it; null, the default, for nothing.</param>
    public static void WriteJson(this VerifiedScheme verified, Stream output, SchemeCoverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(verified);
        ArgumentNullException.ThrowIfNull(output);
        FindingsJson.Write(verified, coverage, output);
    }

    /// <summary>Writes what was refuted or is not known as a SARIF 2.1.0 log, for code hosts and editors.</summary>
    /// <param name="verified">What was found.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="language">The language of the messages.</param>
    public static void WriteSarif(this VerifiedScheme verified, Stream output, Language language)
    {
        ArgumentNullException.ThrowIfNull(verified);
        ArgumentNullException.ThrowIfNull(output);
        FindingsSarif.Write(verified, output, language);
    }
}
