using System.Buffers;

namespace PartyRules.Data.Storage;

/// <summary>Bytes in a pooled array. Whoever holds it last disposes it.</summary>
internal sealed class Bytes(int capacity) : IDisposable
{
    private byte[] array = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; set; }

    public int Capacity => array.Length;

    public byte[] Array => array;

    public ReadOnlyMemory<byte> Memory => array.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => array.AsSpan(0, Length);

    public Span<byte> Free => array.AsSpan(Length);

    public void Append(ReadOnlySpan<byte> more)
    {
        if (Free.Length < more.Length)
            Grow(Length + more.Length);
        more.CopyTo(Free);
        Length += more.Length;
    }

    public void Append(byte more) => Append([more]);

    public void Grow(int capacity)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, checked(array.Length * 2)));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        array = larger;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(array);
        array = [];
        Length = 0;
    }
}
