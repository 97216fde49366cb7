
namespace PartyRules.Architecture.Tests.Reading;

/// <summary>The repository's projects and files.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    /// <summary>The name of every project that lies in a folder of the repository.</summary>
    public static IEnumerable<string> ProjectsOf(string folder) =>
        Directory.GetFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    /// <summary>The C# files of a project, by their paths within it; what a build leaves there is none of them.</summary>
    public static IEnumerable<string> FilesOf(string project) =>
        Directory.GetFiles(PathOf(project), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(project), file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

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
