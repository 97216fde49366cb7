using System.Text;
using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Data of a scheme whose years begin in July.</summary>
public sealed class YearsFromAnotherMonth : IDisposable
{
    private static readonly Scorer FromJuly = new(SchemeReader.Read(
        Encoding.UTF8.GetBytes("""
            {
              "id": "t", "version": "1", "effective": {"from": "2020-07-01"},
              "name": {"zh-Hans": "例", "en": "Example"}, "source": {"zh-Hans": "例", "en": "Example"},
              "subjects": {"kind": "member"}, "firstMonth": 7, "round": "year",
              "components": [{"id": "c", "name": {"zh-Hans": "例", "en": "Example"}, "start": 0, "minimum": 0, "maximum": null,
                "items": [{"code": "a", "name": {"zh-Hans": "例", "en": "Example"}, "effect": "add", "worth": {"value": true}}],
                "cites": {"clause": "t/c", "text": {"zh-Hans": "例", "en": "Example"}, "choice": true}}]
            }
            """),
        "t.json"));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(64)]
    public void TheYearIsTheOneThatBeginsBeforeTheEntries(int block)
    {
        Write("2026-07-01", "2026-12-31", "2027-01-01", "2027-06-30");

        var (streamed, summary) = Streamed(block, null);

        streamed.Should().Contain("m1,2026-07Y,assessed,").And.Contain(",1111").And.Be(InMemory(null));
        (summary.Year, summary.EntriesOutsideYear).Should().Be((2026, 0));
    }

    [Fact]
    public void EntriesOfTwoYearsAreTakenApart()
    {
        Write("2026-06-30", "2026-07-01", "2027-06-30", "2027-07-01");

        FluentActions.Invoking(() => Streamed(1 << 16, null)).Should().Throw<ProblemException>().WithMessage("*2025, 2026, 2027*");
        var (streamed, summary) = Streamed(1 << 16, 2026);
        streamed.Should().Contain(",110,").And.Be(InMemory(2026));
        summary.EntriesOutsideYear.Should().Be(2);
    }

    [Fact]
    public void ResultsAreNextYearsEarlierResults()
    {
        Write("2026-07-01");
        var (streamed, _) = Streamed(1 << 16, null);
        File.WriteAllText(folder.File("earlier.csv"), streamed);

        DataSetReader.Read(folder.Path, FromJuly.Versions, 2026).Earlier.Single().Period.Should().Be(Period.OfYear(2026, 7));
    }

    private void Write(params string[] days)
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind\nm1,member\n");
        var rows = days.Select((day, i) => FormattableString.Invariant($"e{i},m1,a,{day},{Math.Pow(10, i)}\n"));
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date,value\n" + string.Concat(rows));
    }

    private (string Results, RunSummary Summary) Streamed(int block, int? year)
    {
        using var text = new StringWriter();
        var summary = new ScoreRun(FromJuly, new ScoreRunOptions { Year = year, BlockBytes = block }).ScoreTo(folder.Path, text);
        return (text.ToString(), summary);
    }

    private string InMemory(int? year)
    {
        var data = DataSetReader.Read(folder.Path, FromJuly.Versions, year);
        using var text = new StringWriter();
        ResultsWriter.Write(text, FromJuly.Versions.Of(data.Year), FromJuly.Score(data.Subjects, data.Entries, data.Year));
        return text.ToString();
    }
}
