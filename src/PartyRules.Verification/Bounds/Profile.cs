using PartyRules.Schemes;

namespace PartyRules.Verification.Bounds;

/// <summary>What a group of subjects has in common: category and state of employment. A null stands for any.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Category">The category; null for any.</param>
/// <param name="Employment">The state of employment; null for any.</param>
internal sealed record Profile(string? Category, string? Employment)
{
    private const int Most = 64;

    /// <summary>Everybody, of whatever category and employment.</summary>
    public static Profile Everybody { get; } = new(null, null);

    /// <summary>The group of a subject.</summary>
    public static Profile Like(Subject subject) => new(subject.Category, subject.Employment);

    /// <summary>The groups that a scheme tells apart; everybody as one where there would be too many.</summary>
    public static IReadOnlyList<Profile> Of(Scheme scheme)
    {
        IReadOnlyList<string> categories = scheme.Categories.Count == 0 ? [""] : [.. scheme.Categories.Keys];
        IReadOnlyList<string> employments = scheme.Employments.Count == 0 ? [""] : [.. scheme.Employments.Keys];
        return categories.Count * employments.Count > Most
            ? [Everybody]
            : [.. categories.SelectMany(category => employments.Select(employment => new Profile(category, employment)))];
    }

    /// <summary>Whether an item may apply to subjects of the group.</summary>
    public bool MayHave(Applicability applies) => MayBe(Category, applies.Categories) && MayBe(Employment, applies.Employments);

    private static bool MayBe(string? word, IReadOnlyList<string> words) => word is null || words.Count == 0 || words.Contains(word);
}
