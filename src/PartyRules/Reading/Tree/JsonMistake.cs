using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PartyRules.Reading.Tree;

/// <summary>Says what is wrong where a document stops being JSON, to somebody who edits it by hand.</summary>
/// <remarks>The parser's own messages speak to programmers, and in English alone.</remarks>
internal ref struct JsonMistake
{
    private static readonly Dictionary<char, char> FullWidth = new()
    {
        ['，'] = ',',
        ['、'] = ',',
        ['；'] = ',',
        ['：'] = ':',
        ['“'] = '"',
        ['”'] = '"',
        ['„'] = '"',
        ['＂'] = '"',
        ['‘'] = '"',
        ['’'] = '"',
        ['｛'] = '{',
        ['｝'] = '}',
        ['［'] = '[',
        ['］'] = ']',
        ['【'] = '[',
        ['】'] = ']',
        ['。'] = '.',
        ['．'] = '.',
        ['－'] = '-',
        ['\u3000'] = ' ',
    };

    private readonly ReadOnlySpan<byte> utf8;
    private readonly int at;
    private readonly Stack<int> open;
    private int textFrom = -1;
    private int before = -1;
    private bool lastTextIsKey;

    private JsonMistake(ReadOnlySpan<byte> utf8, int at)
    {
        this.utf8 = utf8;
        this.at = Math.Min(at, utf8.Length);
        open = new Stack<int>();
        Scan();
    }

    /// <summary>The place and the problem.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="exception">What the parser said.</param>
    public static (int Offset, string Code, object[] Arguments) Find(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var at = OffsetOf(utf8, exception);
        var (code, arguments) = new JsonMistake(utf8, at).Name();
        return (Math.Min(at, utf8.Length), code, arguments);
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var start = 0;
        for (var line = 0L; line < (exception.LineNumber ?? 0); line++)
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        return start + (int)(exception.BytePositionInLine ?? 0);
    }

    /// <summary>Finds the brackets that are open at the place, the text in which it stands, and what stands before it.</summary>
    private void Scan()
    {
        for (var i = 0; i < at; i++)
        {
            var c = utf8[i];
            if (textFrom >= 0)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    textFrom = -1;
            }
            else if (c == '"')
            {
                textFrom = i;
                lastTextIsKey = Previous is '{' or ',' && open.TryPeek(out var last) && utf8[last] == '{';
            }
            else if (c is (byte)'{' or (byte)'[')
            {
                open.Push(i);
            }
            else if (c is (byte)'}' or (byte)']')
            {
                open.TryPop(out _);
            }

            if (c > ' ')
                before = Math.Min(i, at - 1);
        }
    }

    private readonly (string Code, object[] Arguments) Name()
    {
        if (textFrom >= 0)
            return InText();
        if (at == utf8.Length)
            return AtEnd();
        Rune.DecodeFromUtf8(utf8[at..], out var rune, out _);
        var c = rune.IsBmp ? (char)rune.Value : '\uFFFF';
        if (FullWidth.TryGetValue(c, out var narrow))
            return ("scheme.json-full-width", [c, narrow]);
        if (c is '/' or '#')
            return ("scheme.json-comment", []);
        if (c is '\'' or '`')
            return ("scheme.json-single-quotes", []);
        if (c is '{' or '[' && open.Count >= JsonTree.MaximumDepth)
            return ("scheme.json-too-deep", [JsonTree.MaximumDepth]);
        if (before >= 0 && open.Count == 0)
            return ("scheme.json-after-end", []);
        if (c is '}' or ']' or ',')
            return AtSign(c);
        if (c == ':')
            return ("scheme.json-colon-misplaced", []);
        if (Previous == '"' && lastTextIsKey)
            return ("scheme.json-colon-missing", []);
        if (IsInNumber(c))
            return ("scheme.json-number", []);
        if (EndsValue(Previous) && (c is '"' or '{' or '[' or '-' || char.IsAsciiLetterOrDigit(c)) && before < at - 1)
            return ("scheme.json-comma-missing", []);
        return char.IsLetter(c) ? AtWord() : ("scheme.json-character", [Written(rune)]);
    }

    private readonly char Previous => before < 0 ? '\0' : (char)utf8[before];

    private static bool EndsValue(char c) => c is '"' or '}' or ']' || char.IsAsciiLetterOrDigit(c);

    /// <summary>Whether the place is in, or starts, something that was meant as a number.</summary>
    private readonly bool IsInNumber(char c) =>
        c is '+' or '.' || (at > 0 && before == at - 1 && (char.IsAsciiDigit(Previous) || Previous is '.' or '-' or '+'));

    private readonly (string Code, object[] Arguments) InText()
    {
        if (at == utf8.Length)
            return ("scheme.json-text-not-closed", [LineOf(textFrom)]);
        if (utf8[at] < ' ')
            return ("scheme.json-text-broken", []);
        Rune.DecodeFromUtf8(utf8[at..], out var rune, out _);
        return ("scheme.json-escape", [rune.ToString()]);
    }

    private readonly (string Code, object[] Arguments) AtEnd() => open.TryPeek(out var last)
        ? ("scheme.json-not-closed", [(char)utf8[last], LineOf(last), utf8[last] == '{' ? '}' : ']'])
        : before < 0 ? ("scheme.json-empty", []) : ("scheme.json-after-end", []);

    private readonly (string Code, object[] Arguments) AtSign(char c)
    {
        if (Previous is ':' or ',' && (c == ',' || Previous == ':'))
            return ("scheme.json-value-missing", [c]);
        if (c != ',' && Previous == ',')
            return ("scheme.json-trailing-comma", [c]);
        if (!open.TryPeek(out var last))
            return ("scheme.json-after-end", []);
        if (c == ',' || (utf8[last] == '{') == (c == '}'))
            return ("scheme.json-value-missing", [c]);
        return ("scheme.json-wrong-bracket", [c, (char)utf8[last], LineOf(last), utf8[last] == '{' ? '}' : ']']);
    }

    private readonly (string Code, object[] Arguments) AtWord()
    {
        var start = at;
        while (start > 0 && char.IsAsciiLetter((char)utf8[start - 1]))
            start--;
        var text = Encoding.UTF8.GetString(utf8[start..Math.Min(start + 200, utf8.Length)]);
        var word = new string([.. text.TakeWhile(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_')]);
        var literal = Array.Find(["true", "false", "null"], known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
        return literal is not null ? ("scheme.json-lower-case", [word, literal]) : ("scheme.json-quotes-missing", [word]);
    }

    private readonly string LineOf(int offset) => (utf8[..offset].Count((byte)'\n') + 1).ToString(CultureInfo.InvariantCulture);

    private static string Written(Rune rune) =>
        Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}" : rune.ToString();
}
