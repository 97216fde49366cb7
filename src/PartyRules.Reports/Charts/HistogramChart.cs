using System.Globalization;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Charts;

/// <summary>Columns over a scale of points, with the bounds between grades.</summary>
internal static class HistogramChart
{
    private const int Width = 480;
    private const int Base = 200;
    private const int Top = 40;
    private const int Height = 226;

    /// <summary>Writes the chart; its table must stand beside it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="histogram">What it shows.</param>
    /// <param name="bounds">Lower bounds of grades, with the grade's name.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public static void Write(HtmlWriter html, Histogram histogram, IEnumerable<(decimal At, string Name)> bounds, string description)
    {
        var highest = histogram.Counts.Max();
        var column = (decimal)Width / histogram.Counts.Count;
        using var svg = html.In(
            "svg", ("class", "histogram"), ("viewBox", $"-8 0 {Width + 16} {Height}"), ("role", "img"), ("aria-label", description));
        for (var i = 0; i < histogram.Counts.Count; i++)
        {
            var count = histogram.Counts[i];
            var height = decimal.Round((Base - Top) * (decimal)count / highest, 1, MidpointRounding.AwayFromZero);
            if (count == 0)
                continue;
            html.Shape("rect", ("class", "bar"), ("x", Number((i * column) + 1.5m)), ("y", Number(Base - height)),
                ("width", Number(column - 3)), ("height", Number(height)));
            html.Leaf(
                "text", Words.Number(count), ("class", "count"), ("x", Number((i + 0.5m) * column)), ("y", Number(Base - height - 6)));
        }

        foreach (var (at, name) in bounds.Where(bound => bound.At > histogram.Start && bound.At < histogram.End))
        {
            var x = Number((at - histogram.Start) / histogram.Width * column);
            html.Shape("line", ("class", "bound"), ("x1", x), ("x2", x), ("y1", "20"), ("y2", Number(Base)));
            html.Leaf("text", name, ("class", "grade"), ("x", x), ("y", "13"));
        }

        html.Shape("line", ("class", "axis"), ("x1", "0"), ("x2", Number(Width)), ("y1", Number(Base)), ("y2", Number(Base)));
        var step = histogram.Counts.Count > 10 ? 2 : 1;
        for (var i = 0; i <= histogram.Counts.Count; i += step)
            html.Leaf("text", (histogram.Start + (i * histogram.Width)).ToString("0.######", CultureInfo.InvariantCulture),
                ("class", "tick"), ("x", Number(i * column)), ("y", Number(Base + 20)));
    }

    private static string Number(decimal number) =>
        decimal.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
