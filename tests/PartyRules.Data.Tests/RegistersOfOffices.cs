using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>
/// Tables as offices keep them, each with something unusual about it: the points are the right ones, or the table is refused in words that
/// say what to do, in both languages; and what is given without effect is said. To approve what is said now, run the tests with
/// PARTYRULES_APPROVE=1, and read the texts.
/// </summary>
public sealed class RegistersOfOffices
{
    private const string Right = "001=27 002=19 003=25";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories("registers").Select(folder => Path.GetFileName(folder)!).Where(name => name != "schemes")
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatComesOfEachIsAsApproved(string name)
    {
        var told = Told(name);
        var file = Path.Combine(Sources.Folder, "registers", name, "approved.txt");
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            File.WriteAllText(file, told);
        told.Should().Be(File.ReadAllText(file));
    }

    [Theory]
    [InlineData("blank-first-row")]
    [InlineData("title")]
    [InlineData("title-csv")]
    [InlineData("title-merged")]
    [InlineData("comma-rows-csv")]
    [InlineData("total")]
    [InlineData("footer")]
    [InlineData("date-cn")]
    [InlineData("date-dot")]
    [InlineData("date-nyr")]
    [InlineData("date-slash")]
    [InlineData("datetime-cell")]
    [InlineData("value-fen")]
    [InlineData("merge-branch")]
    [InlineData("merge-prefixed")]
    [InlineData("cn-filenames")]
    [InlineData("xls")]
    [InlineData("paren")]
    [InlineData("xuhao")]
    [InlineData("name")]
    [InlineData("noid")]
    [InlineData("1904-plain")]
    [InlineData("1904-single")]
    [InlineData("1904-blank")]
    [InlineData("builtin-31")]
    [InlineData("builtin-57")]
    [InlineData("merge-second")]
    [InlineData("fullwidth-entry")]
    [InlineData("zero-format")]
    [InlineData("value-fwdigits")]
    [InlineData("value-nbsp")]
    [InlineData("sheets-entries")]
    [InlineData("first-sheet-hidden")]
    [InlineData("one-file")]
    [InlineData("hidden-rows")]
    [InlineData("ending-in-capitals")]
    [InlineData("file-named-as-a-copy")]
    [InlineData("trailing-commas")]
    [InlineData("percent-cell", "001=19 002=20 003=19")]
    [InlineData("dup-entry", "001=29 002=19 003=25")]
    [InlineData("dup-name", Right + " 004=20")]
    [InlineData("total-below-zero", "m1=-0.5 m2=0.5")]
    [InlineData("parquet-double-small", "m1=0.000025")]
    [InlineData("parquet-small-integers", "7=5")]
    [InlineData("earlier-ids-with-signs", "+8613800000001=11 -7=11 =1+1=11 @wx1=11 m1=11 q=11")]
    public void TheTotalsAreRight(string name, string totals = Right) =>
        string.Join(' ', Results(name).Select(row => $"{row[0]}={row[3]}")).Should().Be(totals);

    [Theory]
    [InlineData("parent-党支部", "1 2 1 2")]
    [InlineData("parent-所属支部", "1 2 1 2")]
    [InlineData("parent-单位", "1 2 1 2")]
    [InlineData("branch-blank-ranking", "1 2")]
    public void TheRanksAreThoseWithinEachBranch(string name, string ranks) =>
        string.Join(' ', Results(name).Select(row => row[5])).Should().Be(ranks);

    [Fact]
    public void TheGradesOfTheYearBeforeGiveTheRecommendationsOfTheCounty() =>
        Results("prev-grade-heading").Count(row => row[7].Contains("county-awards", StringComparison.Ordinal)).Should().Be(94);

    [Theory]
    [InlineData("one-id-in-seven-spellings", "data.duplicate-id")]
    [InlineData("id18-number", "data.lost-digits")]
    [InlineData("id18-number-entries-only", "data.lost-digits")]
    [InlineData("two-ids-of-18-digits", "data.lost-digits")]
    [InlineData("parquet-ids-as-doubles", "data.lost-digits")]
    [InlineData("parquet-float", "data.lost-digits")]
    [InlineData("html-xls", "data.no-workbook")]
    [InlineData("empty", "data.no-content")]
    [InlineData("encrypted", "data.old-damaged")]
    [InlineData("extra", "data.other-name")]
    [InlineData("wide", "data.wide")]
    [InlineData("wide-tworow", "data.wide")]
    [InlineData("serial-csv", "data.date-number")]
    [InlineData("fullwidth-comma", "data.separator")]
    [InlineData("value-on-each", "fact.value-unused")]
    [InlineData("formula-na", "data.cell-error")]
    [InlineData("vlookup-nocache", "data.no-result")]
    [InlineData("factor-column-missing", "data.needed-column")]
    [InlineData("factor-column-misspelt", "data.unknown-column")]
    [InlineData("more-than-a-thousand-names", "data.too-many-columns")]
    [InlineData("without-parent", "fact.parent-missing")]
    [InlineData("earlier-result-twice", "data.duplicate-result")]
    [InlineData("earlier-column-misspelt", "data.unknown-column")]
    public void WhatCannotBeKnownIsRefused(string name, string code) =>
        FluentActions.Invoking(() => Results(name)).Should().Throw<ProblemException>().Which.Problems
            .Where(problem => problem.Occurrences > 0).Should().AllSatisfy(problem => problem.Code.Should().Be(code));

    private static string Told(string name)
    {
        var told = new StringBuilder();
        foreach (var language in new[] { Language.English, Language.ChineseSimplified })
        {
            try
            {
                using var results = new StringWriter();
                var summary = Run(name).ScoreTo(Folder(name), results);
                told.Append(language == Language.English && summary.Results <= 10 ? results.ToString() : "");
                foreach (var notice in summary.Notices)
                    told.Append(notice.ToText(language)).Append('\n');
            }
            catch (ProblemException exception)
            {
                foreach (var problem in exception.Problems)
                    told.Append(problem.ToText(language)).Append('\n');
            }
        }

        return told.ToString();
    }

    private static List<string[]> Results(string name)
    {
        using var results = new StringWriter();
        Run(name).ScoreTo(Folder(name), results);
        return [.. results.ToString().Split('\n').Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Replace("\"'", "").Replace("\"", "").Split(','))];
    }

    private static ScoreRun Run(string name) => new(new Scorer(SchemeOf(name)), new ScoreRunOptions { Year = 2026 });

    private static Scheme SchemeOf(string name)
    {
        var own = Path.Combine(Folder(name), "scheme.json");
        var shared = name switch
        {
            "prev-grade-heading" => null,
            "percent-cell" => "pct",
            "branch-blank-ranking" => "linhe",
            _ when name.StartsWith("1904-", StringComparison.Ordinal) => "reg20",
            _ when name.StartsWith("parent-", StringComparison.Ordinal) => "linhe",
            _ => "reg",
        };
        return File.Exists(own) ? SchemeReader.ReadFile(own)
            : shared is null ? BuiltInSchemes.Get("fengxian")
            : SchemeReader.ReadFile(Path.Combine("registers", "schemes", shared + ".json"));
    }

    private static string Folder(string name) => Path.Combine("registers", name);
}
