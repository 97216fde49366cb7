using PartyRules.Reports.Html;

namespace PartyRules.Reports.Charts;

/// <summary>The red flag: the one accent of the page.</summary>
internal static class Flag
{
    public static void Write(HtmlWriter html, string description)
    {
        using var svg = html.In("svg", ("class", "flag"), ("viewBox", "0 0 16 20"), ("role", "img"), ("aria-label", description));
        html.Shape("path", ("class", "pole"), ("d", "M2 1v18"));
        html.Shape("path", ("class", "cloth"), ("d", "M3 2c3-1.6 5 1.4 8 .4 1.4-.5 2.6-.8 4-.4v8.6c-1.4-.4-2.6-.1-4 .4-3 1-5-2-8-.4z"));
    }
}
