using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Data.Tests;

/// <summary>
/// Dates and numbers as people write them, in a table of text: what can only mean one day or number is read, and listed where it is not
/// written as tables write it; what may mean another is refused, and told why.
/// </summary>
public sealed class DatesAndNumbersAsPeopleWriteThem : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2026年3月5日")]
    [InlineData("2026年03月05日")]
    [InlineData("2026 年 3 月 5 日")]
    [InlineData("2026年3月5号")]
    [InlineData("2026年3月5")]
    [InlineData("二〇二六年三月五日")]
    [InlineData("二零二六年三月五日")]
    [InlineData("二○二六年三月五日")]
    [InlineData("2026.3.5")]
    [InlineData("2026.03.05.")]
    [InlineData("2026/3/5")]
    [InlineData("2026/03/05")]
    [InlineData("2026-3-5")]
    [InlineData("２０２６－０３－０５")]
    [InlineData("２０２６／３／５")]
    [InlineData("2026–03–05")]
    [InlineData("20260305")]
    [InlineData(" 2026-03-05 ")]
    [InlineData("2026-03-05\u00A0")]
    [InlineData("2026-03-05 14:30")]
    [InlineData("2026-03-05T14:30:00")]
    [InlineData("2026-03-05T14:30:00.123+08:00")]
    [InlineData("2026/3/5 0:00:00")]
    [InlineData("2026/3/5 23：59")]
    [InlineData("2026年3月5日 下午2:30")]
    [InlineData("2026年3月5日 14时30分")]
    [InlineData("2026年3月5日 星期四")]
    [InlineData("2026年3月5日（周四）")]
    [InlineData("5-Mar-2026")]
    [InlineData("5 March 2026")]
    [InlineData("Mar 5, 2026")]
    public void ADateThatCanOnlyBeOneDayIsReadAndListed(string written)
    {
        var data = Read(written, "5");

        data.Entries[0].Date.Should().Be(new DateOnly(2026, 3, 5));
        data.Notices.Should().ContainSingle().Which.Message.English.Should().Contain("as 2026-03-05");
    }

    [Theory]
    [InlineData("二〇二六年十二月三十一日", "2026-12-31")]
    [InlineData("二〇二六年十月十日", "2026-10-10")]
    [InlineData("二〇二六年十一月二十日", "2026-11-20")]
    [InlineData("2026.12.31", "2026-12-31")]
    [InlineData("2026.2.28", "2026-02-28")]
    [InlineData("2024/2/29", "2024-02-29")]
    public void MonthsAndDaysOfTwoDigitsAreReadWhole(string written, string date) =>
        Read(written, "5").Entries[0].Date.ToString("O").Should().Be(date);

    [Fact]
    public void ADateAsTablesWriteItIsNotListed() => Read("2026-03-05", "5").Notices.Should().BeEmpty();

    [Theory]
    [InlineData("3/5/2026", "data.date-order")]
    [InlineData("05-03-2026", "data.date-order")]
    [InlineData("25.3.2026", "data.date-order")]
    [InlineData("26-3-5", "data.date-order")]
    [InlineData("26.3.5", "data.date-order")]
    [InlineData("26年3月5日", "data.date-order")]
    [InlineData("3月5日", "data.date-no-year")]
    [InlineData("三月五日", "data.date-no-year")]
    [InlineData("3.5", "data.date-no-year")]
    [InlineData("3/5", "data.date-no-year")]
    [InlineData("5 Mar", "data.date-no-year")]
    [InlineData("2026年3月", "data.date-no-day")]
    [InlineData("2026年3月中旬", "data.date-no-day")]
    [InlineData("2026.3", "data.date-no-day")]
    [InlineData("2026-03", "data.date-no-day")]
    [InlineData("2026年", "data.date-no-day")]
    [InlineData("2026-02-29", "data.date-never")]
    [InlineData("2026年2月30日", "data.date-never")]
    [InlineData("2026.13.5", "data.date-never")]
    [InlineData("2026-00-05", "data.date-never")]
    [InlineData("20261305", "data.date-never")]
    [InlineData("2026年3月5日至7日", "data.date-several")]
    [InlineData("3.5-3.7", "data.date-several")]
    [InlineData("2026-03-05～2026-03-07", "data.date-several")]
    [InlineData("2026年3月5日、6日", "data.date-several")]
    [InlineData("2026年3月5日 星期五", "data.date-weekday")]
    [InlineData("2026-03-05 24:00", "data.date-time")]
    [InlineData("2026-03-05T16:00:00Z", "data.date-time")]
    [InlineData("2026-03-05T20:00:00-05:00", "data.date-time")]
    [InlineData("46086", "data.date-number")]
    [InlineData("46086.5", "data.date-number")]
    [InlineData("2026-03/05", "data.bad-date")]
    [InlineData("正月初五", "data.bad-date")]
    [InlineData("昨天", "data.bad-date")]
    [InlineData("99990101", "data.bad-date")]
    [InlineData("", "data.empty")]
    public void ADateThatMayBeAnotherIsRefused(string written, string code) => Refused(written, "5").Should().Be(code);

    [Theory]
    [InlineData("5 ", 5)]
    [InlineData("5\u00A0", 5)]
    [InlineData("\u30005", 5)]
    [InlineData("5\u200B", 5)]
    [InlineData("１２", 12)]
    [InlineData("4．5", 4.5)]
    [InlineData("+5", 5)]
    [InlineData("＋5", 5)]
    [InlineData("10分", 10)]
    [InlineData("10 分", 10)]
    [InlineData("１０分", 10)]
    [InlineData("1,234", 1234)]
    [InlineData("1，234", 1234)]
    [InlineData("1,234,567.5", 1234567.5)]
    public void ANumberThatCanOnlyBeOneIsReadAndListed(string written, double value)
    {
        var data = Read("2026-03-05", written);

        data.Entries[0].Value.Should().Be((Points)(decimal)value);
        data.Notices.Should().ContainSingle().Which.Code.Should().Be("notice.read-as");
    }

    [Fact]
    public void APercentageIsReadAsTheNumberBeforeItsSign()
    {
        Read("2026-03-05", "95%").Notices.Should().ContainSingle().Which.Code.Should().Be("notice.percentages");
        Read("2026-03-05", "９５％").Entries[0].Value.Should().Be((Points)95);
    }

    [Theory]
    [InlineData("5 0")]
    [InlineData("1,23")]
    [InlineData("0,234")]
    [InlineData("1,2345")]
    [InlineData("12,34,567")]
    [InlineData("4。5")]
    [InlineData("5次")]
    [InlineData("2小时")]
    [InlineData("五")]
    [InlineData("5-6")]
    [InlineData("5+1")]
    [InlineData("约5")]
    [InlineData("1e3")]
    [InlineData("分")]
    public void ANumberThatMayBeAnotherIsRefused(string written) => Refused("2026-03-05", written).Should().Be("data.bad-number");

    [Theory]
    [InlineData("5\u00A00", "U+00A0")]
    [InlineData("\u202E51", "U+202E")]
    [InlineData("5\u0001", "U+0001")]
    [InlineData("5\u2800", "U+2800")]
    [InlineData("5\uE000", "U+E000")]
    public void ACharacterThatNobodySeesIsNamed(string written, string name)
    {
        Write("2026-03-05", written);
        var problem = FluentActions.Invoking(() => DataSetReader.Read(folder.Path, Scheme())).Should().Throw<ProblemException>().Which
            .Problems.Should().ContainSingle().Which;

        problem.Code.Should().Be("data.number-character");
        problem.Message.English.Should().Contain(name);
    }

    [Fact]
    public void PointsWhereAnItemMeasuresSomethingElseAreRefused()
    {
        Write("2026-03-05", "30分", "hours");

        FluentActions.Invoking(() => DataSetReader.Read(folder.Path, Scheme())).Should().Throw<ProblemException>().Which
            .Problems.Should().ContainSingle().Which.Code.Should().Be("data.number-unit");
    }

    private static Scheme Scheme() => SchemeReader.ReadFile(Path.Combine("registers", "schemes", "hours.json"));

    private DataSet Read(string date, string value)
    {
        Write(date, value);
        return DataSetReader.Read(folder.Path, Scheme());
    }

    private string Refused(string date, string value)
    {
        Write(date, value);
        return FluentActions.Invoking(() => DataSetReader.Read(folder.Path, Scheme(), 2026)).Should().Throw<ProblemException>().Which
            .Problems.Should().ContainSingle().Which.Code;
    }

    private void Write(string date, string value, string item = "task.project")
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind\nm1,member\n");
        File.WriteAllText(folder.File("entries.csv"), $"id,subject,item,date,value\ne1,m1,{item},\"{date}\",\"{value}\"\n");
    }
}
