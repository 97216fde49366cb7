using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PartyRules.Data.Storage;

/// <summary>
/// A file without a name, which the system releases when the process ends, however it ends, until it is given one: <c>O_TMPFILE</c> of
/// Linux.
/// </summary>
internal static class NamelessFile
{
    private const int ReadWrite = 0x2;
    private const int CloseOnExec = 0x80000;
    private const int TemporaryFile = 0x400000;
    private const int EveryoneAsMasked = 0x1B6;
    private const int WorkingFolder = -100;
    private const int FollowLink = 0x400;

    /// <summary>Opens a file in a folder; null where the system or the file system knows no such files.</summary>
    public static SafeFileHandle? Open(string folder)
    {
        var directory = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => 0x10000,
            Architecture.Arm64 => 0x4000,
            _ => 0,
        };
        if (!OperatingSystem.IsLinux() || directory == 0 || !Directory.Exists("/proc/self/fd"))
            return null;
        var file = OpenFile(Text(folder), ReadWrite | CloseOnExec | TemporaryFile | directory, EveryoneAsMasked);
        return file < 0 ? null : new SafeFileHandle(file, ownsHandle: true);
    }

    /// <summary>Gives a file its name.</summary>
    /// <exception cref="IOException">The file system refuses it.</exception>
    public static void Name(SafeFileHandle file, string path)
    {
        File.Delete(path);
        if (Link(WorkingFolder, Text($"/proc/self/fd/{file.DangerousGetHandle()}"), WorkingFolder, Text(path), FollowLink) != 0)
            throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    /// <summary>Text as the system takes it: UTF-8 with a zero at the end.</summary>
    private static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile(byte[] path, int flags, int mode);

    [DllImport("libc", EntryPoint = "linkat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(int fromFolder, byte[] from, int toFolder, byte[] to, int flags);
}
