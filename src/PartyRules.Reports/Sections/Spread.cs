using PartyRules.Reports.Charts;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>How numbers spread, as columns of several tables: mean, median, lowest, highest, and a bar between the last two.</summary>
internal static class Spread
{
    public static IEnumerable<Column> Columns(Words words) =>
    [
        new(words["mean"], ColumnKind.Number),
        new(words["median"], ColumnKind.Number),
        new(words["lowest"], ColumnKind.Number),
        new(words["highest"], ColumnKind.Number),
        new("", ColumnKind.Chart),
    ];

    /// <summary>Writes the cells of a row.</summary>
    /// <param name="html">Where to, within a row.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="from">Where the scale of the bar begins.</param>
    /// <param name="to">Where it ends.</param>
    public static void WriteCells(HtmlWriter html, Figures figures, Points from, Points to)
    {
        html.Leaf("td", Words.Rounded(figures.Mean), ("class", "n strong"));
        html.Leaf("td", Words.Rounded(figures.Median), ("class", "n"));
        html.Leaf("td", figures.Lowest.ToString(), ("class", "n"));
        html.Leaf("td", figures.Highest.ToString(), ("class", "n"));
        using (html.In("td", ("class", "c")))
            Bar.WriteSpan(html, figures.Lowest.ToDecimal(), figures.Mean, figures.Highest.ToDecimal(), from.ToDecimal(), to.ToDecimal());
    }
}
