using Microsoft.Win32.SafeHandles;

namespace PartyRules.Data.Storage;

/// <summary>Chunks of bytes for many parts in one temporary file, which is gone when the process ends, however it ends.</summary>
/// <remarks>Thread-safe while chunks are added; a part is read when all are.</remarks>
internal sealed class SpillFile : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly List<(long Offset, int Length)>[] chunks;
    private long end;

    public SpillFile(string folder, int parts)
    {
        var path = Path.Combine(folder, $".partyrules-{Guid.NewGuid():N}.spill");
        handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        // A file without a name is released by the system even when the process is killed.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        chunks = new List<(long, int)>[parts];
        for (var i = 0; i < parts; i++)
            chunks[i] = [];
    }

    public void Append(int part, ReadOnlySpan<byte> chunk)
    {
        if (chunk.IsEmpty)
            return;
        var offset = Interlocked.Add(ref end, chunk.Length) - chunk.Length;
        Disk.Write(handle, chunk, offset);
        lock (chunks[part])
            chunks[part].Add((offset, chunk.Length));
    }

    public int LengthOf(int part) => checked((int)chunks[part].Sum(chunk => (long)chunk.Length));

    public void Read(int part, Span<byte> target)
    {
        foreach (var (offset, length) in chunks[part])
        {
            for (var read = 0; read < length;)
            {
                var count = RandomAccess.Read(handle, target[read..length], offset + read);
                if (count == 0)
                    throw new EndOfStreamException();
                read += count;
            }

            target = target[length..];
        }
    }

    public void Dispose() => handle.Dispose();
}
