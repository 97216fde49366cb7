using Spectre.Console;

namespace PartyRules.Cli.Tests;

/// <summary>A run of the real tool within the test, without a terminal.</summary>
internal sealed record ToolRun(int Status, string Output, string Error)
{
    public static string Cases(string scheme) => Path.Combine(AppContext.BaseDirectory, "cases", scheme);

    public static ToolRun Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 80;
        var status = Tool.Run(arguments, console, output, error);
        return new ToolRun(status, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
