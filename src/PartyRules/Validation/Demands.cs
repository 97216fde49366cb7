using PartyRules.Schemes;

namespace PartyRules.Validation;

/// <summary>What entries of a code must carry, and may.</summary>
/// <param name="Value">Whether a value is needed.</param>
/// <param name="MayHaveValue">Whether something looks at a value.</param>
/// <param name="Level">Whether a level is needed.</param>
/// <param name="Reference">Whether a reference is needed.</param>
/// <param name="Evaluator">Whether it is needed who gave the entry.</param>
internal readonly record struct Demands(bool Value, bool MayHaveValue, bool Level, bool Reference, bool Evaluator)
{
    /// <summary>The items of the code, where they do not ask for the same; null where they do.</summary>
    public Item[]? Variants { get; private init; }

    /// <summary>Whether something apart from the worth of the items looks at the value.</summary>
    private bool IsReadElsewhere { get; init; }

    /// <summary>What a record's entries must carry.</summary>
    public static Demands Of(RecordItem record) => new(record.IsValueRequired, true, false, record.IsReferenceRequired, false);

    /// <summary>What the entries of an item's code must carry.</summary>
    /// <param name="items">The items of the code.</param>
    /// <param name="readsValue">Whether something apart from the items' worth looks at the value.</param>
    /// <param name="needsReference">Whether a reference is needed.</param>
    public static Demands Of(Item[] items, bool readsValue, bool needsReference) =>
        new(
            items.Any(item => item.Worth.UsesValue),
            readsValue || items.Any(item => item.Worth.UsesValue),
            items.Any(item => item.Worth.UsesLevel) || items.All(item => item.AppliesTo.Levels.Count > 0),
            needsReference,
            items.Any(item => item.Appraisal is not null) || items.All(item => item.AppliesTo.Evaluators.Count > 0))
        {
            Variants = items.DistinctBy(Asks).Skip(1).Any() ? items : null,
            IsReadElsewhere = readsValue,
        };

    /// <summary>What one entry must carry: what those items ask for that apply to it, or all, where none can.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="subject">Whom it is about; null where that is not known.</param>
    public Demands For(Entry entry, Subject? subject)
    {
        if (Variants is null)
            return this;
        var (can, does, onlyLevels, onlyEvaluators) = (false, false, true, true);
        var (value, level, evaluator) = (false, false, false);
        foreach (var item in Variants)
        {
            if (!item.AppliesTo.MayInclude(subject, entry.Date))
                continue;
            can = true;
            onlyLevels &= item.AppliesTo.Levels.Count > 0;
            onlyEvaluators &= item.AppliesTo.Evaluators.Count > 0;
            if (!item.AppliesTo.IncludesWords(entry))
                continue;
            does = true;
            value |= item.Worth.UsesValue;
            level |= item.Worth.UsesLevel;
            evaluator |= item.Appraisal is not null;
        }

        return can
            ? this with
            {
                Value = value,
                MayHaveValue = value || IsReadElsewhere || (MayHaveValue && !does),
                Level = level || onlyLevels,
                Evaluator = evaluator || onlyEvaluators,
            }
            : this;
    }

    private static (bool, bool, bool, bool, bool) Asks(Item item) => (
        item.Worth.UsesValue,
        item.Worth.UsesLevel,
        item.Appraisal is not null,
        item.AppliesTo.Levels.Count > 0,
        item.AppliesTo.Evaluators.Count > 0);
}
