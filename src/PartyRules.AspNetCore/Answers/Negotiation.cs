using Microsoft.AspNetCore.Http;

namespace PartyRules.AspNetCore.Answers;

/// <summary>Finds the language of whoever asks.</summary>
internal static class Negotiation
{
    /// <summary>The language that a request asks for most, among those that the library speaks, and says so in the answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="otherwise">The language where none is asked for.</param>
    public static Language LanguageOf(HttpContext http, Language otherwise)
    {
        var language = http.Request.GetTypedHeaders().AcceptLanguage
            .Where(asked => asked.Quality is not 0)
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => Named(asked.Value.Value, otherwise))
            .FirstOrDefault(named => named is not null) ?? otherwise;
        http.Response.Headers.ContentLanguage = language.Code();
        http.Response.Headers.Vary = "Accept-Language";
        return language;
    }

    private static Language? Named(string? tag, Language otherwise) => tag?.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Language.ChineseSimplified,
        "EN" => Language.English,
        "*" => otherwise,
        _ => null,
    };
}
