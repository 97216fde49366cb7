namespace PartyRules.Reports.Html;

/// <summary>The pairs of a list of facts.</summary>
internal static class FactList
{
    /// <summary>Writes a pair.</summary>
    /// <param name="html">Where to, within a list.</param>
    /// <param name="name">What is told.</param>
    /// <param name="value">What it is.</param>
    /// <param name="kind">How it is set; null for like most.</param>
    /// <param name="isFromData">Whether the value is kept apart from the text around it, whatever the direction it is written in.</param>
    public static void Pair(HtmlWriter html, string name, string value, string? kind = null, bool isFromData = false)
    {
        using var pair = html.In("div", ("class", kind));
        html.Leaf("dt", name);
        using var told = html.In("dd");
        if (isFromData)
            html.Name(value);
        else
            html.Text(value);
    }
}
