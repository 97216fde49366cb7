using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using PartyRules.Cli.Resources;
using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>The help of a command, in the language that arguments ask for.</summary>
/// <param name="console">Where it is written.</param>
internal sealed class HelpPage(IAnsiConsole console) : SynchronousCommandLineAction
{
    private const string Indent = "  ";

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        Heading("help.description");
        console.Write(new Padder(new Text(command.Description ?? ""), new Padding(Indent.Length, 0, 0, 0)));
        console.WriteLine();
        Heading("help.usage");
        console.WriteLine($"{Indent}{Usage(command)}\n");
        Rows("help.arguments", command.Arguments.Select(argument => ($"<{argument.Name}>", argument.Description ?? "")));
        Rows("help.options", OptionsOf(command).Select(option => (Left(option), Right(option))));
        Rows("help.commands", command.Subcommands.Select(each => (Named(each), each.Description ?? "")));
        return 0;
    }

    /// <summary>The options of a command, those last that it has from the commands above it.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Where(option => !IsOfTool(option)).Concat(command.Options.Where(IsOfTool))
            .Concat(Above(command).SelectMany(above => above.Options).Where(option => option.Recursive))
            .Where(option => !option.Hidden)
            .Distinct();

    private static bool IsOfTool(Option option) => option is System.CommandLine.Help.HelpOption or VersionOption;

    private static IEnumerable<Command> Above(Command command)
    {
        for (var above = command.Parents.OfType<Command>().FirstOrDefault(); above is not null;)
        {
            yield return above;
            above = above.Parents.OfType<Command>().FirstOrDefault();
        }
    }

    private static string Usage(Command command)
    {
        List<string> words = [.. Above(command).Reverse().Select(above => above is RootCommand ? "partyrules" : above.Name)];
        words.Add(command is RootCommand ? "partyrules" : Named(command));
        if (command.Subcommands.Count > 0)
            words.Add(Texts.Help("help.usage-command"));
        words.Add(Texts.Help("help.usage-options"));
        return string.Join(' ', words);
    }

    private static string Named(Command command) => string.Join(' ', command.Arguments.Select(Named).Prepend(command.Name));

    private static string Named(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>]" : $"<{argument.Name}>";

    private static string Left(Option option)
    {
        var names = string.Join(
            ", ", option.Aliases.Append(option.Name).Where(name => name.StartsWith('-')).OrderBy(name => name.Length));
        var value = option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? ""
            : $" <{option.HelpName ?? option.Name.TrimStart('-')}>";
        return names + value + (option.Required ? " " + Texts.Help("help.required") : "");
    }

    private static string Right(Option option)
    {
        var given = !IsOfTool(option) && option.HasDefaultValue && option.ValueType != typeof(bool) ? option.GetDefaultValue() : null;
        return given is null
            ? option.Description ?? ""
            : $"{option.Description} {Texts.Help("help.default", Convert.ToString(given, CultureInfo.InvariantCulture))}";
    }

    private void Heading(string key) => console.WriteLine(Texts.Help(key));

    private void Rows(string heading, IEnumerable<(string Left, string Right)> rows)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(Indent.Length, 0, Indent.Length, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        var count = 0;
        foreach (var (left, right) in rows)
        {
            grid.AddRow(new Text(left), new Text(right));
            count++;
        }

        if (count == 0)
            return;
        Heading(heading);
        console.Write(grid);
        console.WriteLine();
    }
}
