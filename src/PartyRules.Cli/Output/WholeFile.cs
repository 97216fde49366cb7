namespace PartyRules.Cli.Output;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>
    /// Writes to a temporary file beside the target and moves it into place at the end; on failure the target stays as it was.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = full + ".partial";
        try
        {
            using (var stream = File.Create(temporary))
                write(stream);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
