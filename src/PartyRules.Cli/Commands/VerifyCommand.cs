using System.CommandLine;
using System.Text.Json;
using PartyRules.Cases;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Diagnostics;
using PartyRules.Scoring;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules verify</c>: checks a scheme and runs the cases that it carries.</summary>
internal static class VerifyCommand
{
    public static Command Make(Streams streams)
    {
        var scheme = new Argument<string>("SCHEME") { Description = Texts.Help("help.scheme") };
        var lang = CommonOptions.Lang();
        var command = new Command("verify", Texts.Help("help.verify")) { scheme, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () => Verify(streams, parsed.GetValue(scheme)!, language), "verify.problems");
        });
        return command;
    }

    private static void Verify(Streams streams, string idOrFile, Language language)
    {
        if (HoldsCases(idOrFile))
            throw new ProblemException(Texts.Catalog.Problem("verify.holds-cases", new SourceLocation(idOrFile)));
        var scheme = GivenSchemes.Read(idOrFile);
        var cases = File.Exists(idOrFile) ? SchemeCases.Beside(idOrFile, scheme) : SchemeCases.OfBuiltIn(idOrFile);
        var scorer = new Scorer(scheme);
        var problems = new List<Problem>();
        var differing = 0;
        foreach (var worked in cases)
        {
            var differences = worked.Run(scorer);
            streams.Out.WriteLine(Texts.In(language, differences.Count == 0 ? "verify.passed" : "verify.failed", worked.Name));
            problems.AddRange(differences);
            differing += differences.Count == 0 ? 0 : 1;
        }

        var ending = cases.Count == 0 ? "verify.no-cases" : differing == 0 ? "verify.done" : "verify.differing";
        streams.Out.WriteLine(Texts.In(language, ending, scheme.ToString(), cases.Count, differing));
        var references = scheme.Citations.DistinctBy(citation => citation.Clause, StringComparer.Ordinal).ToList();
        var isUnchecked = references.FindAll(citation => citation.Checked is null);
        if (isUnchecked.Count > 0)
        {
            var clauses = string.Join(", ", isUnchecked.Select(citation => citation.Clause));
            streams.Out.WriteLine(Texts.In(language, "verify.unchecked", isUnchecked.Count, references.Count, clauses));
        }

        if (problems.Count > 0)
            throw new ProblemException(problems);
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
