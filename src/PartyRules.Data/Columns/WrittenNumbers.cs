using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyRules.Data.Columns;

/// <summary>What came of reading a number.</summary>
/// <param name="Number">The number; null where it is none.</param>
internal readonly record struct WrittenNumber(Points? Number)
{
    /// <summary>Whether it stands before a percent sign.</summary>
    public bool IsPercentage { get; init; }

    /// <summary>Whether it is said to be of points.</summary>
    public bool IsOfPoints { get; init; }

    /// <summary>Whether it is written in another way than numbers of tables are: digits, and decimals after a point.</summary>
    public bool IsReadAs { get; init; }
}

/// <summary>
/// Reads numbers in the forms that people write, where one cannot be taken for another: with blanks around, in full width, with groups of
/// three digits, with 分 or a percent sign behind.
/// </summary>
internal static partial class WrittenNumbers
{
    private const string OfPoints = "分";

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text as it stands; not empty when it is folded.</param>
    public static WrittenNumber Read(string text)
    {
        if (Points.TryParse(text, out var plain))
            return new WrittenNumber(plain);
        if (text.Any(TurnsText))
            return default;
        var written = Folding.Fold(text).Replace('\u2212', '-');
        var isPercentage = written.EndsWith('%');
        var isOfPoints = written.EndsWith(OfPoints, StringComparison.Ordinal);
        if (isPercentage || isOfPoints)
            written = written[..^1].TrimEnd(' ');
        if (written is ['+', >= '0' and <= '9', ..])
            written = written[1..];
        if (Grouped().IsMatch(written))
            written = written.Replace(",", "", StringComparison.Ordinal);
        return new WrittenNumber(Points.TryParse(written, out var number) ? number : null)
        {
            IsPercentage = isPercentage,
            IsOfPoints = isOfPoints,
            IsReadAs = !(isPercentage && text[..^1] == written),
        };
    }

    /// <summary>A character by which a text is not what it seems to be; null for none.</summary>
    public static char? Hidden(string text)
    {
        foreach (var character in text.Trim(' '))
        {
            if (IsUnseen(character))
                return character;
        }

        return null;
    }

    /// <summary>The text with characters that nobody sees by their numbers.</summary>
    public static string Shown(string text) => text.Any(IsUnseen)
        ? string.Concat(text.Select(character => IsUnseen(character) ? $"<{Number(character)}>" : character.ToString())) : text;

    /// <summary>The number by which a character is known: <c>U+00A0</c>.</summary>
    public static string Number(char character) => $"U+{(int)character:X4}";

    private static bool IsUnseen(char character) => character is not ' '
        && (character is '\u2800' || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Whether a character lets digits be shown in another order than they stand.</summary>
    private static bool TurnsText(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Grouped();
}
