using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using PartyRules.Cli.Resources;

namespace PartyRules.Cli.Commands;

/// <summary>
/// What is wrong with arguments, in the language they ask for. The library that reads arguments speaks the language of the system; what it
/// found is told here in the tool's own words, and what the tool itself refuses as it stands.
/// </summary>
internal static class UsageMistakes
{
    private const char Own = '\u0001';

    /// <summary>Refuses a value, with a message of the tool.</summary>
    public static void Refuse(this SymbolResult result, string key, params object?[] arguments) =>
        result.AddError(Own + Texts.Help(key, arguments));

    /// <summary>Refuses values that are options of which the command has none.</summary>
    public static void RefuseOptions(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            result.AddError(Own + UnknownOption(token.Value, ((CommandResult)result.Parent!).Command));
    }

    /// <summary>What is wrong, one line for each mistake.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var isCommandTold = false;
        foreach (var error in parsed.Errors)
        {
            if (error.Message.StartsWith(Own))
            {
                yield return error.Message[1..].TrimEnd();
                continue;
            }

            if (error.SymbolResult is not CommandResult and not null)
            {
                yield return (error.SymbolResult is OptionResult option ? Of(option) : Of((ArgumentResult)error.SymbolResult)).TrimEnd();
                continue;
            }

            foreach (var line in isCommandTold ? [] : Of(parsed.CommandResult.Command, parsed.UnmatchedTokens))
                yield return line.TrimEnd();
            isCommandTold = true;
        }
    }

    /// <summary>What is wrong with a command itself: a word that it does not know, or a further one that is missing.</summary>
    private static IEnumerable<string> Of(Command command, IReadOnlyList<string> unknown)
    {
        var names = command.Subcommands.Select(each => each.Name).ToList();
        if (names.Count == 0)
            return unknown.Select(word => word.StartsWith('-') ? UnknownOption(word, command) : Texts.Help("usage.word-unknown", word));
        return unknown is [var first, ..] && !first.StartsWith('-')
            ? [Texts.Help("usage.command-unknown", first, Texts.Catalog.Hint(first, names))]
            : unknown is [var option, ..] && !option.StartsWith("--lang", StringComparison.Ordinal)
            ? [UnknownOption(option, command)]
            : [Texts.Help("usage.command-missing", string.Join(", ", names))];
    }

    /// <summary>That a command has no such option, and which was likely meant.</summary>
    private static string UnknownOption(string word, Command command) =>
        Texts.Help("usage.option-unknown", word, Texts.Catalog.Hint(word, [.. NamesOf(command)]));

    private static IEnumerable<string> NamesOf(Command command) =>
        command.Options.Select(option => option.Name).Append("--help").Distinct(StringComparer.Ordinal);

    private static string Of(OptionResult result)
    {
        var (option, values) = (result.Option, result.Tokens);
        return option is VersionOption ? Texts.Help("usage.version-alone")
            : values.Count == 0 && result.Implicit ? Texts.Help("usage.option-missing", option.Name)
            : values.Count == 0 ? Texts.Help("usage.value-missing", option.Name)
            : values.Count > option.Arity.MaximumNumberOfValues ? Texts.Help("usage.several-values", option.Name, values.Count)
            : Texts.Help("usage.value", option.Name, values[^1].Value, Valid(option));
    }

    private static string Of(ArgumentResult result) => result.Tokens.Count == 0
        ? Texts.Help("usage.argument-missing", result.Argument.Name)
        : Texts.Help("usage.value", result.Argument.Name, result.Tokens[^1].Value, Valid(result.Argument));

    /// <summary>The words that may stand there; empty where any may.</summary>
    private static string Valid(Symbol symbol) =>
        symbol.GetCompletions(CompletionContext.Empty).Select(completion => completion.Label).ToList() is { Count: > 0 } words
            ? Texts.Help("hint.valid", string.Join(", ", words))
            : "";
}
