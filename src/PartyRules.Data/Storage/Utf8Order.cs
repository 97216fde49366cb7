namespace PartyRules.Data.Storage;

/// <summary>The order of <see cref="string.CompareOrdinal(string, string)"/>, on UTF-8 bytes.</summary>
internal static class Utf8Order
{
    /// <summary>Compares two texts as their UTF-16 code blocks would compare.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length - right.Length;
        return Weight(left[common]) - Weight(right[common]);
    }

    /// <summary>Whether the bytes of a text compare like its code blocks: true below U+E000.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => !text.ContainsAnyInRange((byte)0xEE, (byte)0xFF);

    /// <summary>UTF-16 puts the surrogates of four-byte characters before U+E000, which UTF-8 starts with 0xEE.</summary>
    private static int Weight(byte lead) => lead is 0xEE or 0xEF ? lead + 0x10 : lead;
}
