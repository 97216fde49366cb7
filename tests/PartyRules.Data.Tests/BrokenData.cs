using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;

namespace PartyRules.Data.Tests;

/// <summary>Each mistake in a data set gives one line that names file, line, column and remedy, in both languages.</summary>
public sealed class BrokenData
{
    private const string Subjects = "id,name,kind,parent,category,employment,previousGrade\nm1,One,member,b1,organ,in-post,\n";
    private const string Entries = "id,subject,item,date,value,level,ref,note\ne1,m1,task.target,2026-01-25,6,,,\n";

    [Theory]
    [InlineData("unknown item", "task.target", "task.targt",
        "entries.csv:2:7 [item]: The item 'task.targt' is unknown to the scheme. Did you mean 'task.target'?")]
    [InlineData("bad number", ",6,", ",six,", "entries.csv:2:30 [value]: 'six' is not a number*")]
    [InlineData("too many decimals", ",6,", ",6.1234567,", "entries.csv:2:30 [value]: '6.1234567' is not a number*six decimals*")]
    [InlineData("negative number", ",6,", ",-6,", "entries.csv:2:30 [value]: A value is a magnitude*minus sign*")]
    [InlineData("missing value", ",6,", ",,", "entries.csv:2:30 [value]: The item 'task.target' needs a value*")]
    [InlineData("bad date", "2026-01-25", "2026-02-30", "entries.csv:2:19 [date]: '2026-02-30' is a day that never comes*")]
    [InlineData("unknown subject", "e1,m1", "e1,m11",
        "entries.csv:2:4 [subject]: 'm11' is no subject of subjects.csv. Did you mean 'm1'?")]
    [InlineData("unknown level", ",6,,", ",6,cuonty,",
        "entries.csv:2:32 [level]: 'cuonty' is unknown to the scheme. Did you mean 'county'?")]
    [InlineData("missing column", "item,date", "date", "entries.csv:1:1: The column 'item' (or: 项目, 积分项目, *) is missing*")]
    [InlineData("misspelt column", "level,ref", "levle,ref", "entries.csv:1:1: The column 'levle' is unknown. Did you mean 'level'?")]
    [InlineData("too many fields", ",6,,,", ",6,,,,x", "entries.csv:2:1: The row has 9 fields*8 columns*")]
    [InlineData("unclosed quote", ",6,,,", ",6,,,\"never closed", "entries.csv:2:1: A quote is not closed*")]
    [InlineData("empty id", "e1,m1", ",m1", "entries.csv:2:1 [id]: 'id' is empty*")]
    [InlineData("empty file", Entries, "", "entries.csv:1:1: The file is empty*subject,item,date*")]
    public void EachMistakeInEntriesIsOneLine(string situation, string right, string wrong, string expected) =>
        Lines(Subjects, Entries.Replace(right, wrong)).Should().ContainSingle(situation).Which.Should().Match(expected);

    [Theory]
    [InlineData("unknown category", "organ", "orgen",
        "subjects.csv:2:18 [category]: 'orgen' is unknown to the scheme. Did you mean 'organ'?")]
    [InlineData("missing employment", "in-post", "",
        "subjects.csv:2:24 [employment]: The employment is missing. Give one of: in-post, no-post.")]
    [InlineData("unknown grade", "in-post,", "in-post,good", "subjects.csv:2:32 [previousGrade]: 'good' is unknown*excellent*")]
    [InlineData("missing column", "category,employment", "employment", "subjects.csv:1:1: The column 'category' (or: 类别) is missing*")]
    public void EachMistakeInSubjectsIsNamed(string situation, string right, string wrong, string expected) =>
        Lines(Subjects.Replace(right, wrong), Entries).Should().Contain(line => Matches(line, expected), situation);

    [Fact]
    public void ADuplicateIdNamesTheFirstLine() =>
        Lines(Subjects, Entries + "e1,m1,task.unit,2026-02-25,6,,,\n").Should()
            .Equal("entries.csv:3:1 [id]: The id 'e1' already stands in line 2. Give each row its own.");

    [Fact]
    public void ManyMistakesOfOneKindAreOneWithTheirCountAndPlaces()
    {
        var lines = Lines(Subjects,
            Entries + string.Concat(Enumerable.Range(2, 2500).Select(i => $"e{i},m9,task.target,2026-01-05,6,,,\n")));

        lines.Should().ContainSingle().Which.Should().Be("entries.csv:3:4 [subject]: 'm9' is no subject of subjects.csv. Did you mean 'm1'?"
            + " (2500 of this kind, also line 4, line 5, …)");
    }

    [Fact]
    public void LinesAreCountedThroughQuotedLineBreaks() =>
        Lines(Subjects, Entries.Replace(",6,,,", ",6,,,\"two\nlines\"") + "e2,m1,task.unit,2026-02-29,6,,,\n").Should()
            .ContainSingle().Which.Should().StartWith("entries.csv:4:");

    [Fact]
    public void EntriesOfSeveralYearsAreListed() =>
        Lines(Subjects, Entries + "e2,m1,task.unit,2025-02-25,6,,,\n").Should().ContainSingle().Which.Should()
            .Contain("2025, 2026").And.Contain("--period");

    [Fact]
    public void AnotherEncodingIsNamedWithItsLine()
    {
        byte[] chinese = [.. Encoding.UTF8.GetBytes(Entries.Replace(",6,,,", ",6,,,党员")), 0xB5, 0xB3, (byte)'\n'];

        Lines(Encoding.UTF8.GetBytes(Subjects), chinese).Should().ContainSingle().Which.Should()
            .StartWith("entries.csv:3:1: This line is not UTF-8");
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);

        Problems(folder.Path).Should().ContainSingle().Which.ToText(Language.ChineseSimplified).Should().Be("entries.csv: 缺少该文件，请放入文件夹");
    }

    [Fact]
    public void AMissingFolderIsNamed() => Problems("no-such-folder").Should().ContainSingle().Which.Message.English.Should()
        .Contain("no-such-folder");

    [Fact]
    public void AllMistakesAreReportedAtOnceInTheOrderOfTheFiles() =>
        Lines(Subjects.Replace("organ", "x"), Entries.Replace("2026-01-25", "x").Replace(",6,", ",x,")).Select(line => line.Split(':')[0])
            .Should().Equal("subjects.csv", "entries.csv", "entries.csv");

    [Fact]
    public void AByteOrderMarkAndCarriageReturnsAreAccepted()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Entries.Replace("\n", "\r\n"))];
        using var folder = Folder(Encoding.UTF8.GetBytes(Subjects), marked);

        DataSetReader.Read(folder.Path, BuiltInSchemes.Get("fengxian")).Entries.Should().ContainSingle().Which.Value.Should().Be((Points)6);
    }

    private static bool Matches(string line, string pattern) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, line);

    private static string[] Lines(string subjects, string entries) =>
        Lines(Encoding.UTF8.GetBytes(subjects), Encoding.UTF8.GetBytes(entries));

    private static string[] Lines(byte[] subjects, byte[] entries)
    {
        using var folder = Folder(subjects, entries);
        return [.. Problems(folder.Path).Select(problem => problem.ToText(Language.English))];
    }

    private static TemporaryFolder Folder(byte[] subjects, byte[] entries)
    {
        var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("subjects.csv"), subjects);
        File.WriteAllBytes(folder.File("entries.csv"), entries);
        return folder;
    }

    private static IReadOnlyList<Problem> Problems(string folder) =>
        FluentActions.Invoking(() => DataSetReader.Read(folder, BuiltInSchemes.Get("fengxian"))).Should()
            .Throw<ProblemException>().Which.Problems.Where(problem => problem.Occurrences > 0).ToList();
}
