using PartyRules.Schemes;

namespace PartyRules.Data.Columns;

/// <summary>A column of a table: what it is called and what it holds.</summary>
/// <param name="name">The standard name.</param>
/// <param name="kind">The kind of value.</param>
internal abstract class Column(string name, ValueKind kind)
{
    public string Name => name;

    public ValueKind Kind => kind;

    /// <summary>Whether it holds a number.</summary>
    public bool IsNumber => kind is ValueKind.Number or ValueKind.Whole;

    /// <summary>Whether no two rows have the same value in it.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether something looks at it; what is wrong with a value of another column does not matter.</summary>
    public bool IsUsed { get; init; } = true;

    /// <summary>The words of a scheme by which its values may be called; null where they stand for themselves.</summary>
    public Func<SchemeWords, WordTable>? Words { get; init; }

    public override string ToString() => name;
}

/// <summary>A column of a table of one kind of row, with the value that a row has in it.</summary>
/// <typeparam name="TRow">The kind of row.</typeparam>
/// <param name="name">The standard name.</param>
/// <param name="kind">The kind of value.</param>
/// <param name="get">The value of a row.</param>
internal sealed class Column<TRow>(string name, ValueKind kind, Func<TRow, Cell> get) : Column(name, kind)
{
    public Cell Of(TRow row) => get(row);
}

/// <summary>The typed values of a row that is being read, by column.</summary>
internal interface ICells
{
    Cell this[Column column] { get; }
}
