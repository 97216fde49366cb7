using PartyRules.Conditions;
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

    /// <summary>The numbers that an entry must have, which is to carry what they are made of.</summary>
    public IReadOnlyList<EntryNumber> Numbers { get; private init; } = [];

    /// <summary>The numbers that something apart from the worth of the items looks at.</summary>
    private IReadOnlyList<EntryNumber> NumbersReadElsewhere { get; init; } = [];

    /// <summary>The further columns that something looks at, in any entry of the code.</summary>
    public IReadOnlyList<string> MayHaveColumns { get; private init; } = [];

    /// <summary>Whether something looks at the level, in any entry of the code.</summary>
    public bool MayHaveLevel { get; private init; }

    /// <summary>Whether something looks at the reference, in any entry of the code.</summary>
    public bool MayHaveReference { get; private init; }

    /// <summary>Whether something looks at who gave the entry, in any entry of the code.</summary>
    public bool MayHaveEvaluator { get; private init; }

    /// <summary>The highest rating that can be right, where every item of the code is one of ratings; null for no end.</summary>
    public Points? MostOfRating { get; private init; }

    /// <summary>What a record's entries must carry.</summary>
    /// <param name="record">The record.</param>
    /// <param name="uses">What clauses look at.</param>
    public static Demands Of(RecordItem record, SchemeUses uses) =>
        new(
            record.IsValueRequired || uses.NumbersOf(record.Code).Any(IsOfValue),
            true,
            false,
            record.IsReferenceRequired,
            false)
        {
            Numbers = uses.NumbersOf(record.Code),
            MayHaveColumns = uses.ColumnsOf(record.Code, []),
            MayHaveLevel = uses.ReadsLevelsOf(record.Code),
            MayHaveReference = uses.ReadsReferencesOf(record.Code),
            MayHaveEvaluator = uses.ReadsEvaluatorsOf(record.Code),
        };

    /// <summary>What the entries of an item's code must carry.</summary>
    /// <param name="items">The items of the code.</param>
    /// <param name="uses">What clauses look at.</param>
    /// <param name="needsReference">Whether a reference is needed.</param>
    public static Demands Of(Item[] items, SchemeUses uses, bool needsReference)
    {
        var code = items[0].Code;
        var readsValue = uses.ReadsValuesOf(code);
        var numbers = uses.NumbersOf(code);
        var madeOfValue = numbers.Any(IsOfValue);
        return new(
            madeOfValue || items.Any(item => item.Worth.UsesValue),
            readsValue || madeOfValue || items.Any(item => item.Worth.UsesValue),
            items.Any(item => item.Worth.UsesLevel) || items.All(item => item.AppliesTo.Levels.Count > 0),
            needsReference,
            items.Any(item => item.Appraisal is not null) || items.All(item => item.AppliesTo.Evaluators.Count > 0))
        {
            Variants = items.DistinctBy(item => item.Asks).Skip(1).Any() ? items : null,
            IsReadElsewhere = readsValue || madeOfValue,
            Numbers = [.. numbers.Union(items.Select(item => item.Worth.Number).OfType<EntryNumber>())],
            NumbersReadElsewhere = numbers,
            MostOfRating = items.All(HasEndOfRatings) ? items.Max(item => item.Component.Maximum!.Most) : null,
            MayHaveColumns = uses.ColumnsOf(code, items),
            MayHaveLevel = uses.ReadsLevelsOf(code) || items.Any(LooksAtLevel),
            MayHaveReference = uses.ReadsReferencesOf(code),
            MayHaveEvaluator = uses.ReadsEvaluatorsOf(code) || items.Any(LooksAtEvaluator),
        };
    }

    /// <summary>What one entry must carry: what those items ask for that apply to it, or all, where none can.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="subject">Whom it is about; null where that is not known.</param>
    public Demands For(Entry entry, Subject? subject)
    {
        if (Variants is null)
            return this;
        var (can, does, onlyLevels, onlyEvaluators) = (false, false, true, true);
        var (value, level, evaluator) = (NumbersReadElsewhere.Any(IsOfValue), false, false);
        List<EntryNumber>? numbers = null;
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
            if (item.Worth.Number is { } number)
                (numbers ??= [.. NumbersReadElsewhere]).Add(number);
        }

        return can
            ? this with
            {
                Value = value,
                MayHaveValue = value || IsReadElsewhere || (MayHaveValue && !does),
                Numbers = numbers ?? NumbersReadElsewhere,
                Level = level || onlyLevels,
                Evaluator = evaluator || onlyEvaluators,
            }
            : this;
    }

    private static bool IsOfValue(EntryNumber number) => number.Columns.Contains(EntryNumber.OwnValue);

    /// <summary>Whether ratings are points of a component that says how many there are, and does not multiply them.</summary>
    private static bool HasEndOfRatings(Item item) => item.Appraisal is not null && item.Worth.ValueIsPoints
        && item.Component is { Maximum: not null, Multipliers.Count: 0 };

    private static bool LooksAtLevel(Item item) => item.Worth.UsesLevel || item.AppliesTo.Levels.Count > 0;

    private static bool LooksAtEvaluator(Item item) => item.Appraisal is not null || item.AppliesTo.Evaluators.Count > 0;
}
