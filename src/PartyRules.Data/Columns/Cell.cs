using System.Globalization;

namespace PartyRules.Data.Columns;

/// <summary>What kind of value a column holds.</summary>
internal enum ValueKind
{
    /// <summary>Text that identifies something or somebody: blanks around it, width and invisible characters do not matter.</summary>
    Identity,

    /// <summary>Text for people, kept as it is.</summary>
    Text,

    /// <summary>An exact number of points, days or occurrences.</summary>
    Number,

    /// <summary>A whole number from 0.</summary>
    Whole,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day; its cell is the text of one.</summary>
    Time,
}

/// <summary>A typed value of a row.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
internal readonly record struct Cell
{
    private Cell(ValueKind kind, string text, Points number, DateOnly date) => (Kind, this.text, Number, Date) = (kind, text, number, date);

    private readonly string? text;

    /// <summary>No value.</summary>
    public static Cell Empty => default;

    /// <summary>What kind of value it is; of an empty cell it says nothing.</summary>
    public ValueKind Kind { get; }

    /// <summary>The text; empty for a value of another kind.</summary>
    public string Text => text ?? "";

    /// <summary>The number; zero for a value of another kind.</summary>
    public Points Number { get; }

    /// <summary>The date.</summary>
    public DateOnly Date { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsEmpty => Kind is ValueKind.Identity or ValueKind.Text && Text.Length == 0;

    /// <summary>The number; null where there is none.</summary>
    public Points? OptionalNumber => IsEmpty ? null : Number;

    /// <summary>The whole number; null where there is none.</summary>
    public int? OptionalWhole => IsEmpty ? null : (int)(Number.Millionths / 1_000_000);

    public static Cell Of(string text) => new(ValueKind.Text, text, default, default);

    public static Cell Of(Points? number) => number is { } points ? new(ValueKind.Number, "", points, default) : Empty;

    public static Cell Of(int? whole) => whole is { } number ? new(ValueKind.Whole, "", number, default) : Empty;

    public static Cell Of(DateOnly date) => new(ValueKind.Date, "", default, date);

    /// <summary>The value as tables of text write it: numbers without trailing zeros, dates as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => IsEmpty ? "" : Kind switch
    {
        ValueKind.Number or ValueKind.Whole => Number.ToString(),
        ValueKind.Date => Date.ToString("O", CultureInfo.InvariantCulture),
        _ => Text,
    };
}
