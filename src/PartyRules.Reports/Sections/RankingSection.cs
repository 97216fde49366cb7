using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Schemes;

namespace PartyRules.Reports.Sections;

/// <summary>Every subject, the best first, with how it moved.</summary>
internal sealed class RankingSection : ISection
{
    private const int MostComponents = 5;

    public string Id => "ranking";

    public bool IsIn(ReportData data) => data.Rows.Count > 0;

    public string Heading(ReportData data) => data.HeadingOf(data.Scheme.Ranking is null ? "section.list" : "section.ranking");

    public void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        var parts = Parts(data);
        var unranked = data.Totals.Any() ? "ranking.lead.none" : "ranking.lead.list";
        html.Leaf("p", words[data.Scheme.Ranking is null ? unranked : "ranking.lead"], ("class", "lead"));
        var pools = data.Rows.Where(row => row.Place is not null).GroupBy(row => row.Pool).ToList();
        DataTable.Write(html, "ranking", words["ranking.caption"], [.. parts.Select(part => part.Column)], () =>
        {
            foreach (var pool in pools)
            {
                using var body = html.In("tbody");
                WritePool(html, data, pool.Key, parts.Count);
                foreach (var row in pool)
                    WriteRow(html, data, row, parts);
            }

            if (data.Rows.Any(row => row.Place is null))
            {
                using var body = html.In("tbody");
                foreach (var row in data.Rows.Where(row => row.Place is null))
                    WriteRow(html, data, row, parts);
            }
        }, "ranking", data.Rows.Count);
    }

    /// <summary>Writes the name of a pool over its rows, where there is more than one.</summary>
    public static void WritePool(HtmlWriter html, ReportData data, string pool, int columns)
    {
        if (data.Scheme.Ranking is not { } ranking || data.Rows.All(row => row.Pool == pool))
            return;
        using var line = html.In("tr", ("class", "pool"));
        var name =
            ranking.Pool == PoolKind.Category && data.Scheme.Categories.TryGetValue(pool, out var category)
                ? category.In(data.Words.Language)
                : data.NameOf(pool);
        using (html.In("th", ("scope", "rowgroup"), ("colspan", Words.Number(columns))))
            html.Name(name);
    }

    private static void WriteRow(HtmlWriter html, ReportData data, Row row, List<Part> parts)
    {
        using var line = html.In("tr", ("id", data.RowAnchorOf(row)));
        foreach (var part in parts)
            part.Write(html, row);
    }

    /// <summary>The columns that have something to show.</summary>
    private static List<Part> Parts(ReportData data)
    {
        var words = data.Words;
        var parts = new List<Part>();
        if (data.Totals.Any())
        {
            var heading = words[data.Scheme.Ranking is null ? "place" : "rank"];
            parts.Add(Cell(heading, "n rank", row => row.Place is { } place ? Words.Number(place) : "–"));
        }

        parts.AddRange(data.Scheme.Rankings
            .Where(ranking => data.Rows.Any(row => row.Assessment.Ranks.ContainsKey(ranking.Id)))
            .Select(ranking => Cell(ranking.Name!.In(words.Language), "n", row => RankOf(row, ranking))));
        parts.Add(new Part(new(data.NameHeading), (target, row) => WriteName(target, row, data)));
        if (data.Rows.Any(row => row.Subject.Parent.Length > 0) && data.Scheme.Ranking?.Pool != PoolKind.Parent)
            parts.Add(new Part(new(words["parent"]), (target, row) => Named(target, data.NameOf(row.Subject.Parent))));
        parts.Add(data.Totals.Any()
            ? Cell(words["total"], "n strong", row => row.Assessment.Total?.ToString() ?? words[$"status.{row.Assessment.Status}"])
            : Cell(words["status"], null, row => words[$"status.{row.Assessment.Status}"]));
        if (data.Rows.Any(row => row.Assessment.RoundedTotal is not null))
            parts.Add(Cell(words["rounded"], "n", row => row.Assessment.RoundedTotal?.ToString() ?? ""));
        if (data.Rows.Any(row => row.Assessment.Grade is not null))
            parts.Add(Cell(words["grade"], "g", row => row.Assessment.Grade?.Name.In(words.Language) ?? "–"));
        if (data.Rows.Any(row => row.Movement.Grades is not null))
            parts.Add(Moved(words, "moved.grades", row => row.Movement.Grades));
        if (data.Rows.Any(row => row.Movement.Ranks is not null))
            parts.Add(Moved(words, "moved.ranks", row => row.Movement.Ranks));
        if (data.Rows.Any(row => row.Movement.Total is not null))
            parts.Add(Moved(words, "moved.total", row => row.Movement.Total));
        if (data.Scheme.Components.Count is > 1 and <= MostComponents && data.Rows.Any(row => row.Assessment.Components.Count > 0))
            parts.AddRange(data.Scheme.Components.Select(component => Scored(words, component)));
        return parts;
    }

    private static string RankOf(Row row, RankingClause ranking) =>
        row.Assessment.Ranks.TryGetValue(ranking.Id, out var rank) ? Words.Number(rank) : "–";

    private static Part Scored(Words words, Component component) =>
        Cell(component.Name.In(words.Language), "n", row => row.Assessment.ScoreOf(component)?.Points.ToString() ?? "–");

    private static void WriteName(HtmlWriter html, Row row, ReportData data)
    {
        using var cell = html.In("th", ("scope", "row"));
        var anchor = data.AnchorOf(row);
        if (anchor is null)
        {
            Label();
            return;
        }

        using (html.In("a", ("href", $"#{anchor}")))
            Label();

        void Label()
        {
            html.Name(row.Subject.Name.Length > 0 ? row.Subject.Name : row.Subject.Id);
            if (row.Subject.Name.Length > 0)
                html.Leaf("span", row.Subject.Id, ("class", "sub"));
        }
    }

    private static void Named(HtmlWriter html, string name)
    {
        using var cell = html.In("td", ("class", "p"));
        html.Name(name);
    }

    private static Part Cell(string heading, string? kind, Func<Row, string> text) =>
        new(new(heading, kind?.StartsWith('n') == true ? ColumnKind.Number : ColumnKind.Words),
            (html, row) => html.Leaf("td", text(row), ("class", kind)));

    private static Part Moved(Words words, string heading, Func<Row, Points?> by) =>
        new(new(words[heading], ColumnKind.Number), (html, row) => WriteMovement(html, words, by(row)));

    private static Part Moved(Words words, string heading, Func<Row, int?> by) =>
        Moved(words, heading, row => by(row) is { } moved ? (Points?)moved : null);

    private static void WriteMovement(HtmlWriter html, Words words, Points? movement)
    {
        using var cell = html.In("td", ("class", "n"));
        if (movement is not { } moved)
        {
            html.Text("–");
            return;
        }

        var (kind, sign) = moved > 0 ? ("up", "▲") : moved < 0 ? ("down", "▼") : ("same", "＝");
        using var span = html.In("span", ("class", kind));
        html.Leaf("span", sign, ("aria-hidden", "true"));
        html.Leaf("span", words[kind], ("class", "vh"));
        if (moved != 0)
            html.Text($" {(moved > 0 ? moved : -moved)}");
    }

    /// <summary>A column and what it shows of a row.</summary>
    private sealed record Part(Column Column, Action<HtmlWriter, Row> Write);
}
