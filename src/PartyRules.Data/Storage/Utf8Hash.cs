using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PartyRules.Data.Storage;

/// <summary>A 64-bit hash of bytes, the same in every run: multiplies and folds eight bytes at a time.</summary>
internal static class Utf8Hash
{
    public const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xE7037ED1A0B428DB;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = First ^ (ulong)text.Length;
        if (text.Length < 8)
            return Fold(Fold(hash ^ Short(text), Second), First);
        var last = MemoryMarshal.Read<ulong>(text[^8..]);
        for (; text.Length > 8; text = text[8..])
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(text), Second);
        return Fold(Fold(hash ^ last, Second), First);
    }

    /// <summary>All bytes of a text of less than eight, some of them twice.</summary>
    public static ulong Short(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 4)
            return MemoryMarshal.Read<uint>(text) | ((ulong)MemoryMarshal.Read<uint>(text[^4..]) << 32);
        return text.IsEmpty ? 0 : text[0] | ((ulong)text[text.Length / 2] << 8) | ((ulong)text[^1] << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ BitOperations.RotateLeft(low, 1);
    }
}
