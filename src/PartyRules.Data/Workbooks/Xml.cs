using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PartyRules.Data.Workbooks;

/// <summary>What the parts of a workbook have in common.</summary>
internal static partial class Xml
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>Nothing outside a part is read, and nothing in it is expanded.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Whether the reader is at the start of an element of spreadsheets; one without a namespace is taken for one.</summary>
    public static bool IsMain(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI is Main or StrictMain or "";

    /// <summary>An attribute that is true or false, as any writer spells it.</summary>
    public static bool Flag(this XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute)?.Trim().ToUpperInvariant() is "1" or "TRUE" or "ON" or "T";

    public static string? RelationshipId(this XmlReader xml) =>
        xml.GetAttribute("id", Relationships) ?? xml.GetAttribute("id", StrictRelationships);

    /// <summary>
    /// The text of the element at which the reader is, which then is at its end: all runs, without what says how to pronounce them.
    /// </summary>
    public static string ReadRichText(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (depth, pronounced) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                pronounced += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (pronounced == 0 && xml.IsMain("t"))
                text.Append(xml.ReadText());
        }

        return Unescape(text.ToString());
    }

    /// <summary>The text within the element at which the reader is, which then is at its end.</summary>
    public static string ReadText(this XmlReader xml)
    {
        var (text, depth) = ("", xml.Depth);
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
            text += xml.Value;
        return text;
    }

    /// <summary>Puts characters in the place of how a sheet spells those that XML cannot hold.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        .ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
