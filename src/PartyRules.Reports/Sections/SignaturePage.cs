using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>A sheet for each subject to read, to sign or to contest: the result and the account of how it came about.</summary>
internal static class SignaturePage
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        var title = $"{words["sign.title"]} · {data.Scheme.Name.In(words.Language)}";
        Document.Write(html, data, title, "sign-page", () => WriteHead(html, data), () =>
        {
            for (var i = 0; i < data.Rows.Count; i++)
                WriteSheet(html, data, data.Rows[i], $"s{i + 1}");
        });
    }

    private static void WriteHead(HtmlWriter html, ReportData data)
    {
        using var header = html.In("header", ("class", "masthead"));
        html.Leaf("h1", data.Words["sign.title"]);
        html.Leaf("p", data.Words.Of("sign.lead", data.CountOf(data.Rows.Count)), ("class", "internal"));
    }

    private static void WriteSheet(HtmlWriter html, ReportData data, Row row, string id)
    {
        var words = data.Words;
        using var section = html.In("section", ("class", "sheet"), ("aria-labelledby", id));
        html.Leaf("p", data.Scheme.Name.In(words.Language), ("class", "kicker"));
        using (html.In("h2", ("id", id)))
        {
            html.Name(row.Subject.Name.Length > 0 ? row.Subject.Name : row.Subject.Id);
            if (row.Subject.Name.Length > 0)
                html.Leaf("span", row.Subject.Id, ("class", "sub"));
        }

        using (html.In("dl", ("class", "facts")))
        {
            if (row.Subject.Parent.Length > 0)
                FactList.Pair(html, words["parent"], data.NameOf(row.Subject.Parent), isFromData: true);
            FactList.Pair(html, words["fact.period"], data.InWords(row.Assessment.Period), isFromData: true);
            FactList.Pair(html, words["sign.result"], Account.ResultOf(data, row.Assessment), isFromData: true);
        }

        using (html.In("div", ("class", "account")))
        {
            foreach (var assessment in row.All.Where(assessment => assessment.Derivation is not null))
                Account.Write(html, data, assessment);
        }

        using var signature = html.In("div", ("class", "to-sign"));
        html.Leaf("p", words["sign.checked"]);
        html.Leaf("p", words["sign.agree"]);
        html.Leaf("p", words["sign.object"]);
        html.Leaf("p", words["sign.own"]);
        html.Leaf("p", words["sign.organisation"]);
    }
}
