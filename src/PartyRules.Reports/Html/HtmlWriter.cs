namespace PartyRules.Reports.Html;

/// <summary>Writes HTML as it goes: every text is encoded, and every element closes where its scope ends.</summary>
/// <remarks>
/// Names of elements and attributes come from code, never from data. There is no way to write raw markup, but for the page's own style
/// sheet.
/// </remarks>
internal sealed class HtmlWriter(TextWriter output)
{
    private static readonly HashSet<string> OwnLine = new(StringComparer.Ordinal)
    {
        "head", "body", "meta", "title", "link", "style", "header", "nav", "main", "footer", "section", "div",
        "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "table", "caption", "thead", "tbody", "tr", "details", "svg",
    };

    /// <summary>Writes an element's start; its end is written when the scope is disposed of.</summary>
    public Scope In(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        return new Scope(output, name);
    }

    /// <summary>Writes an element that holds one text.</summary>
    public void Leaf(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (In(name, attributes))
            Text(text);
    }

    /// <summary>Writes an element that has no end.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(name, attributes);

    /// <summary>Writes an SVG shape, whose contents are empty.</summary>
    public void Shape(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (In(name, attributes))
        {
        }
    }

    /// <summary>Writes text.</summary>
    public void Text(string text) => SafeText.WriteEncoded(output, text);

    /// <summary>Writes a name from data, kept apart from the text around it whatever the direction it is written in.</summary>
    public void Name(string name) => Leaf("bdi", name);

    /// <summary>Writes the document's type.</summary>
    public void Doctype() => output.Write("<!doctype html>");

    /// <summary>Ends the document.</summary>
    public void End() => output.Write('\n');

    /// <summary>Writes the page's own style sheet, which is no data and is not encoded.</summary>
    public void Style(StyleSheet sheet)
    {
        output.Write("\n<style>");
        output.Write(sheet.Text);
        output.Write("</style>");
    }

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (OwnLine.Contains(name))
            output.Write('\n');
        output.Write('<');
        output.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
                continue;
            output.Write(' ');
            output.Write(attribute);
            output.Write("=\"");
            SafeText.WriteEncoded(output, value);
            output.Write('"');
        }

        output.Write('>');
    }

    /// <summary>Where an element ends.</summary>
    public readonly ref struct Scope(TextWriter output, string name)
    {
        /// <summary>Writes the end.</summary>
        public void Dispose()
        {
            output.Write("</");
            output.Write(name);
            output.Write('>');
        }
    }
}
