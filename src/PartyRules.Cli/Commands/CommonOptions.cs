using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PartyRules.Cli.Resources;

namespace PartyRules.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string> Data() => new("DATA") { Description = Texts.Help("help.data") };

    /// <summary>Several data sets, such as one for each branch, which are read as one.</summary>
    public static Argument<string[]> SeveralData() =>
        new("DATA") { Description = Texts.Help("help.data-several"), Arity = ArgumentArity.OneOrMore };

    /// <summary>Several values may follow, but no option is one of them.</summary>
    public static Option<string[]> Schemes(string name = "--scheme", string help = "help.schemes-of")
    {
        var option = new Option<string[]>(name)
        {
            Description = Texts.Help(help),
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(UsageMistakes.RefuseOptions);
        return option;
    }

    public static Option<int?> Period()
    {
        var option = new Option<int?>("--period") { Description = Texts.Help("help.period") };
        RequireYear(option);
        return option;
    }

    public static Option<DateOnly?> AsOf() => new("--as-of") { Description = Texts.Help("help.as-of"), CustomParser = DateOf };

    /// <summary>Reads a date; what is none is refused.</summary>
    public static DateOnly? DateOf(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year < 9999)
            return date;
        argument.Refuse("usage.date", argument.Tokens[0].Value);
        return null;
    }

    /// <summary>Refuses what is not a year.</summary>
    public static void RequireYear(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && !(result.Tokens[0].Value.Length == 4 && PartyRules.Period.TryParse(result.Tokens[0].Value, out _)))
            result.Refuse("usage.period", result.Tokens[0].Value);
    });

    /// <summary>Refuses a file or folder without a name.</summary>
    public static void RequireName(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && result.Tokens[0].Value.Length == 0)
            result.Refuse("usage.empty", option.Name);
    });

    public static Option<string> Lang()
    {
        var option =
            new Option<string>("--lang") { Description = Texts.Help("help.lang"), DefaultValueFactory = _ => Texts.HelpLanguage.Code() };
        option.Validators.Add(RequireLanguage);
        return option;
    }

    private static void RequireLanguage(OptionResult result)
    {
        if (result.Tokens.Count == 1 && !Languages.TryParse(result.Tokens[0].Value, out _))
            result.Refuse("usage.lang", result.Tokens[0].Value);
    }

    /// <summary>The language of words beside codes.</summary>
    public static Option<string?> Words()
    {
        var option = new Option<string?>("--words") { Description = Texts.Help("help.words") };
        option.Validators.Add(RequireLanguage);
        return option;
    }

    public static Language LanguageOf(ParseResult parsed, Option<string> lang) =>
        Languages.TryParse(parsed.GetValue(lang), out var language) ? language : Texts.HelpLanguage;
}
