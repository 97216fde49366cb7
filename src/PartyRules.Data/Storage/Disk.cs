using Microsoft.Win32.SafeHandles;

namespace PartyRules.Data.Storage;

/// <summary>Writes to files so that every refusal of the file system is an <see cref="IOException"/>.</summary>
internal static class Disk
{
    /// <summary>Does what writes to a file.</summary>
    public static void Do(Action write)
    {
        try
        {
            write();
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    public static void Write(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(file, bytes, offset);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw TooLarge(exception);
        }
    }

    /// <summary>The runtime reports a file that outgrows what the file system allows as a wrong argument.</summary>
    private static IOException TooLarge(ArgumentOutOfRangeException exception) => new(exception.Message, exception);
}
