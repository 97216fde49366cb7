using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>What every page has around its contents.</summary>
internal static class Document
{
    public static void Write(HtmlWriter html, ReportData data, string title, string kind, Action header, Action main)
    {
        html.Doctype();
        using (html.In("html", ("lang", data.Words.Language.Code())))
        {
            using (html.In("head"))
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", StyleSheet.Own.Policy));
                html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
                html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
                html.Leaf("title", title);
                html.Void("link", ("rel", "icon"), ("href", "data:,"));
                html.Style(StyleSheet.Own);
            }

            using (html.In("body", ("class", kind)))
            {
                html.Leaf("a", data.Words["skip"], ("class", "skip"), ("href", "#main"));
                header();
                using (html.In("main", ("id", "main"), ("tabindex", "-1")))
                    main();
            }
        }

        html.End();
    }
}
