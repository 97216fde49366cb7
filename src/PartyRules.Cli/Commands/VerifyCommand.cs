using System.CommandLine;
using PartyRules.Cases;
using PartyRules.Diagnostics;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules verify</c>: checks a scheme and runs the cases that it carries.</summary>
internal static class VerifyCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var scheme = new Argument<string>("SCHEME") { Description = Tool.Help("help.scheme") };
        var lang = CommonOptions.Lang();
        var command = new Command("verify", Tool.Help("help.verify")) { scheme, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Tool.Guarded(surroundings, language, () => Verify(surroundings, parsed.GetValue(scheme)!, language));
        });
        return command;
    }

    private static void Verify(Surroundings surroundings, string idOrFile, Language language)
    {
        var scheme = Tool.SchemeOf(idOrFile);
        var cases = File.Exists(idOrFile) ? SchemeCases.Beside(idOrFile, scheme) : SchemeCases.OfBuiltIn(idOrFile);
        var scorer = new Scorer(scheme);
        var problems = new List<Problem>();
        foreach (var worked in cases)
        {
            var differences = worked.Run(scorer);
            surroundings.Out.WriteLine(Tool.Texts.In(language, differences.Count == 0 ? "verify.passed" : "verify.failed", worked.Name));
            problems.AddRange(differences);
        }

        surroundings.Out.WriteLine(Tool.Texts.In(language, cases.Count == 0 ? "verify.no-cases" : "verify.done", scheme.ToString(), cases.Count));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}
