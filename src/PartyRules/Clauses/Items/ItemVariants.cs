using PartyRules.Schemes;

namespace PartyRules.Clauses.Items;

/// <summary>To what items of one code apply, as far as it was added.</summary>
/// <remarks>
/// Of those that were added only some are compared with one that is: by the words in which they differ most, so that items for a level each
/// take a time in proportion to their number.
/// </remarks>
internal sealed class ItemVariants
{
    private readonly WordsOf[] dimensions =
    [
        new(applies => applies.Categories),
        new(applies => applies.Employments),
        new(applies => applies.Levels),
        new(applies => applies.Evaluators),
    ];

    /// <summary>Adds one; whether none before applies to an entry to which it applies.</summary>
    public bool Add(Applicability applies)
    {
        var fewest = dimensions.MinBy(dimension => dimension.CountMet(applies))!;
        var isApart = fewest.Met(applies).All(other => AreApart(applies, other));
        foreach (var dimension in dimensions)
            dimension.Add(applies);
        return isApart;
    }

    private static bool AreApart(Applicability one, Applicability other) =>
        AreApart(one.Categories, other.Categories) || AreApart(one.Employments, other.Employments) || AreApart(one.Levels, other.Levels)
        || AreApart(one.Evaluators, other.Evaluators) || one.To < other.From || other.To < one.From;

    private static bool AreApart(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count > 0 && other.Count > 0 && !one.Intersect(other, StringComparer.Ordinal).Any();

    /// <summary>Those that were added, by their words of one kind.</summary>
    private sealed class WordsOf(Func<Applicability, IReadOnlyList<string>> words)
    {
        private readonly Dictionary<string, List<Applicability>> byWord = new(StringComparer.Ordinal);
        private readonly List<Applicability> ofAll = [];
        private readonly List<Applicability> added = [];

        public void Add(Applicability applies)
        {
            added.Add(applies);
            if (words(applies).Count == 0)
                ofAll.Add(applies);
            foreach (var word in words(applies))
            {
                if (!byWord.TryGetValue(word, out var own))
                    byWord.Add(word, own = []);
                own.Add(applies);
            }
        }

        /// <summary>How many have a word in common with one, or are for all words.</summary>
        public int CountMet(Applicability applies) => words(applies).Count == 0 ? added.Count
            : ofAll.Count + words(applies).Sum(word => byWord.TryGetValue(word, out var own) ? own.Count : 0);

        /// <summary>Those that have a word in common with one, or are for all words.</summary>
        public IEnumerable<Applicability> Met(Applicability applies) => words(applies).Count == 0 ? added
            : ofAll.Concat(words(applies).SelectMany(word => byWord.GetValueOrDefault(word, [])));
    }
}
