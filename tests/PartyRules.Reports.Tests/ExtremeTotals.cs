using PartyRules.Data.Samples;
using PartyRules.Results;

namespace PartyRules.Reports.Tests;

/// <summary>Totals as far apart as points can be are drawn like any others.</summary>
public sealed class ExtremeTotals
{
    [Fact]
    public void TheLineOfAVillagesRoundsGoesFromTheTopToTheBottom()
    {
        var results = Sample.Scored(Sample.Villages, SampleTownship.Subjects(8), SampleTownship.Entries(8, 2026, Sample.Year));
        var rounds = results.Where(result => result.Period.Kind != PeriodKind.Year && result.Total is not null).ToList();
        var (first, second) = (rounds[0], rounds.Skip(1).First(round => round.Subject == rounds[0].Subject));

        Assessment Extreme(Assessment result) =>
            result == first ? With(result, Points.MaxValue) : result == second ? With(result, -Points.MaxValue) : result;
        var report = new Report(Sample.Villages, Sample.Year, results.Select(Extreme), Sample.In(Language.English));

        var page = Sample.Parsed(report.Page());

        var heights = page.QuerySelectorAll("svg.spark circle").Select(circle => circle.GetAttribute("cy")).ToList();
        heights.Should().Contain("4").And.Contain("20").And.Contain("12");
    }

    private static Assessment With(Assessment result, Points total) => new()
    {
        Subject = result.Subject,
        Period = result.Period,
        Scheme = result.Scheme,
        Status = result.Status,
        Components = result.Components,
        Total = total,
        Grade = result.Grade,
        Rank = result.Rank,
        Derivation = result.Derivation,
    };
}
