using PartyRules.Data.Samples;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

public sealed class SampleData
{
    [Theory]
    [InlineData("county")]
    [InlineData("township")]
    public void TheSamplesInTheDocsAreWhatTheGeneratorMakes(string sample)
    {
        using var folder = new TemporaryFolder();
        if (sample == "county")
            DataSetWriter.Write(folder.Path, SampleCounty.Subjects(200, 2026), SampleCounty.Entries(200, 2026, 2026));
        else
            DataSetWriter.Write(folder.Path, SampleTownship.Subjects(8), SampleTownship.Entries(8, 2026, 2026));

        foreach (var file in new[] { "subjects.csv", "entries.csv" })
            File.ReadAllText(folder.File(file)).Should().Be(File.ReadAllText(Path.Combine("samples", sample, file)));
    }

    [Theory]
    [InlineData("county", "fengxian")]
    [InlineData("township", "yongxi")]
    public void TheSamplesAreReadWithoutProblems(string sample, string scheme) =>
        DataSetReader.Read(Path.Combine("samples", sample), BuiltInSchemes.Get(scheme)).Year.Should().Be(2026);

    [Theory]
    [InlineData(1, "m0000001")]
    [InlineData(9_999_999, "m0000001")]
    [InlineData(10_000_000, "m00000001")]
    public void HoweverManyMembersThereAreTheirIdentifiersAreInOrder(int members, string first) =>
        SampleCounty.Subjects(members, 1).First().Id.Should().Be(first);

    [Fact]
    public void AnEarlierResultStaysWhereWritingFails()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("results.csv");
        File.WriteAllText(path, "earlier");

        FluentActions.Invoking(() => ResultsWriter.Write(path, BuiltInSchemes.Get("fengxian"), Failing())).Should()
            .Throw<InvalidOperationException>();

        File.ReadAllText(path).Should().Be("earlier");
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public void AFormulaInAnIdIsWrittenAsText()
    {
        var scheme = BuiltInSchemes.Get("fengxian");
        var member = new Subject { Id = "=1+1", Kind = "member", Category = "organ", Employment = "in-post" };
        using var text = new StringWriter();

        ResultsWriter.Write(text, scheme, new Scorer(scheme).Score([member], [], 2026));

        text.ToString().Split('\n')[1].Should().StartWith("\"'=1+1\",2026,assessed,20,");
    }

    private static IEnumerable<Results.Assessment> Failing()
    {
        yield return new Scorer(BuiltInSchemes.Get("fengxian"))
            .Score([new Subject { Id = "m", Kind = "member", Category = "organ", Employment = "in-post" }], [], 2026)[0];
        throw new InvalidOperationException("The disk is full.");
    }
}
