using System.Buffers;
using System.Globalization;
using System.Text;

namespace PartyRules.Data.Columns;

/// <summary>
/// Makes texts that only look different the same, before they identify anything: composes characters (NFC), turns full-width letters,
/// digits and signs into ordinary ones, drops characters that nobody sees, turns blanks of every kind into spaces, and takes those at both
/// ends away.
/// </summary>
internal static class Folding
{
    private const int FullWidthOffset = 0xFF01 - '!';
    private static readonly SearchValues<char> Simple = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>The text that identifies.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var character in Composed(text))
        {
            if (IsBlank(character))
                folded.Append(' ');
            else if (character is >= '\uFF01' and <= '\uFF5E')
                folded.Append((char)(character - FullWidthOffset));
            else if (!IsInvisible(character))
                folded.Append(character);
        }

        return folded.ToString().Trim(' ');
    }

    /// <summary>Whether a text of plain visible characters is as it is without looking further.</summary>
    public static bool IsFolded(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is not ((>= '!' and <= '~') or (>= '\u4E00' and <= '\u9FFF')))
                return false;
        }

        return true;
    }

    /// <summary>Whether UTF-8 text is as folding leaves it.</summary>
    public static bool IsFolded(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0)
            return true;
        var decoded = Encoding.UTF8.GetString(text);
        return string.Equals(Fold(decoded), decoded, StringComparison.Ordinal);
    }

    /// <summary>
    /// What remains of a text that is compared with others that look like it: no case, no blanks, no dashes, dots or strokes.
    /// </summary>
    public static string Skeleton(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Simple) < 0)
            return text;
        var skeleton = new StringBuilder(text.Length);
        foreach (var character in Fold(text))
        {
            if (character != ' ' && !IsJoint(character))
                skeleton.Append(char.ToLowerInvariant(character));
        }

        return skeleton.Length == 0 ? text : skeleton.ToString();
    }

    private static bool IsJoint(char character) => CharUnicodeInfo.GetUnicodeCategory(character) is
        UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation || character is '.' or '/' or '·' or '•' or '・';

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair has no composed form.
            return text;
        }
    }

    private static bool IsBlank(char character) => character is '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029'
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator;

    private static bool IsInvisible(char character) => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format
        || character is (>= '\uFE00' and <= '\uFE0F') or '\u034F' or '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u17B4' or '\u17B5';
}
