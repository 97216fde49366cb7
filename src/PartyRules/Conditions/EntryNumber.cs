using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>A number of an entry: one of its further columns, or what is worked out of them.</summary>
/// <remarks>Two numbers are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <param name="code">The name by which clauses call it.</param>
/// <param name="name">The name shown to people.</param>
/// <param name="columns">All columns that it is made of.</param>
internal abstract class EntryNumber(string code, LocalText name, IReadOnlyList<string> columns)
{
    /// <summary>The column of the entry's own value.</summary>
    public const string OwnValue = "value";

    public string Code { get; } = code;

    public LocalText Name { get; } = name;

    /// <summary>All columns that it is made of.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>Whether it is a column as it stands.</summary>
    public virtual bool IsColumn => false;

    /// <summary>What a column of an entry holds; null for nothing, and for what is no number.</summary>
    public static Points? ValueOf(Entry entry, string column) =>
        column == OwnValue ? entry.Value
        : entry.Attributes.TryGetValue(column, out var text) && Points.TryParse(text, out var number) ? number
        : null;

    /// <summary>The number of an entry, exactly; null where a column that it needs is empty, and where such an entry is refused.</summary>
    public abstract Exact? Of(Entry entry);

    /// <summary>The name by which clauses call it.</summary>
    public override string ToString() => Code;
}

/// <summary>A column, or a product or quotient of columns.</summary>
/// <param name="code">The name by which clauses call it.</param>
/// <param name="name">The name shown to people.</param>
/// <param name="product">The columns that are multiplied, each of them once.</param>
/// <param name="dividedBy">The columns by which that is divided.</param>
/// <param name="ifZero">What it is where one of them is zero; null where that is refused.</param>
internal sealed class ProductNumber(
    string code, LocalText name, IReadOnlyList<string> product, IReadOnlyList<string> dividedBy, Points? ifZero)
    : EntryNumber(code, name, [.. product, .. dividedBy])
{
    public IReadOnlyList<string> Product { get; } = product;

    public IReadOnlyList<string> DividedBy { get; } = dividedBy;

    public Points? IfZero { get; } = ifZero;

    /// <inheritdoc/>
    public override bool IsColumn => Product is [var only] && only == Code;

    /// <summary>The divisor of an entry that is zero; null for none.</summary>
    public string? ZeroOf(Entry entry) => DividedBy.FirstOrDefault(column => ValueOf(entry, column) == Points.Zero);

    /// <inheritdoc/>
    public override Exact? Of(Entry entry)
    {
        var number = new Exact(1, 1);
        foreach (var column in Product)
        {
            if (ValueOf(entry, column) is not { } factor)
                return null;
            number *= Exact.Of(factor);
        }

        var hasZero = false;
        foreach (var column in DividedBy)
        {
            if (ValueOf(entry, column) is not { } divisor)
                return null;
            hasZero |= divisor <= 0;
            number = hasZero ? number : number / Exact.Of(divisor);
        }

        return !hasZero ? number : IfZero is { } stated ? Exact.Of(stated) : null;
    }
}
