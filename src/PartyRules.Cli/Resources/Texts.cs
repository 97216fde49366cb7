using PartyRules.Diagnostics;

namespace PartyRules.Cli.Resources;

/// <summary>The tool's texts.</summary>
internal static class Texts
{
    /// <summary>The texts by key and language.</summary>
    public static MessageCatalog Catalog { get; } = new("PartyRules.Cli.Resources.Messages", typeof(Texts).Assembly);

    private static readonly AsyncLocal<Language?> Asked = new();

    private static readonly Language OfEnvironment =
        Languages.TryParse(Environment.GetEnvironmentVariable("PARTYRULES_LANG"), out var language) ? language : Language.ChineseSimplified;

    /// <summary>
    /// The language of help and of what is wrong with arguments, which is needed before they are read: that of <c>--lang</c>, else that of
    /// PARTYRULES_LANG, else Chinese.
    /// </summary>
    public static Language HelpLanguage => Asked.Value ?? OfEnvironment;

    /// <summary>Takes the language that arguments ask for, wherever it stands among them.</summary>
    public static void TakeLanguage(IReadOnlyList<string> arguments)
    {
        Asked.Value = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var word = arguments[i] == "--lang" && i + 1 < arguments.Count ? arguments[i + 1]
                : arguments[i].StartsWith("--lang=", StringComparison.Ordinal)
                    || arguments[i].StartsWith("--lang:", StringComparison.Ordinal)
                    ? arguments[i]["--lang=".Length..]
                    : null;
            if (Languages.TryParse(word, out var asked))
                Asked.Value = asked;
        }
    }

    /// <summary>A text of help.</summary>
    public static string Help(string key, params object?[] arguments) => Catalog.In(HelpLanguage, key, arguments);

    /// <summary>A text.</summary>
    public static string In(Language language, string key, params object?[] arguments) => Catalog.In(language, key, arguments);
}
