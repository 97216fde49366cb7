using System.Resources;
using PartyRules.Diagnostics;

namespace PartyRules.Cli.Resources;

/// <summary>The tool's texts.</summary>
internal static class Texts
{
    /// <summary>The texts by key and language.</summary>
    public static MessageCatalog Catalog { get; } = new(new ResourceManager("PartyRules.Cli.Resources.Messages", typeof(Texts).Assembly));

    /// <summary>The language of help, which is needed before arguments are read: that of PARTYRULES_LANG, else Chinese.</summary>
    public static Language HelpLanguage { get; } =
        Languages.TryParse(Environment.GetEnvironmentVariable("PARTYRULES_LANG"), out var language) ? language : Language.ChineseSimplified;

    /// <summary>A text of help.</summary>
    public static string Help(string key, params object?[] arguments) => Catalog.In(HelpLanguage, key, arguments);

    /// <summary>A text.</summary>
    public static string In(Language language, string key, params object?[] arguments) => Catalog.In(language, key, arguments);
}
