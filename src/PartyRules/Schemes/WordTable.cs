using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>
/// The words by which data may call one sort of thing that a scheme knows: codes, the things' names where only one thing has them, and
/// declared aliases.
/// </summary>
/// <remarks>Compared ordinally. Immutable and thread-safe.</remarks>
public sealed class WordTable
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> shared = new(StringComparer.Ordinal);

    /// <summary>Makes a table. A name that several codes have, or that is itself a code, stands for nothing.</summary>
    /// <param name="things">Codes and the names of what they stand for; a code may come several times.</param>
    /// <param name="aliases">Declared aliases by code, which have been found to be unambiguous.</param>
    internal WordTable(
        IReadOnlyCollection<(string Code, IEnumerable<string> Names)> things, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases)
    {
        foreach (var (code, _) in things)
            codes.TryAdd(code, code);
        Codes = [.. codes.Keys];
        foreach (var (code, words) in aliases)
        {
            foreach (var word in words)
                codes.TryAdd(word.Trim(), codes.GetValueOrDefault(code, code));
        }

        var pairs = things.SelectMany(thing => thing.Names.Select(name => (Name: name, thing.Code)));
        foreach (var named in pairs.GroupBy(pair => pair.Name, pair => pair.Code, StringComparer.Ordinal))
        {
            var owners = named.Distinct(StringComparer.Ordinal).ToList();
            if (owners.Count > 1)
                shared.Add(named.Key, owners);
            else
                codes.TryAdd(named.Key, codes[owners[0]]);
        }
    }

    /// <summary>The codes, in the order of the scheme.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>The words that stand for a code and are none.</summary>
    public IEnumerable<string> Aliases => codes.Where(pair => pair.Key != pair.Value).Select(pair => pair.Key);

    /// <summary>The code that a word stands for; a word that stands for none as it is.</summary>
    /// <param name="word">The word as it was written.</param>
    public string CodeOf(string word) => codes.GetValueOrDefault(word, word);

    /// <summary>
    /// The codes of the things that have a name in common, for which the name cannot stand therefore; empty for any other word.
    /// </summary>
    /// <param name="name">The name.</param>
    internal IReadOnlyList<string> SharedBy(string name) => codes.ContainsKey(name) ? [] : shared.GetValueOrDefault(name, []);

    internal bool IsCode(string word) => codes.TryGetValue(word, out var code) && code == word;
}

/// <summary>Hints to the words of a table.</summary>
/// <remarks>Thread-safe.</remarks>
public static class WordHints
{
    /// <summary>A hint that names the nearest valid code, or else the nearest alias, or lists the codes where nothing is near.</summary>
    /// <param name="messages">The texts, with those of hints.</param>
    /// <param name="word">What was written.</param>
    /// <param name="valid">What would be valid.</param>
    public static LocalText Hint(this MessageCatalog messages, string word, WordTable valid)
    {
        if (valid.CodeOf(word) is var code && code != word)
            return messages.Quote("hint.nearest", code);
        return NearestWord.Find(word, valid.Codes) is null && NearestWord.Find(word, valid.Aliases) is { } alias
            ? messages.Quote("hint.nearest", alias)
            : messages.Hint(word, valid.Codes);
    }
}
