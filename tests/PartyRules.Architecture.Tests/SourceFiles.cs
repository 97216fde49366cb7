using PartyRules.Architecture.Tests.Reading;

namespace PartyRules.Architecture.Tests;

/// <summary>What holds for every C# file.</summary>
public class SourceFiles
{
    private const int LongestLine = 140;
    private static readonly string[] Folders = ["src", "tests", "benchmarks"];

    public static TheoryData<string> Projects =>
        [.. Folders.SelectMany(folder => Repository.ProjectsOf(folder).Select(project => $"{folder}/{project}"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoLineIsOver140Characters(string project)
    {
        var tooLong = from file in Repository.FilesOf(project)
                      from line in File.ReadLines(Repository.PathOf(project, file))
                          .Select((text, index) => (text.Length, Number: index + 1))
                      where line.Length > LongestLine
                      select $"{file}:{line.Number}: {line.Length}";
        string.Join('\n', tooLong).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void AFileStandsInTheFolderOfItsNamespace(string project)
    {
        var foreign = from file in Repository.FilesOf(project)
                      let space = NamespaceOf(Repository.PathOf(project, file))
                      let expected = string.Join('.', [Path.GetFileName(project), .. file.Split('/')[..^1]])
                      where space is not null && space != expected
                      select $"{file}: {space} instead of {expected}";
        string.Join('\n', foreign).Should().BeEmpty();
    }

    /// <summary>The namespace that a file declares; null where it declares none.</summary>
    private static string? NamespaceOf(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            .Select(line => line[10..].TrimEnd(';')).FirstOrDefault();
}
