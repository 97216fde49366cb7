using Microsoft.Win32.SafeHandles;

namespace PartyRules.Data.Storage;

/// <summary>Writes a file whole or not at all: under another name, or under none where the system can, until all of it is there.</summary>
/// <remarks>
/// Of a file without a name nothing stays behind when the process is killed; one with a name is overwritten by the next run for the same
/// file. Of two runs at once for one file the one that ends last stays.
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private const int BufferSize = 1 << 16;
    private readonly string path;
    private readonly string temporary;
    private readonly SafeFileHandle? nameless;
    private bool isCommitted;

    public AtomicFile(string path)
    {
        this.path = Path.GetFullPath(path);
        temporary = this.path + ".partial";
        nameless = NamelessFile.Open(Path.GetDirectoryName(this.path)!);
        Stream = nameless is null
            ? new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize)
            : new FileStream(nameless, FileAccess.ReadWrite, BufferSize);
    }

    public FileStream Stream { get; }

    /// <summary>Forgets what was written so far.</summary>
    public void Restart() => Stream.SetLength(0);

    /// <summary>Puts the file in its place, with its content safely on the disk.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        if (nameless is not null)
            NamelessFile.Name(nameless, temporary);
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
        isCommitted = true;
    }

    public void Dispose()
    {
        try
        {
            Disk.Do(Stream.Dispose);
        }
        finally
        {
            nameless?.Dispose();
            if (!isCommitted)
                File.Delete(temporary);
        }
    }
}
