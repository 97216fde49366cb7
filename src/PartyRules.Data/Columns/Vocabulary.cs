using PartyRules.Schemes;

namespace PartyRules.Data.Columns;

/// <summary>What the words of a table stand for, however they are written: folded, where as they stand they mean nothing.</summary>
/// <remarks>A word that means two things when it is folded stands for neither. Immutable and thread-safe.</remarks>
internal sealed class Vocabulary
{
    private readonly WordTable words;
    private readonly Func<string, string> fold;
    private readonly Dictionary<string, string?> folded = new(StringComparer.Ordinal);

    private Vocabulary(WordTable words, Func<string, string> fold)
    {
        (this.words, this.fold) = (words, fold);
        foreach (var word in words.Codes.Concat(words.Aliases))
        {
            var (key, code) = (fold(word), words.CodeOf(word));
            folded[key] = !folded.TryGetValue(key, out var other) || other == code ? code : null;
        }
    }

    /// <summary>The values of a column.</summary>
    public static Vocabulary OfValues(WordTable words) => new(words, Folding.Fold);

    /// <summary>The names of columns, in which case and blanks do not matter either.</summary>
    public static Vocabulary OfHeadings(WordTable words) =>
        new(words, heading => Folding.Fold(heading).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());

    /// <summary>The code that a word stands for; the word as folding leaves it where it stands for none.</summary>
    public string CodeOf(string written)
    {
        var word = Folding.Fold(written);
        var code = words.CodeOf(word);
        return code != word ? code : folded.GetValueOrDefault(fold(word)) ?? word;
    }
}
