using System.Text;

namespace PartyRules.Data.Storage;

/// <summary>Writes a file whole or not at all: into a temporary file beside it that is moved into place at the end.</summary>
/// <remarks>
/// What a killed process left behind is overwritten by the next run for the same file; two runs at once for one file are refused.
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private bool isCommitted;

    public AtomicFile(string path)
    {
        this.path = Path.GetFullPath(path);
        temporary = this.path + ".partial";
        Stream = new FileStream(temporary,
            new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 });
    }

    public FileStream Stream { get; }

    /// <summary>Writes text: UTF-8 without a byte order mark.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        using var file = new AtomicFile(path);
        using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16,
            leaveOpen: true)
        { NewLine = "\n" })
            write(writer);
        file.Commit();
    }

    /// <summary>Forgets what was written so far.</summary>
    public void Restart() => Stream.SetLength(0);

    /// <summary>Puts the file in its place, with its content safely on the disk.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
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
            if (!isCommitted)
                File.Delete(temporary);
        }
    }
}
