using PartyRules.Verification.Findings;
using PartyRules.Verification.Resources;

namespace PartyRules.Verification.Formats;

/// <summary>Tells what was found in lines for people.</summary>
internal static class FindingsText
{
    /// <summary>What was refuted with its examples, then what is not known, then how many claims were proved.</summary>
    public static void Write(VerifiedScheme verified, TextWriter output, Language language)
    {
        foreach (var finding in verified.Refuted)
        {
            output.WriteLine(Texts.Catalog.In(
                language, $"finding.{finding.Severity}", finding.Location, finding.Code, finding.Message.In(language)));
            foreach (var line in finding.Example is { } example ? ExampleText.Lines(verified.Scheme, example, language) : [])
                output.WriteLine($"    {line}");
        }

        foreach (var finding in verified.Undecided)
            output.WriteLine(Texts.Catalog.In(
                language, "finding.undecided", finding.Location, finding.Code, finding.Message.In(language)));
        foreach (var finding in verified.Findings.Where(finding => finding.Verdict == Verdict.Proved && finding.Example is not null))
        {
            output.WriteLine(Texts.Catalog.In(
                language, "finding.proved", finding.Location, finding.Code, finding.Message.In(language)));
            foreach (var line in ExampleText.Lines(verified.Scheme, finding.Example!, language))
                output.WriteLine($"    {line}");
        }

        output.WriteLine(Texts.Catalog.In(
            language,
            "summary",
            verified.Scheme,
            string.Join(", ", verified.Years),
            verified.Findings.Count(finding => finding.Verdict == Verdict.Proved),
            verified.Refuted.Count(),
            verified.Undecided.Count()));
    }
}
