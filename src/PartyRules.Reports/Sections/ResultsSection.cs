using PartyRules.Reports.Charts;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>How grades and totals are distributed.</summary>
internal sealed class ResultsSection : ISection
{
    public string Id => "results";

    public bool IsIn(ReportData data) => data.Totals.Any() || Graded(data).Count > 0;

    public string Heading(ReportData data) => data.HeadingOf(Graded(data).Count > 0 ? "section.results" : "section.totals");

    public void Write(HtmlWriter html, ReportData data)
    {
        using var columns = html.In("div", ("class", "pair"));
        if (data.Scheme.Grades is not null && Graded(data) is { Count: > 0 } graded)
            WriteGrades(html, data, graded);
        if (data.Totals.ToList() is { Count: > 0 } totals)
            WriteTotals(html, data, totals);
    }

    private static List<Row> Graded(ReportData data) => [.. data.Rows.Where(row => row.Assessment.Grade is not null)];

    private static void WriteGrades(HtmlWriter html, ReportData data, List<Row> graded)
    {
        var words = data.Words;
        using var block = html.In("div");
        html.Leaf("h3", words["results.grades"]);
        var counts = data.Scheme.Grades!.Bands.Select(band => graded.Count(row => row.Assessment.Grade?.Id == band.Id)).ToList();
        var shares = Shares.InPercent([.. counts.Select(count => (long)count)]);
        if (graded.Exists(row => row.Assessment.RoundedTotal is not null))
            html.Leaf("p", words["results.rounded"], ("class", "lead"));
        List<Column> columns =
        [
            new(words["grade"]),
            new(words["from"], ColumnKind.Number),
            new(words["number"], ColumnKind.Number),
            new(words["share"], ColumnKind.Number),
            new("", ColumnKind.Chart),
        ];
        DataTable.Write(html, "grades", words.Of("results.grades.caption", graded.Count), columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var band in data.Scheme.Grades.Bands)
            {
                using var line = html.In("tr");
                html.Leaf("th", band.Name.In(words.Language), ("scope", "row"));
                html.Leaf("td", band.From?.ToString() ?? "–", ("class", "n"));
                html.Leaf("td", Words.Number(counts[band.Index]), ("class", "n"));
                html.Leaf("td", shares[band.Index], ("class", "n"));
                using (html.In("td", ("class", "c")))
                    Bar.Write(html, counts[band.Index], counts.Max());
            }
        }, "grades");
    }

    private static void WriteTotals(HtmlWriter html, ReportData data, List<Points> totals)
    {
        var words = data.Words;
        var histogram = Histogram.Of(totals);
        var shares = Shares.InPercent([.. histogram.Counts.Select(count => (long)count)]);
        var figures = Model.Figures.Of(totals)!;
        using var block = html.In("div");
        if (Graded(data).Count > 0)
            html.Leaf("h3", words["results.totals"]);
        var bounds = (data.Scheme.Grades?.Bands ?? []).Where(band => band.From is { IsSame: true } && data.Scheme.Grades!.Places is null)
            .Select(band => (band.From!.Least.ToDecimal(), band.Name.In(words.Language)));
        HistogramChart.Write(html, histogram, bounds,
            words.Of("results.totals.chart", totals.Count, figures.Lowest, figures.Highest, Words.Rounded(figures.Median)));
        using var more = html.In("details", ("class", "data"));
        html.Leaf("summary", words["as-table"]);
        List<Column> columns =
        [
            new(words["total"]),
            new(words["number"], ColumnKind.Number),
            new(words["share"], ColumnKind.Number),
        ];
        DataTable.Write(html, "totals", words["results.totals.caption"], columns, () =>
        {
            using var body = html.In("tbody");
            for (var i = 0; i < histogram.Counts.Count; i++)
            {
                using var line = html.In("tr");
                var from = histogram.Start + (i * histogram.Width);
                html.Leaf("th", words.Of("results.bin", Words.Rounded(from), Words.Rounded(from + histogram.Width)), ("scope", "row"));
                html.Leaf("td", Words.Number(histogram.Counts[i]), ("class", "n"));
                html.Leaf("td", shares[i], ("class", "n"));
            }
        });
    }
}
