using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sheets;

/// <summary>Every score as a sheet: a row per subject and period.</summary>
internal static class ScoreSheet
{
    private const int WideFrom = 9;

    public static void Write(Stream output, ReportData data)
    {
        var words = data.Words;
        var results = data.Rows.SelectMany(row => row.All).ToList();
        var parts = Parts(data, results);
        var widths = parts.ConvertAll(part => Sheet.ColumnWidth(part.Heading, results.Select(part.TextOf), 28));
        List<SheetRow> rows =
        [
            new([Cell.Of(data.Scheme.Name.In(words.Language), CellStyle.Title)], 34, widths.Count),
            Sheet.Paragraph(
                words.Of("sheet.subtitle", data.InWords(data.Year), data.Scheme.Id, data.Scheme.Version, data.Scheme.ContentHash[..12]),
                widths,
                CellStyle.Subtitle),
            new([.. parts.Select(part => Cell.Of(part.Heading, part.IsNumber ? CellStyle.NumberHead : CellStyle.Head))], 34),
        ];
        var head = rows.Count;
        rows.AddRange(results.Select(result => new SheetRow([.. parts.Select(part => part.Cell(result))])));
        var isWide = parts.Count >= WideFrom;
        var sheet = new Sheet(words["sheet.scores"], widths, rows, head, rows.Count, isWide, words["sheet.page"], words["sheet.font"]);
        Workbook.Write(output, sheet with { HasFilter = true });
    }

    private static List<Part> Parts(ReportData data, List<Assessment> results)
    {
        var words = data.Words;
        List<Part> parts =
        [
            new(words["id"], false, result => Cell.Of(result.Subject.Id)),
            new(data.NameHeading, false, result => Cell.Of(result.Subject.Name)),
            new(words["parent"], false, result => Cell.Of(data.NameOf(result.Subject.Parent))),
            new(words["sheet.period"], false, result => Cell.Of(words.Period(result.Period))),
            new(words["status"], false, result => Cell.Of(words[$"status.{result.Status}"])),
            .. data.Scheme.Components.Select(
                component => new Part(component.Name.In(words.Language), true, result => Number(result.ScoreOf(component)?.Points))),
        ];
        if (results.Exists(result => result.Total is not null))
            parts.Add(new(words["total"], true, result => Number(result.Total)));
        if (results.Exists(result => result.RoundedTotal is not null))
            parts.Add(new(words["rounded"], true, result => Number(result.RoundedTotal)));
        if (results.Exists(result => result.Grade is not null))
            parts.Add(new(words["grade"], false, result => Cell.Of(result.Grade?.Name.In(words.Language) ?? "")));
        if (results.Exists(result => result.Rank is not null))
            parts.Add(new(words["rank"], true, result => Number(result.Rank)));
        return parts;
    }

    private static Cell Number(Points? number) => number is { } known ? Cell.Of(known.ToDecimal()) : new Cell(CellStyle.Number, null);

    /// <summary>A column and what it shows of a result.</summary>
    private sealed record Part(string Heading, bool IsNumber, Func<Assessment, Cell> Cell)
    {
        public string TextOf(Assessment result)
        {
            var cell = Cell(result);
            return cell.Text ?? cell.Number ?? "";
        }
    }
}
