using PartyRules.Data.Columns;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>What makes a table of a data set: its name, what its columns may be called, and which of them it cannot do without.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="table">The name of the table, which is that of its file.</param>
/// <param name="headings">What columns may be called.</param>
/// <param name="required">The standard names of the columns that it cannot do without.</param>
/// <param name="known">The standard names of all columns that it may have; further ones may stand beside them.</param>
internal sealed class TableShape(string table, WordTable headings, IReadOnlyCollection<string> required, IEnumerable<string> known)
{
    private const int FewKnown = 2;
    private readonly Vocabulary vocabulary = Vocabulary.OfHeadings(headings);
    private readonly HashSet<string> known = known.ToHashSet(StringComparer.Ordinal);

    public string Table => table;

    public WordTable Headings => headings;

    public IReadOnlyCollection<string> Required => required;

    /// <summary>The standard name of a column; any other name as folding leaves it.</summary>
    public string NameOf(string heading) => vocabulary.CodeOf(heading);

    public bool IsKnown(string name) => known.Contains(name);

    /// <summary>Whether some cells are the headings of this table.</summary>
    public bool IsHeadedBy(IEnumerable<string> cells)
    {
        var names = cells.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return required.All(names.Contains);
    }

    /// <summary>Whether some cells look like headings of this table, though there may be a mistake in them.</summary>
    public bool IsLike(IEnumerable<string> cells) => cells.Select(NameOf).Distinct(StringComparer.Ordinal).Count(IsKnown) >= FewKnown;
}
