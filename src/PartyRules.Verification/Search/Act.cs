using PartyRules.Conditions;

namespace PartyRules.Verification.Search;

/// <summary>An entry of a data set in the making: all but whom it is about and its identifier.</summary>
/// <param name="Item">The code.</param>
/// <param name="Date">The day.</param>
/// <param name="Value">The value, or what the number is that stands for it; null for none.</param>
/// <param name="Level">The level; empty for none.</param>
/// <param name="Reference">The reference; empty for none.</param>
/// <param name="Evaluator">Who gave it; empty for nobody.</param>
internal sealed record Act(
    string Item, DateOnly Date, Points? Value = null, string Level = "", string Reference = "", string Evaluator = "")
{
    /// <summary>The number of the entry that the value stands for; null for its own value.</summary>
    public EntryNumber? Number { get; init; }

    /// <summary>The further numbers that the entry must have.</summary>
    public IReadOnlyList<EntryNumber> Further { get; init; } = [];

    /// <summary>The part of the day in which a time of the entry must be; null for none.</summary>
    public ClockWindow? Clock { get; init; }

    /// <summary>The entry's own value; null for none.</summary>
    public Points? OwnValue => Number is null ? Value ?? (Columns.Contains(EntryNumber.OwnValue) ? 1 : null)
        : Columns.Contains(EntryNumber.OwnValue) ? In(EntryNumber.OwnValue)
        : null;

    /// <summary>
    /// What stands in further columns: in the first of those that are multiplied the value, between two times so many minutes, and one,
    /// or no minute, in all others.
    /// </summary>
    public IReadOnlyDictionary<string, string> Attributes
    {
        get
        {
            var times = new Times();
            if (Clock is { } clock)
                times.Set(clock.Time.Code, clock.First);
            foreach (var minutes in Numbers.OfType<MinutesNumber>())
                times.Set(minutes, minutes == Number ? Value ?? 1 : Points.Zero);
            return Columns.Where(column => column != EntryNumber.OwnValue)
                .ToDictionary(column => column, column => times.In(column) ?? In(column).ToString(), StringComparer.Ordinal);
        }
    }

    private IEnumerable<EntryNumber> Numbers => Number is null ? Further : Further.Prepend(Number);

    private IReadOnlyList<string> Columns => [.. Numbers.SelectMany(number => number.Columns).Distinct(StringComparer.Ordinal)];

    private Points In(string column) => Number is ProductNumber number && number.Product[0] == column ? Value ?? 1 : 1;
}
