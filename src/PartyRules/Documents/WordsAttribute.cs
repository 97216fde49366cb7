namespace PartyRules.Documents;

/// <summary>The words that a text in a document may be; editors offer them.</summary>
/// <param name="words">The words.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute(params string[] words) : Attribute
{
    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; } = words;
}
