using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace PartyRules.Data.Workbooks;

/// <summary>An Excel workbook, read as XML: its parts are found by their relationships, whatever they are called.</summary>
/// <remarks>ISO/IEC 29500, transitional and strict. Not thread-safe.</remarks>
internal sealed class Workbook : Book
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> texts = [];
    private readonly Dictionary<int, string> customFormats = [];
    private readonly List<NumberFormat> formats = [];
    private readonly List<SheetInfo> sheets = [];

    /// <summary>Opens a workbook and reads what its sheets share.</summary>
    /// <exception cref="InvalidDataException">It is no workbook.</exception>
    /// <exception cref="XmlException">A part is not well formed.</exception>
    public Workbook(string path)
    {
        zip = ZipFile.OpenRead(path);
        try
        {
            foreach (var part in zip.Entries)
                parts.TryAdd(part.FullName.Replace('\\', '/').TrimStart('/'), part);
            var book = RelationshipsOf("").FirstOrDefault(relationship => relationship.Is("officeDocument"))?.Target
                ?? throw new InvalidDataException("officeDocument");
            var related = RelationshipsOf(book);
            foreach (var styles in related.Where(relationship => relationship.Is("styles")))
                ReadStyles(styles.Target);
            foreach (var shared in related.Where(relationship => relationship.Is("sharedStrings")))
                ReadTexts(shared.Target);
            ReadBook(book, related);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<SheetInfo> Sheets => sheets;

    public override SheetRows Open(SheetInfo sheet) => new SheetReader(OpenPart(sheet.Part), this);

    public override long SizeOf(SheetInfo sheet) => parts.TryGetValue(sheet.Part, out var part) ? part.Length : 0;

    /// <summary>A text that cells share.</summary>
    public string TextAt(int index) =>
        index >= 0 && index < texts.Count ? texts[index] : throw new InvalidDataException($"sharedStrings[{index}]");

    /// <summary>The number format of a style.</summary>
    public NumberFormat FormatOf(int style) => style >= 0 && style < formats.Count ? formats[style] : NumberFormat.General;

    public override void Dispose() => zip.Dispose();

    private XmlReader OpenPart(string name)
    {
        var part = parts.GetValueOrDefault(name) ?? throw new InvalidDataException(name);
        return XmlReader.Create(part.Open(), Xml.Settings);
    }

    private List<Relationship> RelationshipsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        var found = new List<Relationship>();
        if (!parts.ContainsKey(name))
            return found;
        using var xml = OpenPart(name);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("TargetMode") == "External")
                continue;
            var target = xml.GetAttribute("Target") ?? "";
            found.Add(new Relationship(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, target)));
        }

        return found;
    }

    /// <summary>The part that a relationship names: from the root, or beside the part that names it.</summary>
    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not ("" or "." or ".."))
                path.Add(Uri.UnescapeDataString(step));
        }

        return string.Join('/', path);
    }

    private void ReadBook(string book, List<Relationship> related)
    {
        var byId = related.DistinctBy(relationship => relationship.Id)
            .ToDictionary(relationship => relationship.Id, StringComparer.Ordinal);
        using var xml = OpenPart(book);
        while (xml.Read())
        {
            if (xml.IsMain("workbookPr"))
                IsFrom1904 = xml.Flag("date1904");
            else if (xml.IsMain("sheet") && byId.TryGetValue(xml.RelationshipId() ?? "", out var relationship)
                && relationship.Is("worksheet"))
                sheets.Add(new SheetInfo(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden",
                    relationship.Target));
        }
    }

    private void ReadTexts(string part)
    {
        using var xml = OpenPart(part);
        while (xml.Read())
        {
            if (xml.IsMain("si"))
                texts.Add(xml.ReadRichText());
        }
    }

    private void ReadStyles(string part)
    {
        using var xml = OpenPart(part);
        var isAmongCells = false;
        while (xml.Read())
        {
            if (xml.IsMain("numFmt") && xml.GetAttribute("formatCode") is { } code)
                customFormats.TryAdd(Number(xml, "numFmtId"), code);
            else if (xml.LocalName == "cellXfs")
                isAmongCells = xml.NodeType == XmlNodeType.Element;
            else if (isAmongCells && xml.IsMain("xf"))
                formats.Add(FormatOf(xml));
        }
    }

    private NumberFormat FormatOf(XmlReader xml)
    {
        var id = Number(xml, "numFmtId");
        return customFormats.TryGetValue(id, out var code) ? NumberFormat.Parse(code) : NumberFormat.BuiltIn(id);
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed record Relationship(string Id, string Type, string Target)
    {
        /// <summary>Whether it is of a kind; the transitional and the strict form end alike.</summary>
        public bool Is(string kind) => Type.EndsWith("/" + kind, StringComparison.Ordinal);
    }
}
