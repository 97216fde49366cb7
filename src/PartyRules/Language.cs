using System.Text.Json.Serialization;

namespace PartyRules;

/// <summary>The languages in which everything that people read exists.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, <c>zh-Hans</c>; the default.</summary>
    ChineseSimplified,

    /// <summary>English, <c>en</c>.</summary>
    English,
}

/// <summary>Conversions between languages and their codes.</summary>
/// <remarks>Thread-safe.</remarks>
public static class Languages
{
    /// <summary>The code of a language: <c>zh-Hans</c> or <c>en</c>.</summary>
    /// <param name="language">The language.</param>
    public static string Code(this Language language) => language == Language.ChineseSimplified ? "zh-Hans" : "en";

    /// <summary>Reads a language code, in any case.</summary>
    /// <param name="code"><c>zh-Hans</c>, <c>zh</c>, <c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="language">The language, or the default where the code is none.</param>
    /// <returns>Whether the code is known.</returns>
    public static bool TryParse(string? code, out Language language)
    {
        language = string.Equals(code, "en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.ChineseSimplified;
        return language == Language.English
            || code is not null && new[] { "zh-Hans", "zh", "zh-CN" }.Contains(code, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>A text in both languages.</summary>
/// <remarks>
/// A text that is written in one language alone stands for the other one too, with the language's code behind, so that everybody sees that
/// it is not translated. Equality is by value. Immutable and thread-safe.
/// </remarks>
/// <param name="Chinese">The text in Simplified Chinese; in JSON it may be left out where there is an English one.</param>
/// <param name="English">The text in English; in JSON it may be left out where there is a Chinese one.</param>
public sealed record LocalText(string Chinese, string English)
{
    /// <summary>The text in Simplified Chinese.</summary>
    [JsonPropertyName("zh-Hans")]
    public string Chinese { get; init; } = Chinese ?? Untranslated(English, Language.English);

    /// <summary>The text in English.</summary>
    [JsonPropertyName("en")]
    public string English { get; init; } = English ?? Untranslated(Chinese, Language.ChineseSimplified);

    /// <summary>A text that is the same in both languages, as an application of one language has it.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator LocalText(string text) => FromString(text);

    /// <summary>A text that is the same in both languages.</summary>
    /// <param name="text">The text.</param>
    public static LocalText FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, text);
    }

    /// <summary>The text in one language.</summary>
    /// <param name="language">The language.</param>
    public string In(Language language) => language == Language.ChineseSimplified ? Chinese : English;

    private static string Untranslated(string? text, Language language) => $"{text} ({language.Code()})";
}
