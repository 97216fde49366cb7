using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>The whole report as one page.</summary>
internal static class ReportPage
{
    private static readonly ISection[] All =
    [
        new RoundsSection(),
        new ResultsSection(),
        new ComponentsSection(),
        new ParentsSection(),
        new NamesSection(),
        new RankingSection(),
        new FindingsSection(),
        new ProposalsSection(),
        new NoticeSection(),
        new DerivationsSection(),
        new TechnicalSection(),
    ];

    public static void Write(HtmlWriter html, ReportData data)
    {
        var sections = All.Where(section => section.IsIn(data)).ToList();
        var title = data.Words.Of("page.title", data.Scheme.Name, data.InWords(data.Year));
        Document.Write(html, data, title, "report", () => Masthead.Write(html, data), () =>
        {
            WriteContents(html, data, sections);
            foreach (var section in sections)
            {
                using (html.In("section", ("id", section.Id), ("class", section.Id), ("aria-labelledby", $"{section.Id}-h")))
                {
                    if (!section.WritesHeading)
                        html.Leaf("h2", section.Heading(data), ("id", $"{section.Id}-h"));
                    section.Write(html, data);
                }
            }
        });
    }

    private static void WriteContents(HtmlWriter html, ReportData data, List<ISection> sections)
    {
        using var nav = html.In("nav", ("class", "contents"), ("aria-label", data.Words["contents"]));
        using var list = html.In("ol");
        foreach (var section in sections)
        {
            using (html.In("li"))
                html.Leaf("a", section.Heading(data), ("href", $"#{section.Id}"));
        }
    }
}
