using PartyRules.Architecture.Tests.Reading;

namespace PartyRules.Architecture.Tests;

/// <summary>The floors drawn in docs/architecture.md are those of the code: whoever knows somebody stands above them.</summary>
public class Floors
{
    private const string Source = "src";

    public static TheoryData<string> DrawnProjects => [.. Drawing.All.Select(drawing => drawing.Name).Where(name => name != Source)];

    [Fact]
    public void EveryProjectIsDrawnOnce() =>
        Drawing.All.Select(drawing => drawing.Name).Should().BeEquivalentTo([Source, .. Repository.ProjectsOf(Source)]);

    [Fact]
    public void EveryProjectHasAFloor() =>
        DrawingOf(Source).FloorOf.Keys.Should().BeEquivalentTo(Repository.ProjectsOf(Source));

    [Fact]
    public void ProjectsReferDownwardsOnly()
    {
        var drawing = DrawingOf(Source);
        var upwards = from project in drawing.FloorOf
                      from other in CompiledProject.Read(project.Key).References
                      where drawing.FloorOf.TryGetValue(other, out var floor) && floor >= project.Value
                      select $"{project.Key} -> {other}";
        upwards.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(DrawnProjects))]
    public void EveryNamespaceHasARoom(string project)
    {
        var drawing = DrawingOf(project);
        drawing.FloorOf.Keys.Should().BeEquivalentTo(CompiledProject.Read(project).Namespaces.Select(drawing.RoomOf));
    }

    [Theory]
    [MemberData(nameof(DrawnProjects))]
    public void TypesReferDownwardsOrWithinTheirRoom(string project) =>
        string.Join('\n', Breaches.Of(DrawingOf(project), CompiledProject.Read(project))).Should().BeEmpty();

    private static Drawing DrawingOf(string name) => Drawing.All.Single(drawing => drawing.Name == name);
}
