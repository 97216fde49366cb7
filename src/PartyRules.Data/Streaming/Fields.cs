using System.Text;
using System.Text.Unicode;

namespace PartyRules.Data.Streaming;

/// <summary>Reads fields from UTF-8 bytes.</summary>
internal static class Fields
{
    /// <summary>Reads a date of the form <c>yyyy-MM-dd</c>.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var day))
            return false;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads what <see cref="Points.TryParse"/> reads.</summary>
    public static bool TryPoints(ReadOnlySpan<byte> text, out Points value)
    {
        if (text.Length <= 9 && TryDigits(text, out var whole))
        {
            value = whole;
            return text.Length > 0;
        }

        Span<char> characters = stackalloc char[24];
        value = default;
        return text.Length <= characters.Length && Ascii.ToUtf16(text, characters, out var count) == System.Buffers.OperationStatus.Done && Points.TryParse(characters[..count], out value);
    }

    /// <summary>Whether rows are text, as <see cref="Reading.CsvTable"/> demands of each row.</summary>
    public static bool AreText(ReadOnlySpan<byte> rows, bool areTranscoded) =>
        Utf8.IsValid(rows) && !rows.Contains((byte)0) && !(areTranscoded && rows.IndexOf(Reading.TextFile.Undecodable) >= 0);

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            var digit = c - (uint)'0';
            if (digit > 9)
                return false;
            number = (number * 10) + (int)digit;
        }

        return true;
    }
}
