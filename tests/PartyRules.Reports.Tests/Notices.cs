using PartyRules.Reading;

namespace PartyRules.Reports.Tests;

/// <summary>What the public notice says, and what it keeps to itself.</summary>
public sealed class Notices
{
    [Fact]
    public void ANoticeOfMembersShowsNoFullNameAndNoWholeIdentifier()
    {
        var subjects = Data.Samples.SampleCounty.Subjects(40, 2026).ToList();
        var notice = Sample.County(Sample.In(Language.ChineseSimplified)).NoticePage();

        subjects.Should().NotContain(subject => notice.Contains(subject.Name));
        subjects.Should().NotContain(subject => notice.Contains(subject.Id));
        notice.Should().Contain("****0001");
    }

    [Fact]
    public void ANoticeNamesNoFindingMeasureOrReason()
    {
        Subject[] members = [Sample.Member("m00001", "甲某"), Sample.Member("m00002", "乙某"), Sample.Member("m00003", "丙某")];
        Entry[] entries =
        [
            .. Sample.Tasks("m00001", 12, 6),
            new() { Id = "v", Subject = "m00002", Item = "violation", Date = new DateOnly(2026, 5, 1) },
            .. new[] { "wish", "application", "review", "approval" }.Select(
                step => new Entry { Id = step, Subject = "m00003", Item = $"exemption.{step}", Date = new DateOnly(2026, 1, 5) }),
        ];
        var report = Sample.Of(Sample.Members, members, entries, Sample.In(Language.English));
        report.Page().Should().Contain("Unqualified outright").And.Contain("Barred from all awards").And.Contain("Exempt");

        var notice = Sample.Parsed(report.NoticePage());

        notice.QuerySelectorAll("tbody tr").Should().HaveCount(2, "those left out of scoring are not listed");
        notice.Body!.TextContent.Should().NotContainAny("outright", "Barred", "help", "Exempt", "丙", "0003");
    }

    [Theory]
    [InlineData("2027-01-04", "2027-01-08")]
    [InlineData("2027-02-26", "2027-03-02")]
    [InlineData("2028-02-26", "2028-03-01")]
    [InlineData("2026-12-29", "2027-01-02")]
    public void TheObjectionPeriodCountsBothItsEnds(string first, string last)
    {
        var notice = Sample.Parsed(Sample.County(Sample.In(Language.English) with { Date = DateOnly.Parse(first) }).NoticePage());

        notice.QuerySelector(".contact dd")!.TextContent.Should().Be($"{last}; from {first}, 5 calendar days, both ends included");
        notice.QuerySelector(".signature")!.TextContent.Should().Contain(first);
    }

    [Fact]
    public void WithoutADateThePlacesAreLeftToFillIn() =>
        Sample.Parsed(Sample.County(new ReportOptions()).NoticePage())
            .QuerySelector(".contact dd")!.TextContent.Should().Be("自____年__月__日起至____年__月__日止，共5个自然日（含首尾两日）");

    [Fact]
    public void ANoticeOfVillagesShowsNamesInTheOrderOfTheirRanks()
    {
        var notice = Sample.Parsed(Sample.Township(Sample.In(Language.English)).NoticePage());

        notice.QuerySelectorAll("tbody tr")
            .Select(row => int.Parse(row.FirstElementChild!.TextContent)).Should().BeInAscendingOrder().And.StartWith(1);
        notice.QuerySelectorAll("tbody th").Should().OnlyContain(name => name.TextContent.StartsWith("虚构村"));
    }

    [Fact]
    public void ABranchCanPutUpItsOwnMembers()
    {
        var subjects = Data.Samples.SampleCounty.Subjects(40, 2026).ToList();
        var notice = Sample.Parsed(Sample.County(Sample.In(Language.English) with { Parent = "b00001" }).NoticePage());

        notice.QuerySelectorAll("tbody tr").Should().HaveCount(subjects.Count(subject => subject.Parent == "b00001"));
        notice.QuerySelector(".notice-subtitle")!.TextContent.Should().Contain("b00001");
    }

    [Fact]
    public void ASchemeThatSaysNothingOfNoticesHasNone()
    {
        var report = new Report(BuiltInSchemes.Get("haizhou"), Sample.Year, []);

        report.HasNotice.Should().BeFalse();
        report.Invoking(silent => silent.NoticePage()).Should().Throw<InvalidOperationException>().WithMessage("*has no notice clause*");
        report.Page().Should().NotContain("id=\"notice\"");
    }
}
