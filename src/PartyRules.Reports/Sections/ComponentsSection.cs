using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Schemes;

namespace PartyRules.Reports.Sections;

/// <summary>What the parts of the total contribute.</summary>
internal sealed class ComponentsSection : ISection
{
    public string Id => "components";

    public bool IsIn(ReportData data) => Scored(data).Count > 0;

    public void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        var scored = Scored(data);
        html.Leaf("p", words.Of(data.Rounds.Count > 0 ? "components.lead.rounds" : "components.lead", scored.Count), ("class", "lead"));
        List<Column> columns =
            [new(words["component"]), new(words["maximum"], ColumnKind.Number), .. Spread.Columns(words)];
        DataTable.Write(html, "components", words["components.caption"], columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var component in data.Scheme.Components)
            {
                if (Model.Figures.Of(scored.Select(result => result.ScoreOf(component)?.Points).OfType<Points>()) is { } figures)
                    WriteRow(html, data, component, figures);
            }
        }, "spans");
        html.Leaf("p", words["components.legend"], ("class", "legend"));
    }

    private static List<Results.Assessment> Scored(ReportData data) =>
        [.. data.Rows.SelectMany(row => row.All).Where(assessment => assessment.Components.Count > 0)];

    private static void WriteRow(HtmlWriter html, ReportData data, Component component, Figures figures)
    {
        using var line = html.In("tr");
        html.Leaf("th", component.Name.In(data.Words.Language), ("scope", "row"));
        html.Leaf("td", component.Maximum?.ToString() ?? data.Words["open"], ("class", "n"));
        var from = Points.Min(component.Minimum?.Least ?? figures.Lowest, Points.Min(figures.Lowest, 0));
        Spread.WriteCells(html, figures, from, component.Maximum?.Most ?? figures.Highest);
    }
}
