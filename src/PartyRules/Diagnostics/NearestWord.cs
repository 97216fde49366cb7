using PartyRules.Engine.Fluent;

namespace PartyRules.Diagnostics;

/// <summary>Finds what somebody probably meant to write.</summary>
/// <remarks>Thread-safe.</remarks>
public static class NearestWord
{
    /// <summary>The candidate with the smallest edit distance, if it is near enough to be a likely slip.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What would have been valid.</param>
    /// <returns>
    /// The nearest candidate, the ordinally first among equals; null where none is within a third of the word's length, or two edits for
    /// short words: one where they are written in Chinese, of which a character is a word by itself.
    /// </returns>
    /// <seealso href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Optimal string alignment distance</seealso>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length > 200)
            return null;
        var allowed = Math.Max(word.Any(character => character is >= '\u4E00' and <= '\u9FFF') ? 1 : 2, word.Length / 3);
        return candidates
            .Where(candidate => candidate.Length <= 200 && Math.Abs(candidate.Length - word.Length) <= allowed)
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= allowed && pair.distance < Math.Max(word.Length, pair.candidate.Length))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var rows = new int[3][] { new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1] };
        for (var j = 0; j <= right.Length; j++)
            rows[0][j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            var (current, previous, beforePrevious) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                var transposed = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (transposed)
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }
        }

        return rows[left.Length % 3][right.Length];
    }
}
