using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>A part of the report's page.</summary>
internal interface ISection
{
    /// <summary>The anchor, and the key of the heading's text.</summary>
    string Id { get; }

    /// <summary>Whether there is anything to say.</summary>
    bool IsIn(ReportData data);

    /// <summary>The heading.</summary>
    string Heading(ReportData data) => data.Words[$"section.{Id}"];

    /// <summary>Whether the section writes its heading itself.</summary>
    bool WritesHeading => false;

    /// <summary>Writes what stands under the heading.</summary>
    void Write(HtmlWriter html, ReportData data);
}
