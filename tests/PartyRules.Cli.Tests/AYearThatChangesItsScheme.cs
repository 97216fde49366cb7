
namespace PartyRules.Cli.Tests;

/// <summary>Several versions of one scheme are given to the tool, and each part of the year goes by its own.</summary>
public sealed class AYearThatChangesItsScheme : IDisposable
{
    private static readonly string Sample = Path.Combine(Packages.Root(), "docs", "samples", "changing-scheme");
    private static readonly string Data = Path.Combine(Sample, "data");
    private static readonly string First = Path.Combine(Sample, "village-2026.1.json");
    private static readonly string Second = Path.Combine(Sample, "village-2026.2.json");
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void EachEntryAndEachMonthGoesByTheVersionOfItsTime()
    {
        var run = ToolRun.Of("score", Data, "--scheme", First, "--scheme", Second, "--out", "-");

        run.Error.Should().BeEmpty();
        run.Output.Split('\n')[1..3].Should().Equal(
            "m1,2026,assessed,55,fair,,,,,,45,10",
            "m2,2026,assessed,65,fair,,,,,,60,5");
    }

    [Theory]
    [InlineData("2026-06-30", "62")]
    [InlineData("2026-07-01", "63")]
    public void TheDayOfTheChangeBelongsToTheNewVersion(string date, string total) =>
        Total($"e1,m1,volunteer,{date}", Second, First).Should().Be(total);

    [Theory]
    [InlineData("2026-06-30", "64", "3 * 2 = 6, at most 4 in June")]
    [InlineData("2026-07-01", "66", "3 * 3 = 9, at most 6 in July")]
    public void TheLimitOfAMonthChangesWithIt(string date, string total, string because) =>
        Total($"e1,m1,volunteer,{date}\ne2,m1,volunteer,{date}\ne3,m1,volunteer,{date}", First, Second).Should().Be(total, because);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void TheExplanationIsTheApprovedOne(string language)
    {
        var run = ToolRun.Of("explain", Data, "--scheme", First, Second, "--subject", "m1", "--lang", language);

        run.Error.Should().BeEmpty();
        ApprovedExplanations.Compare("village.m1", language, run.Output);
        var readme =
            File.ReadAllText(Path.Combine(Packages.Root(), "docs", "schemes", language == "en" ? "README.md" : "README.zh-Hans.md"));
        var shown = readme.Split('\n').Where(line => line.StartsWith("    2026-0", StringComparison.Ordinal)).ToList();
        shown.Should().HaveCount(2);
        run.Output.Split('\n').Should().Contain(shown);
    }

    [Fact]
    public void FilesAreScoredWhileTheyAreReadAndGiveTheBytesOfARunInMemory()
    {
        var (streamed, whole) = (Path.Combine(folder, "streamed.csv"), Path.Combine(folder, "whole.csv"));

        ToolRun.Of("score", Data, "--scheme", First, Second, "--out", streamed).Status.Should().Be(0);
        ToolRun.Of("score", Data, "--scheme", First, Second, "--out", whole, "--explain").Status.Should().Be(0);

        File.ReadAllText(streamed).Should().Be(File.ReadAllText(whole)).And.Contain("m1,2026,assessed,55");
    }

    [Theory]
    [InlineData("2026-06-15", 1)]
    [InlineData("2026-05-31", 1)]
    [InlineData("2026-07-01", 1)]
    public void ADayWithoutAVersionIsNamedWithItsPlaceAndTheRemedy(string date, int status)
    {
        var ended = Written("ended.json", File.ReadAllText(First)
            .Replace("\"from\": \"2026-01-01\"", "\"from\": \"2026-01-01\", \"to\": \"2026-05-31\"", StringComparison.Ordinal));
        WriteData($"e1,m1,volunteer,{date}");

        var run = ToolRun.Of("score", folder, "--scheme", ended, Second, "--lang", "en");

        run.Status.Should().Be(status);
        run.Error.Should().Contain("In force are: 2026.1 (2026-01-01 - 2026-05-31), 2026.2 (2026-07-01 - ). Add the version of that time")
            .And.StartWith(date == "2026-06-15"
                ? "entries.csv:2:17 [date]: No version of 'village' is in force on 2026-06-15"
                : "No version of 'village' is in force on 2026-06-01");
    }

    [Fact]
    public void AnItemThatANewVersionNoLongerHasIsUnknownFromItsFirstDay()
    {
        var without = Written(
            "without.json", File.ReadAllText(Second).Replace("\"code\": \"absence\"", "\"code\": \"missed\"", StringComparison.Ordinal));
        WriteData("e1,m1,absence,2026-06-30\ne2,m1,absence,2026-07-01");

        ToolRun.Of("score", folder, "--scheme", First, without, "--lang", "en").Error
            .Should().StartWith("entries.csv:3:7 [item]: The item 'absence' is unknown to the scheme.").And.Contain("1 problems");
    }

    [Fact]
    public void ABuiltInSchemeIsContinuedByAFileAndItsRoundsGoByTheirFirstDay()
    {
        var changed = Written("yongxi-2.json", ToolRun.Of("schemes", "show", "yongxi").Output
            .Replace("\"version\": \"2026.1\"", "\"version\": \"2026.2\"", StringComparison.Ordinal)
            .Replace("\"from\": \"2020-01-01\"", "\"from\": \"2026-07-01\"", StringComparison.Ordinal)
            .Replace("\"prize:600\"", "\"prize:700\"", StringComparison.Ordinal));
        var data = ToolRun.Cases("yongxi");

        var rows = ToolRun.Of("score", data, "--scheme", "yongxi", changed, "--out", "-").Output.Split('\n');
        var before = ToolRun.Of("score", data, "--scheme", "yongxi", "--out", "-").Output.Split('\n');

        string[] later = ["2026-B4", "2026-B5", "2026-B6"];
        rows.Should().Equal(before.Select(row => Array.Exists(later, round => row.Contains(round, StringComparison.Ordinal))
            ? row.Replace("prize:600", "prize:700", StringComparison.Ordinal)
            : row));
        rows.Should()
            .Contain(row => row.Contains("2026-B3,", StringComparison.Ordinal) && row.Contains("prize:600", StringComparison.Ordinal))
            .And.Contain(row => row.Contains("2026-B5,", StringComparison.Ordinal) && row.Contains("prize:700", StringComparison.Ordinal));
        ToolRun.Of("explain", data, "--scheme", "yongxi", changed, "--subject", "v1", "--lang", "en").Output.Should()
            .Contain("v1 Village 1, 2026-B3: Yongxi township red-flag rotation (yongxi 2026.1,")
                .And.Contain("v1 Village 1, 2026-B4: Yongxi township red-flag rotation (yongxi 2026.2,");
    }

    [Theory]
    [InlineData("report.html", "2026.1+2026.2")]
    [InlineData("scores.xlsx", "PK")]
    public void TheReportIsOfAllVersions(string name, string says)
    {
        var file = Path.Combine(folder, name);

        var run = ToolRun.Of("report", Data, "--scheme", First, Second, "--lang", "en", "--out", file);

        run.Error.Should().BeEmpty();
        File.ReadAllText(file).Should().Contain(says);
    }

    [Fact]
    public void TheReportOfAContestTakesEachRoundFromItsVersion()
    {
        var changed = Written("yongxi-2.json", ToolRun.Of("schemes", "show", "yongxi").Output
            .Replace("\"version\": \"2026.1\"", "\"version\": \"2026.2\"", StringComparison.Ordinal)
            .Replace("\"from\": \"2020-01-01\"", "\"from\": \"2026-07-01\"", StringComparison.Ordinal)
            .Replace("\"party-building\"", "\"party-work\"", StringComparison.Ordinal));
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        File.Copy(Path.Combine(ToolRun.Cases("yongxi"), "subjects.csv"), Path.Combine(data, "subjects.csv"));
        File.WriteAllLines(Path.Combine(data, "entries.csv"), File.ReadLines(Path.Combine(ToolRun.Cases("yongxi"), "entries.csv"))
            .Select(row => row.Contains("2026-08", StringComparison.Ordinal) || row.Contains("2026-1", StringComparison.Ordinal)
                ? row.Replace("party-building", "party-work", StringComparison.Ordinal)
                : row));
        var (page, results) = (Path.Combine(folder, "report.html"), Path.Combine(folder, "results.csv"));

        ToolRun.Of("report", data, "--scheme", "yongxi", changed, "--lang", "en", "--out", page).Error.Should().BeEmpty();
        ToolRun.Of("score", data, "--scheme", "yongxi", changed, "--out", results).Error.Should().BeEmpty();

        File.ReadAllText(page).Should().Contain("yongxi 2026.1+2026.2");
        File.ReadLines(results).First().Should().EndWith(",component.party-building").And.Contain(",component.party-work,");
        File.ReadLines(results).Should()
            .Contain(row => row.StartsWith("v1,2026-B1,", StringComparison.Ordinal) && row.EndsWith(",20", StringComparison.Ordinal))
            .And.Contain(row => row.StartsWith("v1,2026-B4,", StringComparison.Ordinal)
                && row.EndsWith(',') && row.Contains(",,,,5,15,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fengxian", "versions of one scheme")]
    [InlineData("fengxain", "Did you mean 'fengxian'?")]
    public void WhatIsNoVersionOfTheSchemeIsNamed(string other, string says)
    {
        var run = ToolRun.Of("score", Data, "--scheme", First, other, "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().Contain(says);
    }

    [Fact]
    public void TheSameVersionTwiceIsRefused() =>
        ToolRun.Of("score", Data, "--scheme", First, First, "--lang", "en").Error
            .Should().Contain("Versions 2026.1, 2026.1 of 'village' are all in force on 2026-01-01");

    private string Total(string entries, params string[] versions)
    {
        WriteData(entries);
        return ToolRun.Of(["score", folder, "--scheme", .. versions, "--out", "-"]).Output.Split('\n')[1].Split(',')[3];
    }

    private void WriteData(string entries)
    {
        Written("subjects.csv", "id,kind\nm1,member\n");
        Written("entries.csv", $"id,subject,item,date\n{entries}\n");
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
