namespace PartyRules.Reports.Html;

/// <summary>How a column is set.</summary>
internal enum ColumnKind
{
    /// <summary>Words, from the left.</summary>
    Words,

    /// <summary>Numbers, from the right.</summary>
    Number,

    /// <summary>A chart.</summary>
    Chart,
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands over it; a chart may repeat the number beside it, and then needs none.</param>
/// <param name="Kind">How it is set.</param>
internal readonly record struct Column(string Heading, ColumnKind Kind = ColumnKind.Words)
{
    public string? Class => Kind switch { ColumnKind.Number => "n", ColumnKind.Chart => "c", _ => null };
}

/// <summary>A table that a phone scrolls sideways, that paper repeats the head of, and that a screen reader announces.</summary>
internal static class DataTable
{
    private const int LongFrom = 300;

    /// <summary>
    /// Writes a table. A long one is laid out only when it comes into sight: while a page loads, a browser would do so again and again.
    /// </summary>
    public static void Write(
        HtmlWriter html, string id, string caption, IReadOnlyList<Column> columns, Action rows, string kind = "", int rowCount = 0)
    {
        using var region = html.In("div", ("class", rowCount < LongFrom ? "scroll" : "scroll long"), ("role", "region"), ("tabindex", "0"),
            ("aria-labelledby", $"{id}-c"));
        using var table = html.In("table", ("class", kind.Length == 0 ? null : kind));
        html.Leaf("caption", caption, ("id", $"{id}-c"), ("class", "vh"));
        using (html.In("thead"))
        using (html.In("tr"))
        {
            foreach (var column in columns)
            {
                if (column.Heading.Length == 0)
                    html.Shape("td", ("class", column.Class));
                else
                    html.Leaf("th", column.Heading, ("scope", "col"), ("class", column.Class));
            }
        }

        rows();
    }
}
