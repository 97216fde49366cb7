using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>By which text exactly the report was made, and by which codes data and programs name what it shows in words.</summary>
internal sealed class TechnicalSection : ISection
{
    public string Id => "technical";

    public bool IsIn(ReportData data) => true;

    public void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        html.Leaf("p", words["technical.lead"], ("class", "lead"));
        using (html.In("dl", ("class", "facts")))
        {
            FactList.Pair(html, words["fact.scheme"], $"{data.Scheme.Id} {data.Scheme.Version}");
            foreach (var version in data.Versions)
                FactList.Pair(html, words.Of("fact.hash", version.Version), version.ContentHash, "hash");
            foreach (var (name, hash) in data.Terms.Files)
                FactList.Pair(html, words.Of("fact.file", name), hash, "hash");
            FactList.Pair(html, words["fact.program"], words["fact.program.name"]);
            if (data.Explained.Count < data.Rows.Count)
                FactList.Pair(html, words["fact.explain"], words.Of("fact.explain.command", data.Scheme.Id), "wide");
        }

        var codes = data.Rows.SelectMany(row => row.All).SelectMany(Outcomes)
            .Select(outcome => (outcome.Code, outcome.Cites?.Clause, Name: outcome.Name.In(words.Language))).Distinct()
            .OrderBy(code => code.Code, StringComparer.Ordinal).ThenBy(code => code.Clause, StringComparer.Ordinal)
            .ThenBy(code => code.Name, StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
            return;
        IReadOnlyList<Column> columns = [new(words["code"]), new(words["clause"]), new(words["outcome"])];
        DataTable.Write(html, "technical", words["technical.caption"], columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var (code, clause, name) in codes)
            {
                using var line = html.In("tr");
                html.Leaf("th", code, ("scope", "row"));
                html.Leaf("td", clause ?? "–");
                html.Leaf("td", name);
            }
        });
    }

    private static IEnumerable<Outcome> Outcomes(Assessment assessment) =>
        assessment.Awards.Concat(assessment.Recommendations).Concat(assessment.Measures).Concat(assessment.Findings);
}
