using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reports.Notices;

/// <summary>A cell of a notice.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Number">The number it shows; null for text.</param>
internal readonly record struct NoticeCell(string Text, decimal? Number = null)
{
    public static NoticeCell Of(Points? points) => points is { } number ? new(number.ToString(), number.ToDecimal()) : new("–");

    /// <summary>A number, or nothing.</summary>
    public static NoticeCell OfSome(Points? points) => points is null ? new("") : Of(points);

    public static NoticeCell Of(int? number) => number is { } known ? new(Words.Number(known), known) : new("–");
}

/// <summary>A row of a notice.</summary>
internal sealed record NoticeRow(IReadOnlyList<NoticeCell> Cells);

/// <summary>What a notice says, on a page or a sheet. It names no finding, no measure and no reason for being left out.</summary>
internal sealed class NoticeContents
{
    private readonly ReportData data;
    private readonly NoticeClause terms;

    public NoticeContents(ReportData data)
    {
        this.data = data;
        terms = data.Notice ?? throw new InvalidOperationException($"{data.Scheme} has no notice clause.");
        var words = data.Words;
        var shown = data.Rows.Where(row => row.Assessment.Status == AssessmentStatus.Assessed).ToList();
        var parts = new List<(Column Column, Func<Row, int, NoticeCell> Cell)>();
        if (data.Scheme.Ranking is null)
            parts.Add((new(words["line"], ColumnKind.Number), (_, line) => NoticeCell.Of(line)));
        else
            parts.Add((new(words["rank"], ColumnKind.Number), (row, _) => NoticeCell.Of(row.Place)));
        NameColumn = parts.Count;
        if (terms.Names != NoticeNames.Id && shown.Any(row => row.Subject.Name.Length > 0))
            parts.Add((new(data.NameHeading), (row, _) => new(terms.NameOf(row.Subject))));
        parts.Add((new(words["id"]), (row, _) => new(terms.IdOf(row.Subject))));
        if (data.Terms.Parent.Length == 0 && shown.Any(row => row.Subject.Parent.Length > 0))
            parts.Add((new(words["parent"]), (row, _) => new(data.NameOf(row.Subject.Parent))));
        if (shown.Any(row => row.Assessment.Total is not null))
            parts.Add((new(words["total"], ColumnKind.Number), (row, _) => NoticeCell.Of(row.Assessment.Total)));
        if (shown.Any(row => row.Assessment.RoundedTotal is not null))
            parts.Add((new(words["rounded"], ColumnKind.Number), (row, _) => NoticeCell.OfSome(row.Assessment.RoundedTotal)));
        if (shown.Any(row => row.Assessment.Grade is not null))
            parts.Add((new(words["grade"]), (row, _) => new(row.Assessment.Grade?.Name.In(words.Language) ?? "–")));
        Columns = [.. parts.Select(part => part.Column)];
        Rows = [.. shown.Select((row, index) => new NoticeRow([.. parts.Select(part => part.Cell(row, index + 1))]))];
        Opening = words.Of("notice.opening", data.Scheme.Source, data.InWords(data.Period), data.CountOf(Rows.Count));
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The column that says whom a row is about.</summary>
    public int NameColumn { get; }

    public IReadOnlyList<NoticeRow> Rows { get; }

    public string Title => data.Words["notice.title"];

    public string Subtitle => data.Words.Of(
        data.Terms.Parent.Length == 0 ? "notice.subtitle" : "notice.subtitle.of-parent",
        data.InWords(data.Period),
        data.NameOf(data.Terms.Parent));

    public string Opening { get; }

    /// <summary>How names are masked; null where they are not.</summary>
    public string? Masking => terms.Names switch
    {
        NoticeNames.Masked => data.Words["notice.masked"],
        NoticeNames.Id => data.Words["notice.ids"],
        _ => null,
    };

    public string Objections => terms.Objections.In(data.Words.Language);

    /// <summary>How many calendar days the period lasts.</summary>
    public int ObjectionDays => terms.ObjectionDays;

    /// <summary>The first and the last day of the period, both included; null where no date was given.</summary>
    public (DateOnly First, DateOnly Last)? Days => data.Terms.Date is { } first ? (first, terms.LastDay(first)) : null;

    /// <summary>The period of objections: both ends included, in calendar days; with places to fill in where no date was given.</summary>
    public string Period => Days is var (first, last)
        ? data.Words.Of("notice.days", data.Words.Date(first), data.Words.Date(last), terms.ObjectionDays)
        : data.Words.Of("notice.days.blank", terms.ObjectionDays);

    public string Contact => data.Terms.Contact.Length > 0 ? data.Terms.Contact : data.Words["notice.contact.blank"];

    public string SignedOn => data.Terms.Date is { } first ? data.Words.Date(first) : data.Words["notice.date.blank"];
}
