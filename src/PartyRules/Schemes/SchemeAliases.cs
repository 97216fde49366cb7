using System.Collections.Frozen;

namespace PartyRules.Schemes;

/// <summary>The aliases that a scheme declares: for each code, the words by which data may call it too.</summary>
/// <seealso href="docs/schemes/clauses/aliases.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class SchemeAliases
{
    /// <summary>No aliases.</summary>
    public static SchemeAliases None { get; } = new();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> SubjectColumns { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> EntryColumns { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Items { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evaluators { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Employments { get; init; } = NoWords;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Grades { get; init; } = NoWords;

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> NoWords => FrozenDictionary<string, IReadOnlyList<string>>.Empty;
}
