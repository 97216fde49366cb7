namespace PartyRules.Data.Tests;

/// <summary>The tests in the repository, where approved texts are written.</summary>
internal static class Sources
{
    public static string Folder { get; } = Path.Combine(Root(), "tests", "PartyRules.Data.Tests");

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "PartyRules.sln")))
            directory = directory.Parent!;
        return directory.FullName;
    }
}
