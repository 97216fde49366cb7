using System.Text;

namespace PartyRules.Data.Writing;

/// <summary>Writes a text file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file beside the target and moves it into place at the end; on failure the target stays as it was.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = full + ".partial";
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" })
                write(writer);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
