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
