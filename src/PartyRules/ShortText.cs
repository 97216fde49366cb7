using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace PartyRules;

/// <summary>Up to fifteen ASCII characters as a value, so that a short identifier needs no string before somebody asks for it.</summary>
/// <remarks>The default value is the empty text. Immutable and thread-safe.</remarks>
internal readonly struct ShortText
{
    /// <summary>The most characters.</summary>
    public const int Capacity = 15;

    private const ulong NotAscii = 0x8080_8080_8080_8080;
    private readonly ulong head;

    /// <summary>The ninth character and those after it, and the length in the highest byte.</summary>
    private readonly ulong tail;

    private ShortText(ulong head, ulong tail) => (this.head, this.tail) = (head, tail);

    /// <summary>Takes a text over; false where it is too long or not of ASCII characters alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMake(ReadOnlySpan<byte> text, out ShortText made)
    {
        made = default;
        if (text.Length > Capacity)
            return false;
        var head = text.Length < 8 ? Start(text) : BinaryPrimitives.ReadUInt64LittleEndian(text);
        var tail = text.Length <= 8 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]) >> ((Capacity + 1 - text.Length) * 8);
        if (((head | tail) & NotAscii) != 0)
            return false;
        made = new ShortText(head, tail | ((ulong)text.Length << 56));
        return true;
    }

    /// <summary>The text.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[Capacity + 1];
        BinaryPrimitives.WriteUInt64LittleEndian(text, head);
        BinaryPrimitives.WriteUInt64LittleEndian(text[8..], tail);
        return Encoding.ASCII.GetString(text[..text[Capacity]]);
    }

    private static ulong Start(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 4)
            return BinaryPrimitives.ReadUInt32LittleEndian(text)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << ((text.Length - 4) * 8));
        var start = 0UL;
        for (var i = 0; i < text.Length; i++)
            start |= (ulong)text[i] << (i * 8);
        return start;
    }
}
