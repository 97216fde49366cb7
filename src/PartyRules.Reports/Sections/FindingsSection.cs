using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>What a person should look at.</summary>
internal sealed class FindingsSection : ISection
{
    public string Id => "findings";

    public bool IsIn(ReportData data) => OutcomesTable.Any(data, assessment => assessment.Findings);

    public void Write(HtmlWriter html, ReportData data)
    {
        html.Leaf("p", data.Words["findings.lead"], ("class", "lead"));
        OutcomesTable.Write(html, data, "findings", data.Words["findings.caption"], assessment => assessment.Findings, toDecide: false);
    }
}
