using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Data sets whose results were worked out by hand, independently of the library.</summary>
public sealed class WorkedCases
{
    [Theory]
    [InlineData("fengxian")]
    [InlineData("yongxi")]
    public void EveryColumnIsReproduced(string id)
    {
        var expected = Rows(File.ReadAllText(Path.Combine("cases", id, "expected.csv")));
        var actual = Rows(Score(Path.Combine("cases", id), id));

        var columns = expected[0].Select(column => Array.IndexOf(actual[0], column)).ToArray();
        columns.Should().NotContain(-1);
        var compared = actual.Select(row => string.Join(',', columns.Select(column => row[column])));
        compared.Should().BeEquivalentTo(expected.Select(row => string.Join(',', row)));
    }

    [Theory]
    [InlineData("fengxian")]
    [InlineData("yongxi")]
    public void ShuffledFilesGiveTheSameBytes(string id)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "subjects.csv", "entries.csv" })
        {
            var lines = File.ReadAllLines(Path.Combine("cases", id, file));
            var shuffled = lines.Skip(1).OrderBy(line => string.Concat(line.Split(',')[0].Reverse()), StringComparer.Ordinal);
            File.WriteAllLines(folder.File(file), shuffled.Prepend(lines[0]));
        }

        Score(folder.Path, id).Should().Be(Score(Path.Combine("cases", id), id));
    }

    [Theory]
    [InlineData("fengxian")]
    [InlineData("yongxi")]
    public void DerivationsChangeNoResult(string id)
    {
        Score(Path.Combine("cases", id), id, derivations: true).Should().Be(Score(Path.Combine("cases", id), id));
    }

    [Fact]
    public void RowsComeInTheOrderOfTheSubjectsThenByPeriod()
    {
        var keys = Rows(Score(Path.Combine("cases", "yongxi"), "yongxi")).Skip(1).Take(8).Select(row => $"{row[0]} {row[1]}");

        keys.Should().Equal("v1 2026-B1", "v1 2026-B2", "v1 2026-B3", "v1 2026-B4", "v1 2026-B5", "v1 2026-B6", "v1 2026", "v2 2026-B1");
    }

    private static string Score(string folder, string id, bool derivations = false)
    {
        var scheme = BuiltInSchemes.Get(id);
        var data = DataSetReader.Read(folder, scheme);
        var results = new Scorer(scheme, new ScorerOptions { Derivations = derivations }).Score(data.Subjects, data.Entries, data.Year);
        using var text = new StringWriter();
        ResultsWriter.Write(text, scheme, results);
        return text.ToString();
    }

    private static List<string[]> Rows(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(','))];
}
