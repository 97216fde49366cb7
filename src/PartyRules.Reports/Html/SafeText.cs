using System.Globalization;

namespace PartyRules.Reports.Html;

/// <summary>Text from data made fit to be shown: nothing in it can act, hide or turn the text around it.</summary>
internal static class SafeText
{
    /// <summary>
    /// The text with characters that nobody can see written out, such as <c>[U+202E]</c>; halves of surrogate pairs become U+FFFD.
    /// </summary>
    /// <remarks>
    /// These are controls, which HTML and spreadsheets do not allow, and direction overrides, which make a name read as another.
    /// </remarks>
    public static string Visible(string text)
    {
        var first = FirstUnfit(text, 0);
        if (first < 0)
            return text;
        var shown = new System.Text.StringBuilder(text.Length + 16);
        var done = 0;
        for (var i = first; i >= 0; i = FirstUnfit(text, done))
        {
            shown.Append(text, done, i - done);
            if (char.IsSurrogate(text[i]))
                shown.Append('\uFFFD');
            else
                shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)text[i]:X4}]");
            done = i + 1;
        }

        return shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Writes text so that none of it is markup, within an element or a quoted attribute.</summary>
    public static void WriteEncoded(TextWriter output, string text)
    {
        foreach (var c in Visible(text))
        {
            switch (c)
            {
                case '&':
                    output.Write("&amp;");
                    break;
                case '<':
                    output.Write("&lt;");
                    break;
                case '>':
                    output.Write("&gt;");
                    break;
                case '"':
                    output.Write("&quot;");
                    break;
                case '\'':
                    output.Write("&#39;");
                    break;
                default:
                    output.Write(c);
                    break;
            }
        }
    }

    private static int FirstUnfit(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (IsUnfit(text[i]))
                return i;
        }

        return -1;
    }

    private static bool IsUnfit(char c) => c switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        '\u061C' or '\u200E' or '\u200F' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        _ => char.IsSurrogate(c),
    };
}
