using System.Globalization;
using PartyRules.Reports.Html;

namespace PartyRules.Reports.Charts;

/// <summary>
/// A line through values of one round after the other; missing ones leave a gap. The values stand beside it, so that it needs no text of
/// its own.
/// </summary>
internal static class Sparkline
{
    private const int Width = 96;
    private const int Height = 24;
    private const int Margin = 4;

    public static void Write(HtmlWriter html, IReadOnlyList<Points?> values, Points lowest, Points highest)
    {
        using var svg = html.In(
            "svg", ("class", "spark"), ("viewBox", $"0 0 {Width} {Height}"), ("aria-hidden", "true"), ("focusable", "false"));
        for (var start = 0; start < values.Count; start++)
        {
            var end = start;
            while (end < values.Count && values[end] is not null)
                end++;
            if (end - start > 1)
                html.Shape("polyline", ("points", string.Join(' ', Enumerable.Range(start, end - start).Select(i => Point(i, ",")))));
            start = end;
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not null)
                html.Shape("circle", ("class", i == values.Count - 1 ? "last" : null), ("cx", X(i)), ("cy", Y(i)),
                    ("r", i == values.Count - 1 ? "3" : "1.5"));
        }

        string Point(int i, string separator) => X(i) + separator + Y(i);

        string X(int i) => Number(values.Count == 1 ? Width / 2m : Margin + ((Width - (2m * Margin)) * i / (values.Count - 1)));

        string Y(int i)
        {
            var span = highest.ToDecimal() - lowest.ToDecimal();
            return Number(span == 0
                ? Height / 2m
                : Height - Margin - ((Height - (2m * Margin)) * (values[i]!.Value.ToDecimal() - lowest.ToDecimal()) / span));
        }
    }

    private static string Number(decimal number) =>
        decimal.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
