using System.Text.RegularExpressions;

namespace PartyRules.Reports.Tests;

/// <summary>Whole pages, approved by a person. A change of what people read shows as a change of these files.</summary>
public sealed partial class ApprovedPages
{
    [Theory]
    [InlineData(Language.ChineseSimplified)]
    [InlineData(Language.English)]
    public void TheReportOfThreeMembersIsTheApprovedOne(Language language) =>
        Check($"report.{language.Code()}.html", ReportOf(language).Page());

    [Theory]
    [InlineData(Language.ChineseSimplified)]
    [InlineData(Language.English)]
    public void TheNoticeOfThreeMembersIsTheApprovedOne(Language language) =>
        Check($"notice.{language.Code()}.html", ReportOf(language).NoticePage());

    [Theory]
    [InlineData(Language.ChineseSimplified)]
    [InlineData(Language.English)]
    public void TheSheetsToSignOfThreeMembersAreTheApprovedOnes(Language language) =>
        Check($"sign.{language.Code()}.html", ReportOf(language).SignaturePage());

    private static Report ReportOf(Language language) => Sample.Of(
        Sample.Members,
        [
            Sample.Member("m00001", "虚构甲", "qualified"), Sample.Member("m00002", "虚构乙", "qualified"),
            Sample.Member("m00003", "虚构丙", "excellent"),
        ],
        [
            .. Sample.Tasks("m00001", 12, 6),
            new() { Id = "c", Subject = "m00001", Item = "commendation", Date = new DateOnly(2026, 7, 1), Level = "county", Value = 5 },
            .. Sample.Tasks("m00002", 12, 5),
            .. Sample.Tasks("m00003", 9, 5),
            new() { Id = "v", Subject = "m00003", Item = "violation", Date = new DateOnly(2026, 5, 1) },
        ],
        Sample.In(language) with { Contact = "虚构镇组织办 000-0000000" });

    /// <summary>Compares a page, but for its style sheet and what names the scheme's exact text.</summary>
    private static void Check(string file, string page)
    {
        var shown = Hash().Replace(Style().Replace(page, "<style></style>"), "…");
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            File.WriteAllText(Path.Combine(Source(), file), shown);
        shown.Should().Be(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "approved", file)),
            "run the tests with PARTYRULES_APPROVE=1 to take over what is shown now, and read the difference");
    }

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "approved");

    [GeneratedRegex("<style>.*</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("sha256-[A-Za-z0-9+/=]+|[0-9a-f]{64}|(?<=(content |内容标识))[0-9a-f]{12}")]
    private static partial Regex Hash();
}
