using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>Reads fields from UTF-8 bytes.</summary>
internal static class Fields
{
    /// <summary>The most characters of a number that surely fits, whatever its decimals.</summary>
    private const int ShortNumber = 12;

    private static ReadOnlySpan<int> Scales => [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    /// <summary>Reads a date of the form <c>yyyy-MM-dd</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10)
            return false;

        // Each byte less what it is at least: digits become 0 to 9, hyphens 0; what is too much or too little shows in the
        // highest bit of the byte.
        var first = BinaryPrimitives.ReadUInt64LittleEndian(text) - BinaryPrimitives.ReadUInt64LittleEndian("0000-00-"u8);
        if (((first | (first + 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080) != 0)
            return false;
        int Digit(int place) => (byte)(first >> (place * 8));
        var year = (Digit(0) * 1000) + (Digit(1) * 100) + (Digit(2) * 10) + Digit(3);
        int month = (Digit(5) * 10) + Digit(6), day = TwoDigits(text[8..]);
        if (year == 0 || month is 0 or > 12 || day <= 0 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads what <see cref="Points.TryParse"/> reads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPoints(ReadOnlySpan<byte> text, out Points value)
    {
        if (text.Length <= ShortNumber && TryShort(text, out value))
            return true;
        Span<char> characters = stackalloc char[24];
        value = default;
        return text.Length <= characters.Length
            && Ascii.ToUtf16(text, characters, out var count) == System.Buffers.OperationStatus.Done
            && Points.TryParse(characters[..count], out value);
    }

    /// <summary>Reads what <see cref="TimeOfDay.TryParse"/> reads.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly time)
    {
        Span<char> characters = stackalloc char[8];
        time = default;
        return text.Length <= characters.Length
            && Ascii.ToUtf16(text, characters, out var count) == System.Buffers.OperationStatus.Done
            && TimeOfDay.TryParse(characters[..count], out time);
    }

    /// <summary>
    /// Reads digits with a point among them or without one. What is not of that form is left to the reading that knows all forms.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryShort(ReadOnlySpan<byte> text, out Points value)
    {
        var number = 0L;
        var point = -1;
        value = default;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] - (uint)'0';
            if (digit <= 9)
                number = (number * 10) + digit;
            else if (text[i] == '.' && point < 0 && i > 0)
                point = i;
            else
                return false;
        }

        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (text.IsEmpty || decimals > Points.DecimalPlaces || point == text.Length - 1)
            return false;
        value = Points.FromMillionths(number * Scales[decimals]);
        return true;
    }

    /// <summary>Whether rows are text, as <see cref="Tables.CsvTable"/> demands of each row.</summary>
    public static bool AreText(ReadOnlySpan<byte> rows, bool areTranscoded) =>
        Utf8.IsValid(rows) && !rows.Contains((byte)0) && !(areTranscoded && rows.IndexOf(TextFile.Undecodable) >= 0);

    /// <summary>The number that two digits make; negative where they are none.</summary>
    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        uint tens = text[0] - (uint)'0', ones = text[1] - (uint)'0';
        return tens > 9 || ones > 9 ? -1 : (int)((tens * 10) + ones);
    }
}
