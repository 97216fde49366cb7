
namespace PartyRules.Cli.Tests;

public sealed class ReportRuns : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("fengxian", "en", "Feng County member points")]
    [InlineData("fengxian", "zh-Hans", "凤县党员积分制管理")]
    [InlineData("yongxi", "zh-Hans", "流动红旗")]
    public void ReportWritesAPageAndSaysThatItIsNotForTheBoard(string scheme, string language, string says)
    {
        var file = Path.Combine(folder, "report.html");

        var run = ToolRun.Of("report", ToolRun.Cases(scheme), "--scheme", scheme, "--lang", language, "--out", file);

        run.Error.Should().BeEmpty();
        run.Status.Should().Be(0);
        run.Output.Should().Contain(file).And.Contain("--only notice");
        File.ReadAllText(file).Should().StartWith("<!doctype html>").And.Contain(says).And.Contain("<details class=\"derivation\">");
        Directory.GetFiles(folder).Should().ContainSingle("nothing half-written is left");
    }

    [Fact]
    public void TheNoticeAloneHasDatesFromItsFirstDayAndTheContactThatWasGiven()
    {
        var file = Path.Combine(folder, "notice.html");

        ToolRun.Of("report", ToolRun.Cases("fengxian"), "--scheme", "fengxian", "--only", "notice", "--date", "2027-01-04", "--contact",
            "Room 3 <b>", "--lang", "en", "--out", file).Status.Should().Be(0);

        File.ReadAllText(file)
            .Should().Contain("2027-01-08").And.Contain("Room 3 &lt;b&gt;").And.NotContain("Member 24").And.NotContain("Barred");
    }

    [Fact]
    public void EachParentHasItsPages()
    {
        var pages = Path.Combine(folder, "pages");

        var run = ToolRun.Of(
            "report", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--each", "parent", "--lang", "en", "--out", pages);

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("index.html");
        Directory.GetFiles(pages).Select(Path.GetFileName)
            .Should().BeEquivalentTo("index.html", "1-township.html", "1-township.notice.html", "1-township.sign.html");
        var again = ToolRun.Of("report", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--each", "parent", "--lang", "en", "--out", pages);
        again.Status.Should().Be(1);
        again.Error.Should().Contain("There is something already");
    }

    [Fact]
    public void AReportNamesTheFilesItWasMadeOfByTheirHash()
    {
        var file = Path.Combine(folder, "report.html");
        ToolRun.Of("report", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--lang", "en", "--out", file).Status.Should().Be(0);

        var entries = Path.Combine(ToolRun.Cases("yongxi"), "entries.csv");
        File.ReadAllText(file).Should().Contain("entries.csv (SHA-256)")
            .And.Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(entries))));
    }

    [Fact]
    public void SeveralBranchesMakeOneReportAndOneAccount()
    {
        foreach (var branch in new[] { "east", "west" })
        {
            Directory.CreateDirectory(Path.Combine(folder, branch));
            File.WriteAllText(
                Path.Combine(folder, branch, "subjects.csv"), $"id,kind,category,employment\n{branch}-1,member,organ,in-post\n");
            File.WriteAllText(
                Path.Combine(folder, branch, "entries.csv"), $"id,subject,item,date,value\n1,{branch}-1,task.target,2026-01-10,6\n");
        }

        string[] both = [Path.Combine(folder, "west"), Path.Combine(folder, "east")];
        var page = Path.Combine(folder, "report.html");
        ToolRun.Of(["report", .. both, "--scheme", "fengxian", "--lang", "en", "--out", page]).Error.Should().BeEmpty();
        File.ReadAllText(page).Should().Contain("east-1").And.Contain("west-1").And.Contain("west/entries.csv (SHA-256)");

        var account = ToolRun.Of(["explain", .. both, "--scheme", "fengxian", "--subject", "west-1", "--lang", "en"]);
        account.Output.Should().StartWith("west-1, 2026").And.Contain("+6");
    }

    [Fact]
    public void SheetsToSignAreAPageOfTheirOwn()
    {
        var file = Path.Combine(folder, "sign.html");

        ToolRun.Of("report", ToolRun.Cases("fengxian"), "--scheme", "fengxian", "--only", "sign", "--lang", "en", "--out", file)
            .Output.Should().Contain("sheets to sign");

        File.ReadAllText(file).Should().Contain("I object, because");
    }

    [Theory]
    [InlineData("scores.xlsx")]
    [InlineData("notice.xlsx", "--only", "notice")]
    [InlineData("scores.XLSX", "--only", "scores")]
    public void SheetsAreExcelFiles(string name, params string[] more)
    {
        var file = Path.Combine(folder, name);

        ToolRun.Of(["report", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--out", file, .. more]).Status.Should().Be(0);

        File.ReadAllBytes(file).Take(2).Should().Equal((byte)'P', (byte)'K');
    }

    [Theory]
    [InlineData(2, "a page ends in .html", "--out", "report.pdf")]
    [InlineData(2, "a page ends in .html", "--out", "report.html", "--only", "scores")]
    [InlineData(2, "2027-01-04", "--out", "report.html", "--date", "4.1.2027")]
    [InlineData(2, "2027-01-04", "--out", "report.html", "--date", "2027-02-30")]
    [InlineData(2, "--derivations", "--out", "report.html", "--derivations", "-1")]
    [InlineData(2, "--out")]
    [InlineData(2, "--each", "--out", "pages", "--each", "parent", "--only", "notice")]
    [InlineData(2, "--each", "--out", "pages", "--each", "parent", "--parent", "township")]
    [InlineData(1, "township", "--out", "report.html", "--parent", "townshop")]
    public void MistakesInTheOptionsAreNamedAndNothingIsWritten(int status, string says, params string[] options)
    {
        string[] placed = [.. options.Select((option, i) => i > 0 && options[i - 1] == "--out" ? Path.Combine(folder, option) : option)];
        var run = ToolRun.Of(["report", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--lang", "en", .. placed]);

        run.Status.Should().Be(status);
        run.Error.Should().ContainEquivalentOf(status == 2 && says.StartsWith('a') ? ".html" : says);
        Directory.GetFiles(folder).Should().BeEmpty();
    }

    [Fact]
    public void EarlierResultsOfTheSchemeShowHowTotalsMoved()
    {
        foreach (var file in Directory.GetFiles(ToolRun.Cases("fengxian"), "*.csv"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder, "earlier.csv"), "scheme,subject,period,total,grade,rank\nfengxian,m24,2025,90,excellent,\n");
        var page = Path.Combine(folder, "report.html");

        ToolRun.Of("report", folder, "--scheme", "fengxian", "--lang", "en", "--out", page).Error.Should().BeEmpty();

        File.ReadAllText(page).Should().Contain("Against earlier total").And.Contain("<span class=\"vh\">up</span> 5</span>", "m24 has 95");
    }

    [Fact]
    public void ANoticeNeedsAClauseInTheScheme()
    {
        File.WriteAllText(Path.Combine(folder, "subjects.csv"), "id,kind\nm1,member\n");
        File.WriteAllText(Path.Combine(folder, "entries.csv"), "id,subject,item,date\ne1,m1,absent,2026-01-10\n");

        var run = ToolRun.Of(
            "report", folder, "--scheme", "haizhou", "--only", "notice", "--lang", "en", "--out", Path.Combine(folder, "notice.html"));

        run.Status.Should().Be(1);
        run.Error.Should().Contain("Add a clause 'notice'");
        File.Exists(Path.Combine(folder, "notice.html")).Should().BeFalse();
    }
}
