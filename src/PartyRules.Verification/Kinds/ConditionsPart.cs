using PartyRules.Conditions;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>
/// The words that a scheme declares for its clauses: columns of subjects and entries, numbers made of them, levels, evaluators.
/// </summary>
internal sealed class ConditionsPart : Part
{
    private static readonly Question IsUsed = new("word.used", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [IsUsed];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var (word, attribute) in at.Scheme.Attributes)
            at.AskWhetherUsed(IsUsed, $"$.subjects.attributes.{word}", attribute.Name, at.Used.Columns.ContainsKey(word));
        var numbers = at.Used.Numbers.Values.SelectMany(read => read)
            .Concat(at.Scheme.Items.Select(item => item.Worth.Number).OfType<EntryNumber>()).ToList();
        var columns = numbers.SelectMany(number => number.Columns).ToHashSet(StringComparer.Ordinal);
        foreach (var (word, attribute) in at.Scheme.EntryAttributes)
            at.AskWhetherUsed(IsUsed, $"$.entries.attributes.{word}", attribute.Name, columns.Contains(word));
        foreach (var (word, number) in at.Scheme.EntryNumbers.Where(pair => !pair.Value.IsColumn))
            at.AskWhetherUsed(IsUsed, $"$.entries.numbers.{word}", number.Name, numbers.Exists(used => used.Code == word));
        foreach (var (word, name) in at.Scheme.Levels)
            at.AskWhetherUsed(IsUsed, $"$.levels.{word}", name, at.Used.Levels.Contains(word));
        foreach (var (word, name) in at.Scheme.Evaluators)
            at.AskWhetherUsed(IsUsed, $"$.evaluators.{word}", name, at.Used.Evaluators.Contains(word));
    }
}
