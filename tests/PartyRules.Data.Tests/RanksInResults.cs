using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>The ranks in the further rankings of a scheme stand in tables of results, each in its own column.</summary>
public sealed class RanksInResults
{
    private static readonly Dictionary<string, string> Places = new() { ["places"] = "1" };

    [Fact]
    public void EachFurtherRankingHasItsColumn()
    {
        var scheme = SchemeReader.ReadFile(Path.Combine("samples", "ferry.json"));
        Subject Crew(string id)
        {
            return new() { Id = id, Kind = "crew", Parent = "north", Category = "day", Attributes = Places };
        }

        Entry[] entries =
        [
            new() { Id = "e1", Subject = "c1", Item = "punctual", Date = new DateOnly(2026, 1, 1), Value = 9 },
            .. Enumerable.Range(1, 3).Select(day => new Entry
            {
                Id = $"v{day}", Subject = "c2", Item = "crossing", Date = new DateOnly(2026, 2, day),
            }),
        ];
        using var text = new StringWriter();

        ResultsWriter.Write(text, scheme, new Scorer(scheme).Score([Crew("c1"), Crew("c2")], entries, 2026));

        var lines = text.ToString().Split('\n');
        lines[0].Should().Be(
            "subject,period,status,total,grade,rank,awards,recommendations,measures,findings,"
            + "rank.service,rank.crossings,component.punctuality,component.service");
        lines[1].Should().Be("c1,2026,assessed,9,good,1,first,,,fewest-crossings,,2,9,0");
        lines[2].Should().Be("c2,2026,assessed,0,good,2,pennant,rest;training,,,1,1,0,0");
    }
}
