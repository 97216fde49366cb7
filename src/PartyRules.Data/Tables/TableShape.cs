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
    private static readonly HashSet<string> Serials =
        new(["序号", "顺序号", "No", "No.", "S/N", "#"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> NoUnits =
        new(["分", "单位:分", "必填", "选填", "可不填", "数字", "填数字", "points", "required", "optional"], StringComparer.OrdinalIgnoreCase);

    private readonly Vocabulary vocabulary = Vocabulary.OfHeadings(headings);
    private readonly HashSet<string> known = known.ToHashSet(StringComparer.Ordinal);

    public string Table => table;

    public WordTable Headings => headings;

    public IReadOnlyCollection<string> Required => required;

    /// <summary>The standard names of columns of which there must be at least one; empty for no such demand.</summary>
    public IReadOnlyCollection<string> AnyOf { get; init; } = [];

    /// <summary>
    /// The standard names of columns in which every record has something: a row with nothing in them is a total, a signature, or empty.
    /// </summary>
    public IReadOnlyCollection<string> Essential { get; init; } = [];

    /// <summary>
    /// Recognises the columns of a register that has a row for each subject; null where there is no such form of the table.
    /// </summary>
    public WideColumns? Wide { get; init; }

    /// <summary>Whether the table is such a register.</summary>
    public bool IsRegister { get; init; }

    /// <summary>
    /// The standard name of a column; any other name as folding leaves it. What stands in parentheses behind a name explains it.
    /// </summary>
    public string NameOf(string heading)
    {
        var name = vocabulary.CodeOf(heading);
        if (IsKnown(name))
            return name;
        var bare = name.TrimStart('*').TrimEnd('*', ':', ' ');
        var explanation = "";
        if (bare.EndsWith(')') && bare.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
            (bare, explanation) = (bare[..open], bare[(open + 1)..^1].Trim());
        return bare != name && vocabulary.CodeOf(bare) is var meant && IsKnown(meant) && (meant != "value" || IsNoUnit(explanation)) ? meant
            : name;
    }

    /// <summary>Whether an explanation behind the name of the values does not make them something else, such as thousands.</summary>
    private static bool IsNoUnit(string explanation) =>
        explanation.Length == 0 || NoUnits.Contains(explanation.Replace(" ", "", StringComparison.Ordinal));

    public bool IsKnown(string name) => known.Contains(name);

    /// <summary>Whether a column only counts the rows.</summary>
    public static bool IsSerial(string name) => Serials.Contains(name);

    /// <summary>The standard names of the columns that it has at least, as one would write it.</summary>
    public IEnumerable<string> Usual => [.. AnyOf.Take(1), .. required];

    /// <summary>Which columns are missing among some.</summary>
    public IEnumerable<string> MissingIn(IReadOnlyCollection<string> columns) => required.Except(columns, StringComparer.Ordinal)
        .Concat(AnyOf.Count == 0 || AnyOf.Any(columns.Contains) ? [] : AnyOf.Take(1));

    /// <summary>Whether some cells are the headings of this table.</summary>
    public bool IsHeadedBy(IEnumerable<string> cells)
    {
        var names = cells.Select(NameOf).Where(name => name.Length > 0).ToList();
        var distinct = names.ToHashSet(StringComparer.Ordinal);
        return !MissingIn(distinct).Any()
            && (!IsRegister || required.Count > 0 || (distinct.Count == names.Count && Wide?.AreOf(distinct) == true));
    }

    /// <summary>
    /// The names of columns that a row gives, by itself or with the row above it, in the order in which they are to be tried: first those
    /// of which more are known, or of which there are more. The columns of a register may say only together with the row above of which
    /// month or item they are.
    /// </summary>
    /// <param name="above">The row above; empty for none.</param>
    /// <param name="row">The row.</param>
    public IEnumerable<(List<(int Column, string Text)> Names, bool AreOfTwoRows)> HeadingsOf(
        IReadOnlyList<(int Column, string Text)> above, List<(int Column, string Text)> row)
    {
        if (TwoRowHeading.Of(above, row, this) is not { } together || together.SequenceEqual(row))
            return [(row, false)];
        var (ofBoth, ofOne) = (Recognised(together.Select(cell => cell.Text)), Recognised(row.Select(cell => cell.Text)));
        return ofBoth > ofOne || (ofBoth == ofOne && (IsRegister || together.Count > row.Count))
            ? [(together, true), (row, false)]
            : [(row, false), (together, true)];
    }

    /// <summary>
    /// Whether headings further down are looked for though some were found: where nothing says yet which columns a register has, the row
    /// that has the most of months and items names them.
    /// </summary>
    public bool LooksFurther => IsRegister && required.Count == 0;

    /// <summary>How many of some cells name columns that are known, or columns of a register.</summary>
    public int Recognised(IEnumerable<string> cells) =>
        cells.Select(NameOf).Distinct(StringComparer.Ordinal).Count(name => IsKnown(name) || Wide?.IsOne(name) == true);

    /// <summary>Whether some cells look like headings of this table, though there may be a mistake in them.</summary>
    public bool IsLike(IEnumerable<string> cells) => cells.Select(NameOf).Distinct(StringComparer.Ordinal).Count(IsKnown) >= FewKnown;

    /// <summary>Whether some cells are headings of a register that has a row for each subject.</summary>
    public bool IsLikeRegister(IEnumerable<string> cells)
    {
        var names = cells.Select(NameOf).ToList();
        return Wide?.AreOf(names) == true && AnyOf.Any(names.Contains);
    }
}
