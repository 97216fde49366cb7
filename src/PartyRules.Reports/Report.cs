using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Reports.Sections;
using PartyRules.Reports.Sheets;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reports;

/// <summary>The report of one assessment: a page for those who decide, a public notice, and printable sheets.</summary>
/// <remarks>
/// The same assessments and options give the same bytes, whatever the clock, the culture and the order of the assessments. Pages are
/// complete HTML documents that load nothing and run nothing. Text from data is shown, never interpreted. Thread-safe.
/// </remarks>
public sealed class Report
{
    /// <summary>Makes a report.</summary>
    /// <param name="versions">The versions of the scheme by which was assessed; a <see cref="Scheme"/> is the versions of one.</param>
    /// <param name="year">The calendar year that was assessed.</param>
    /// <param name="assessments">
    /// The results of that year, in any order: a row per subject, and where the scheme has rounds one per round besides.
    /// </param>
    /// <param name="options">What the report shows; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// An assessment is of another scheme or year, two are of one subject and period, or they are judged as of different days.
    /// </exception>
    /// <exception cref="Diagnostics.ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    public Report(SchemeVersions versions, int year, IEnumerable<Assessment> assessments, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var (scheme, ofYear) = (versions.Of(year), versions.In(year));
        IReadOnlyList<Scheme> known = ofYear is [var only] && only == scheme ? [scheme] : [scheme, .. ofYear];
        Data = new ReportData(scheme, known, year, [.. assessments], TermsOf(options));
    }

    /// <summary>
    /// Writes the whole report as one HTML page. It carries full names, and is for those who decide, not for the notice board.
    /// </summary>
    /// <param name="output">Where to; lines end with a line feed.</param>
    public void WritePage(TextWriter output) => ReportPage.Write(new HtmlWriter(output), Data);

    /// <summary>
    /// Writes the public notice alone as an HTML page, with names as the scheme's notice clause says. Nothing on it says more.
    /// </summary>
    /// <param name="output">Where to; lines end with a line feed.</param>
    /// <exception cref="InvalidOperationException">The scheme has no notice clause: see <see cref="HasNotice"/>.</exception>
    public void WriteNoticePage(TextWriter output) => NoticePage.Write(new HtmlWriter(output), Data);

    /// <summary>
    /// Writes a sheet for each subject to read, to sign or to contest, as one HTML page of which each prints on a page of its own: the
    /// result, and how it came about where the assessment carries its derivation.
    /// </summary>
    /// <param name="output">Where to; lines end with a line feed.</param>
    public void WriteSignaturePage(TextWriter output) => SignaturePage.Write(new HtmlWriter(output), Data);

    /// <summary>
    /// Writes the scores as an Excel workbook: a row per subject and period with the components, total, grade and rank. It carries full
    /// names.
    /// </summary>
    /// <param name="output">Where to; is left open.</param>
    public void WriteScoreSheet(Stream output) => ScoreSheet.Write(output, Data);

    /// <summary>Writes the public notice as an Excel workbook, with names as the scheme's notice clause says.</summary>
    /// <param name="output">Where to; is left open.</param>
    /// <exception cref="InvalidOperationException">The scheme has no notice clause: see <see cref="HasNotice"/>.</exception>
    public void WriteNoticeSheet(Stream output) => NoticeSheet.Write(output, Data);

    /// <summary>Whether the scheme says how results are put up for objections.</summary>
    public bool HasNotice => Data.Notice is not null;

    /// <summary>What its pages are written from.</summary>
    internal ReportData Data { get; }

    private static ReportTerms TermsOf(ReportOptions? options)
    {
        options ??= new ReportOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Derivations, nameof(options));
        return new ReportTerms(
            options.Language, options.Date, options.Contact, options.Derivations, options.Parent, options.Subjects, options.Files,
            options.Earlier);
    }
}
