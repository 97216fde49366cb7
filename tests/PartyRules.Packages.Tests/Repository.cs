namespace PartyRules.Packages.Tests;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyRules.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
