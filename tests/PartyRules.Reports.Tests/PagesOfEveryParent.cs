using PartyRules.Results;

namespace PartyRules.Reports.Tests;

/// <summary>The pages of every branch in one go.</summary>
public sealed class PagesOfEveryParent : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void EveryParentHasItsPagesAndTheIndexLeadsToThem()
    {
        var folder = Path.Combine(home, "pages");

        ParentReports.Write(folder, Sample.Members, Sample.Year, Of("b1", "b/2", "", "b1"), Sample.In(Language.English)).Should().Be(3);

        var index = Sample.Parsed(File.ReadAllText(Path.Combine(folder, "index.html")));
        var links = index.QuerySelectorAll("a[href$='.html']").Select(link => link.GetAttribute("href")!).ToList();
        links.Should().HaveCount(9).And.OnlyContain(link => File.Exists(Path.Combine(folder, Uri.UnescapeDataString(link))));
        Directory.GetFiles(folder).Should().HaveCount(10);
        index.QuerySelectorAll("tbody th").Select(name => name.TextContent).Should().Equal("Without an organisation", "b/2", "b1");
        File.ReadAllText(Path.Combine(folder, "3-b1.html")).Should().Contain("Member 1").And.Contain("Member 4").And.NotContain("Member 2");
        Sample.Parsed(File.ReadAllText(Path.Combine(folder, "3-b1.sign.html"))).QuerySelectorAll(".sheet").Should().HaveCount(2);
        Directory.GetFileSystemEntries(home).Should().ContainSingle("nothing half-written is left");
    }

    [Fact]
    public void TheOrderOfTheResultsMakesNoDifference()
    {
        var results = Of("b2", "b1", "b1");
        ParentReports.Write(Path.Combine(home, "a"), Sample.Members, Sample.Year, results, Sample.In(Language.English));
        ParentReports.Write(Path.Combine(home, "b"), Sample.Members, Sample.Year, [.. results.Reverse()], Sample.In(Language.English));

        foreach (var file in Directory.GetFiles(Path.Combine(home, "a")))
            File.ReadAllText(Path.Combine(home, "b", Path.GetFileName(file))).Should().Be(File.ReadAllText(file));
    }

    [Fact]
    public void AFolderThatHoldsSomethingIsLeftAsItIs()
    {
        File.WriteAllText(Path.Combine(home, "kept.txt"), "kept");

        var write = () => ParentReports.Write(home, Sample.Members, Sample.Year, Of("b1"), Sample.In(Language.English));

        write.Should().Throw<IOException>();
        Directory.GetFiles(home).Should().ContainSingle();
    }

    [Fact]
    public void OneParentIsNotAllParents()
    {
        var write = () => ParentReports.Write(
            Path.Combine(home, "x"), Sample.Members, Sample.Year, Of("b1"), Sample.In(Language.English) with { Parent = "b1" });

        write.Should().Throw<ArgumentException>();
    }

    private static IReadOnlyList<Assessment> Of(params string[] parents)
    {
        var members = parents.Select((parent, i) => Sample.Member($"m{i + 1}", $"Member {i + 1}", parent: parent)).ToList();
        return Sample.Scored(Sample.Members, members, members.SelectMany(member => Sample.Tasks(member.Id, 12, 5)));
    }
}
