namespace PartyRules.Conditions;

/// <summary>Short lists of words as the hot paths go through them.</summary>
internal static class WordLists
{
    /// <summary>Whether a word is in a list, ordinally.</summary>
    public static bool IsAmong(this string word, string[] words)
    {
        foreach (var each in words)
        {
            if (each == word)
                return true;
        }

        return false;
    }
}

/// <summary>Words that are asked for again and again: a few are gone through, many are hashed.</summary>
/// <remarks>Compared ordinally. Immutable and thread-safe.</remarks>
internal sealed class WordSet
{
    private const int Few = 16;
    private readonly string[] few = [];
    private readonly HashSet<string>? many;

    /// <summary>Makes a set.</summary>
    /// <param name="words">The words.</param>
    public WordSet(IReadOnlyList<string> words)
    {
        if (words.Count > Few)
            many = words.ToHashSet(StringComparer.Ordinal);
        else
            few = [.. words];
    }

    /// <summary>Whether a word is among them.</summary>
    public bool Contains(string word) => many is null ? word.IsAmong(few) : many.Contains(word);
}
