using System.Globalization;
using PartyRules.Reports.Html;

namespace PartyRules.Reports.Charts;

/// <summary>A bar within a row of a table; the number stands beside it, so that it needs no text of its own.</summary>
internal static class Bar
{
    private const int Length = 200;

    /// <summary>Writes a bar as long as a part is of a whole.</summary>
    public static void Write(HtmlWriter html, decimal part, decimal whole, string shade = "bar")
    {
        using var svg = Start(html);
        html.Shape("rect", ("class", shade), ("x", "0"), ("y", "1"), ("width", Place(part, whole)), ("height", "12"));
    }

    /// <summary>Writes the span from the lowest to the highest with a stroke at the mean.</summary>
    public static void WriteSpan(HtmlWriter html, decimal lowest, decimal mean, decimal highest, decimal from, decimal to)
    {
        using var svg = Start(html);
        html.Shape(
            "rect", ("class", "track"), ("x", "0"), ("y", "6"), ("width", Length.ToString(CultureInfo.InvariantCulture)), ("height", "2"));
        html.Shape("rect", ("class", "span"), ("x", Place(lowest - from, to - from)), ("y", "3"),
            ("width", Place(highest - lowest, to - from)), ("height", "8"));
        html.Shape("rect", ("class", "mean"), ("x", Place(mean - from, to - from, 3)), ("y", "0"), ("width", "3"), ("height", "14"));
    }

    private static HtmlWriter.Scope Start(HtmlWriter html) =>
        html.In("svg", ("class", "barline"), ("viewBox", "0 0 200 14"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"),
            ("focusable", "false"));

    private static string Place(decimal part, decimal whole, int less = 0) =>
        whole <= 0
            ? "0"
            : decimal.Round((Length - less) * Math.Clamp(part / whole, 0, 1), 1, MidpointRounding.AwayFromZero)
                .ToString("0.#", CultureInfo.InvariantCulture);
}
