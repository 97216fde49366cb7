using System.CommandLine;
using PartyRules.Cli.Commands;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using Spectre.Console;

namespace PartyRules.Cli;

/// <summary>The <c>partyrules</c> tool.</summary>
internal static class Tool
{
    /// <summary>Runs the tool.</summary>
    /// <returns>0 done, 1 the data or the scheme has errors, 2 wrong usage.</returns>
    public static int Run(string[] arguments, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        Texts.TakeLanguage(arguments);
        var streams = new Streams(console, output, error);
        var root = new RootCommand(Texts.Help("help.root"))
        {
            ScoreCommand.Make(streams),
            ExplainCommand.Make(streams),
            ReportCommand.Make(streams),
            ConvertCommand.Make(streams),
            SchemesCommand.Make(streams),
            VerifyCommand.Make(streams),
            NewCommand.Make(streams),
        };
        var parsed = root.Parse(arguments);
        foreach (var mistake in parsed.Errors)
            error.WriteLine(mistake.Message);
        if (parsed.Errors.Count > 0)
            return ExitStatus.Usage;
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }
}
