using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using PartyRules.Engine.Fluent;

namespace PartyRules.Diagnostics;

/// <summary>Messages by key, in both languages, from the resources of one room.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MessageCatalog
{
    private const int LongestQuotation = 300;
    private const int MostNamed = 40;
    private readonly Lazy<Dictionary<string, string>> chinese;
    private readonly Lazy<Dictionary<string, string>> english;

    /// <summary>A catalogue of one resource.</summary>
    /// <remarks>
    /// Both languages are in the assembly itself, and no culture is asked for, so that they are there where the runtime knows no cultures
    /// and in a single file.
    /// </remarks>
    /// <param name="resource">The name of the resource in English; that in Chinese is this with <c>.zh-Hans</c>.</param>
    /// <param name="assembly">The assembly that holds them.</param>
    public MessageCatalog(string resource, Assembly assembly)
        : this([resource], assembly)
    {
    }

    /// <summary>A catalogue of several resources that have no key in common.</summary>
    private MessageCatalog(IReadOnlyList<string> resources, Assembly assembly)
    {
        english = new(() => TextsOf(resources, assembly));
        chinese = new(() => TextsOf(resources.Select(resource => $"{resource}.{Language.ChineseSimplified.Code()}"), assembly));
    }

    /// <summary>The texts of each kind of clause, which stand in the kind's own folder, and what all kinds share.</summary>
    /// <param name="shared">The shared texts' name among the library's resources.</param>
    internal static MessageCatalog OfClauses(string shared)
    {
        var assembly = typeof(MessageCatalog).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("PartyRules.Clauses.", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length])
            .Where(name => !name.EndsWith($".{Language.ChineseSimplified.Code()}", StringComparison.Ordinal));
        return new([.. names, $"PartyRules.Resources.{shared}"], assembly);
    }

    /// <summary>Whether there is a message of a key.</summary>
    internal bool Has(string key) => english.Value.ContainsKey(key);

    /// <summary>A message with its places filled in, in both languages.</summary>
    /// <param name="key">The message's key.</param>
    /// <param name="arguments">
    /// What stands at <c>{0}</c>, <c>{1}</c> and so on. A <see cref="LocalText"/> stands in the language of the message.
    /// </param>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public LocalText Format(string key, params object?[] arguments) =>
        new(In(Language.ChineseSimplified, key, arguments), In(Language.English, key, arguments));

    /// <summary>A message with its places filled in, in one language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="key">The message's key.</param>
    /// <param name="arguments">What stands at <c>{0}</c>, <c>{1}</c> and so on.</param>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public string In(Language language, string key, params object?[] arguments)
    {
        var texts = language == Language.ChineseSimplified ? chinese.Value : english.Value;
        var template = texts.GetValueOrDefault(key) ?? throw new ArgumentException($"There is no message '{key}'.", nameof(key));
        return string.Format(
            CultureInfo.InvariantCulture,
            template,
            [.. arguments.Select(argument => argument is LocalText text ? text.In(language) : argument)]);
    }

    /// <summary>What stands in an input may be of any length and hold anything; in a message it stands in one line, and is cut.</summary>
    private static object? Quotable(object? argument) => argument is not string text ? argument
        : text.Length > LongestQuotation || text.Any(char.IsControl)
            ? string.Concat(text.Take(LongestQuotation).Select(c => char.IsControl(c) ? '\uFFFD' : c))
                + (text.Length > LongestQuotation ? "…" : "")
            : text;

    /// <summary>A problem whose message is that of its code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="arguments">
    /// What stands at <c>{0}</c>, <c>{1}</c> and so on. Texts are cut at 300 characters, and stand in one line.
    /// </param>
    public Problem Problem(string code, SourceLocation location, params object?[] arguments) => new(code, location, Quote(code, arguments));

    /// <summary>A message with its places filled in, in both languages, that quotes what stands in an input.</summary>
    /// <param name="key">The message's key.</param>
    /// <param name="arguments">
    /// What stands at <c>{0}</c>, <c>{1}</c> and so on. Texts are cut at 300 characters, and stand in one line.
    /// </param>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public LocalText Quote(string key, params object?[] arguments) => Format(key, [.. arguments.Select(Quotable)]);

    /// <summary>
    /// A hint that names the nearest valid word, or lists what is valid where nothing is near, the first forty; where nothing is valid, it
    /// says so.
    /// </summary>
    /// <param name="word">What was written.</param>
    /// <param name="valid">What would be valid.</param>
    public LocalText Hint(string word, IReadOnlyCollection<string> valid) =>
        NearestWord.Find(word, valid) is { } nearest
            ? Quote("hint.nearest", nearest)
            : valid.Count == 0
                ? Format("hint.none")
                : Format("hint.valid", string.Join(", ", valid.Order(StringComparer.Ordinal).Take(MostNamed).Select(Quotable)
                    .Concat(valid.Count > MostNamed ? ["…"] : Array.Empty<string>())));

    private static Dictionary<string, string> TextsOf(IEnumerable<string> resources, Assembly assembly) => resources
        .Select(resource => new ResourceManager(resource, assembly))
        .Select(manager => manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!)
        .SelectMany(texts => texts.Cast<DictionaryEntry>())
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
