using System.CommandLine;
using System.Text;
using System.Text.Json;
using PartyRules.Cases;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Verification;
using PartyRules.Verification.Coverage;
using PartyRules.Verification.Findings;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules verify</c>: checks a scheme, runs the cases that it carries, and proves what holds of it for everybody.</summary>
internal static class VerifyCommand
{
    private const string TextFormat = "text";
    private const string JsonFormat = "json";
    private const string SarifFormat = "sarif";

    public static Command Make(Streams streams)
    {
        var scheme = new Argument<string>("SCHEME") { Description = Texts.Help("help.scheme") };
        var format = new Option<string>("--format")
        {
            Description = Texts.Help("help.findings-format"),
            DefaultValueFactory = _ => TextFormat,
        };
        format.AcceptOnlyFromAmong(TextFormat, JsonFormat, SarifFormat);
        var output = new Option<string?>("--out") { Description = Texts.Help("help.examples-out") };
        CommonOptions.RequireName(output);
        var coverage = new Option<bool>("--coverage") { Description = Texts.Help("help.coverage") };
        var lang = CommonOptions.Lang();
        var command = new Command("verify", Texts.Help("help.verify")) { scheme, coverage, format, output, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            var (written, folder) = (parsed.GetValue(format)!, parsed.GetValue(output));
            var hasErrors = false;
            var status = Guard.Run(
                streams,
                language,
                () => hasErrors = Verify(streams, parsed.GetValue(scheme)!, written, folder, parsed.GetValue(coverage), language),
                "verify.problems");
            return hasErrors ? ExitStatus.Errors : status;
        });
        return command;
    }

    /// <summary>Runs the cases of a scheme, and tells what holds of it for everybody.</summary>
    /// <returns>Whether the scheme has errors.</returns>
    private static bool Verify(Streams streams, string idOrFile, string format, string? folder, bool covers, Language language)
    {
        if (HoldsCases(idOrFile))
            throw new ProblemException(Texts.Catalog.Problem("verify.holds-cases", new SourceLocation(idOrFile)));
        var scheme = GivenSchemes.Read(idOrFile);
        var problems = RunCases(format == TextFormat ? streams.Out : TextWriter.Null, scheme, idOrFile, language);
        var verified = GivenSchemes.IsFile(idOrFile) ? SchemeVerifier.VerifyFile(idOrFile) : SchemeVerifier.Verify(scheme);
        if (folder is not null)
            ExampleFolders.Write(folder, verified);
        var coverage = !covers ? null
            : GivenSchemes.IsFile(idOrFile) ? SchemeCoverage.OfFile(idOrFile)
            : SchemeCoverage.Of(scheme, SchemeCases.OfBuiltIn(idOrFile));
        Write(streams.Out, verified, coverage, format, language);
        if (format == TextFormat)
            TellUnchecked(streams.Out, scheme, language);
        return problems.Count == 0 ? verified.HasErrors : throw new ProblemException(problems);
    }

    private static List<Problem> RunCases(TextWriter output, Scheme scheme, string idOrFile, Language language)
    {
        var cases = File.Exists(idOrFile) ? SchemeCases.Beside(idOrFile, scheme) : SchemeCases.OfBuiltIn(idOrFile);
        var scorer = new Scorer(scheme);
        var problems = new List<Problem>();
        var differing = 0;
        foreach (var worked in cases)
        {
            var differences = worked.Run(scorer);
            output.WriteLine(Texts.In(language, differences.Count == 0 ? "verify.passed" : "verify.failed", worked.Name));
            problems.AddRange(differences);
            differing += differences.Count == 0 ? 0 : 1;
        }

        var ending = cases.Count == 0 ? "verify.no-cases" : differing == 0 ? "verify.done" : "verify.differing";
        output.WriteLine(Texts.In(language, ending, scheme.ToString(), cases.Count, differing));
        return problems;
    }

    private static void Write(TextWriter output, VerifiedScheme verified, SchemeCoverage? coverage, string format, Language language)
    {
        if (format == TextFormat)
        {
            verified.WriteText(output, language);
            coverage?.WriteText(output, language);
            return;
        }

        using var written = new MemoryStream();
        if (format == JsonFormat)
            verified.WriteJson(written, coverage);
        else
            verified.WriteSarif(written, language);
        output.WriteLine(Encoding.UTF8.GetString(written.ToArray()));
    }

    private static void TellUnchecked(TextWriter output, Scheme scheme, Language language)
    {
        var references = scheme.Citations.DistinctBy(citation => citation.Clause, StringComparer.Ordinal).ToList();
        var isUnchecked = references.FindAll(citation => citation.Checked is null);
        if (isUnchecked.Count == 0)
            return;
        var clauses = string.Join(", ", isUnchecked.Select(citation => citation.Clause));
        output.WriteLine(Texts.In(language, "verify.unchecked", isUnchecked.Count, references.Count, clauses));
    }

    /// <summary>Whether somebody took a file of cases for a scheme.</summary>
    private static bool HoldsCases(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length > 4 * 1024 * 1024)
            return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("cases", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
