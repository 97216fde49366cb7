namespace PartyRules.Tests;

/// <summary>The repository's files, which tests hold to each other, and into which approved texts are written.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    /// <summary>Whether what is written now is approved: then tests write it instead of comparing.</summary>
    public static bool Approves => Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1";

    /// <summary>The path of a file or folder, by its parts from the top.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "PartyRules.sln")))
            directory = directory.Parent!;
        return directory.FullName;
    }
}
