using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>Awards, recommendations and measures that people decide on.</summary>
internal sealed class ProposalsSection : ISection
{
    private static readonly (string Key, Func<Assessment, IEnumerable<Outcome>> Which)[] Kinds =
    [
        ("awards", assessment => assessment.Awards),
        ("recommendations", assessment => assessment.Recommendations),
        ("measures", assessment => assessment.Measures),
    ];

    public string Id => "proposals";

    public bool IsIn(ReportData data) => Kinds.Any(kind => OutcomesTable.Any(data, kind.Which));

    public void Write(HtmlWriter html, ReportData data)
    {
        using (html.In("div", ("class", "note"), ("role", "note")))
            html.Leaf("p", data.Words["proposals.lead"]);
        foreach (var (key, which) in Kinds.Where(kind => OutcomesTable.Any(data, kind.Which)))
        {
            html.Leaf("h3", data.Words[key]);
            OutcomesTable.Write(html, data, key, data.Words.Of("proposals.caption", data.Words[key]), which, toDecide: true);
        }
    }
}
