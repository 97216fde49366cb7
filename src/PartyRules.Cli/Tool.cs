using System.CommandLine;
using System.CommandLine.Help;
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
            CompareCommand.Make(streams),
            ConvertCommand.Make(streams),
            SchemesCommand.Make(streams),
            VerifyCommand.Make(streams),
            NewCommand.Make(streams),
        };
        Translate(root, streams);
        // A word that begins with @ stands for itself, not for a file of further arguments.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage)
        {
            foreach (var mistake in UsageMistakes.Of(parsed))
                error.WriteLine(mistake);
            return ExitStatus.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>Options that the library that reads arguments brings along speak the tool's languages too.</summary>
    private static void Translate(RootCommand root, Streams streams)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                (help.Description, help.Action) = (Texts.Help("help.help"), new HelpPage(streams.Console));
            else if (option is VersionOption version)
                version.Description = Texts.Help("help.version");
        }
    }
}
