using System.Globalization;
using PartyRules.Data.Samples;

namespace PartyRules.Reports.Tests;

/// <summary>The same assessments give the same bytes.</summary>
public sealed class SameInput
{
    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void NeitherTheOrderNorTheCultureChangesAByte(string culture)
    {
        var (members, entries) = (SampleCounty.Subjects(30, 7).ToList(), SampleCounty.Entries(30, 7, Sample.Year).ToList());
        var results = Sample.Scored(Sample.Members, members, entries);
        var expected = Everything(new Report(Sample.Members, Sample.Year, results, Sample.In(Language.ChineseSimplified)));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Everything(new Report(Sample.Members, Sample.Year, results.Reverse(), Sample.In(Language.ChineseSimplified)))
                .Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task AWorkbookCarriesNoClock()
    {
        var report = Sample.County(Sample.In(Language.English));
        var first = Sample.Sheet(report.WriteScoreSheet);
        await Task.Delay(TimeSpan.FromSeconds(2.1));

        Sample.Sheet(report.WriteScoreSheet).Should().Equal(first);
    }

    [Fact]
    public void AssessmentsOfAnotherSchemeOrYearAreRefused()
    {
        var results = Sample.Scored(Sample.Members, [Sample.Member("m1")], Sample.Tasks("m1", 3, 5));

        FluentActions.Invoking(() => new Report(Sample.Villages, Sample.Year, results)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Report(Sample.Members, Sample.Year - 1, results)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Report(Sample.Members, Sample.Year, [.. results, .. results])).Should().Throw<ArgumentException>();
    }

    private static string[] Everything(Report report) =>
        [
            report.Page(), report.NoticePage(), Convert.ToHexString(Sample.Sheet(report.WriteScoreSheet)),
            Convert.ToHexString(Sample.Sheet(report.WriteNoticeSheet)),
        ];
}
