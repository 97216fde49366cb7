using FsCheck;
using FsCheck.Xunit;

namespace PartyRules.Tests;

public sealed class CalendarPeriods
{
    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-B3", "2026-05-01", "2026-06-30")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29")]
    [InlineData("2028-B1", "2028-01-01", "2028-02-29")]
    [InlineData("2026-07-H1", "2026-07-01", "2026-07-15")]
    [InlineData("2028-02-H2", "2028-02-16", "2028-02-29")]
    [InlineData("2026-07-T1", "2026-07-01", "2026-07-10")]
    [InlineData("2026-07-T2", "2026-07-11", "2026-07-20")]
    [InlineData("2026-07-T3", "2026-07-21", "2026-07-31")]
    [InlineData("2026-02-T3", "2026-02-21", "2026-02-28")]
    [InlineData("2026-07Y", "2026-07-01", "2027-06-30")]
    [InlineData("2026-07H1", "2026-07-01", "2026-12-31")]
    [InlineData("2026-09H2", "2027-03-01", "2027-08-31")]
    [InlineData("2026-07Q4", "2027-04-01", "2027-06-30")]
    [InlineData("2027-12Q1", "2027-12-01", "2028-02-29")]
    [InlineData("2026-11B2", "2027-01-01", "2027-02-28")]
    [InlineData("2026-F01", "2026-01-01", "2026-01-11")]
    [InlineData("2026-F02", "2026-01-12", "2026-01-25")]
    [InlineData("2026-F27", "2026-12-28", "2026-12-31")]
    [InlineData("2027-F00", "2027-01-01", "2027-01-03")]
    [InlineData("2027-F01", "2027-01-04", "2027-01-17")]
    [InlineData("2027-F26", "2027-12-20", "2027-12-31")]
    public void BothEndsAreIncluded(string text, string start, string end)
    {
        Period.TryParse(text, out var period).Should().BeTrue();
        var (first, last) = (Date(start), Date(end));

        period.ToString().Should().Be(text);
        period.Start.Should().Be(first);
        period.End.Should().Be(last);
        period.Contains(first).Should().BeTrue();
        period.Contains(last).Should().BeTrue();
        period.Contains(first.AddDays(-1)).Should().BeFalse();
        period.Contains(last.AddDays(1)).Should().BeFalse();
    }

    [Theory]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    [InlineData("9999-H2", "9999-07-01", "9999-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    [InlineData("9999-07Y", "9999-07-01", "9999-12-31")]
    [InlineData("0000-07Y", "0001-01-01", "0001-06-30")]
    public void TheCalendarsFirstAndLastDayAreInPeriods(string text, string start, string end)
    {
        Period.TryParse(text, out var period).Should().BeTrue();

        (period.Start, period.End).Should().Be((Date(start), Date(end)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("0000")]
    [InlineData("2026-Q5")]
    [InlineData("2026-B0")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-X1")]
    [InlineData("2026-")]
    [InlineData("20261")]
    [InlineData("2026/01")]
    [InlineData("2026 Q1")]
    [InlineData("2026-01Y")]
    [InlineData("2026-13Y")]
    [InlineData("2026-07Q5")]
    [InlineData("2026-07Q0")]
    [InlineData("2026-07Y1")]
    [InlineData("2026-07H")]
    [InlineData("2026-xxY")]
    [InlineData("2026-F00")]
    [InlineData("2027-F27")]
    [InlineData("2026-07-H0")]
    [InlineData("2026-07-H3")]
    [InlineData("2026-07-T4")]
    [InlineData("2026-13-T1")]
    [InlineData("2026-00-H1")]
    [InlineData("2026-07-X1")]
    [InlineData("2026-07-Tx")]
    public void OtherTextsAreRefused(string text) => Period.TryParse(text, out _).Should().BeFalse();

    [Property(MaxTest = 300)]
    public void EveryDayOfAYearIsInOnePeriodOfEachKind(PositiveInt some)
    {
        var year = ((some.Get * 7919) % 9999) + 1;
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            var all = Period.AllIn(year, kind).ToList();

            (all[0].Start, all[^1].End).Should().Be((new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
            all.Zip(all.Skip(1)).All(pair => pair.First.End.AddDays(1) == pair.Second.Start).Should().BeTrue("{0} {1}", year, kind);
            all.All(period => Period.Containing(period.Start, kind) == period && Period.Containing(period.End, kind) == period)
                .Should().BeTrue("{0} {1}", year, kind);
        }
    }

    [Property(MaxTest = 300)]
    public void EveryDayOfAYearFromAnyMonthIsInOnePeriodOfEachKind(PositiveInt some)
    {
        var (year, month) = (((some.Get * 7919) % 9998) + 1, (some.Get % 12) + 1);
        var whole = Period.OfYear(year, month);
        foreach (var kind in Enum.GetValues<PeriodKind>().Where(kind => kind is not (PeriodKind.Week or PeriodKind.TwoWeeks)))
        {
            var all = Period.AllIn(year, kind, month).ToList();

            (all[0].Start, all[^1].End).Should().Be((whole.Start, whole.End), "{0} {1}", whole, kind);
            all.Zip(all.Skip(1)).All(pair => pair.First.End.AddDays(1) == pair.Second.Start && pair.First < pair.Second)
                .Should().BeTrue("{0} {1}", whole, kind);
            all.All(period => Period.Containing(period.End, kind, month) == period && Period.TryParse(period.ToString(), out var read)
                && read == period).Should().BeTrue("{0} {1}", whole, kind);
        }
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(2026, 13)]
    [InlineData(2026, 0)]
    public void AMonthOrYearThatIsNoneIsRefused(int year, int month)
    {
        if (year == 0)
            FluentActions.Invoking(() => Period.OfYear(year)).Should().Throw<ArgumentOutOfRangeException>();
        else
            FluentActions.Invoking(() => Period.OfYear(year, month)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(PeriodKind.Year, 1, "2026")]
    [InlineData(PeriodKind.HalfYear, 2, "2026-H2")]
    [InlineData(PeriodKind.Month, 7, "2026-07")]
    [InlineData(PeriodKind.Week, 53, "2026-W53")]
    [InlineData(PeriodKind.Day, 9, "2026-01-09")]
    [InlineData(PeriodKind.Day, 365, "2026-12-31")]
    public void EveryFormOfTextIsTheSame(PeriodKind kind, int number, string text)
    {
        var period = Period.Of(2026, kind, number);
        var bytes = new byte[text.Length];

        period.ToString().Should().Be(text);
        $"{period}".Should().Be(text);
        ((IUtf8SpanFormattable)period).TryFormat(bytes, out var written, default, null).Should().BeTrue();
        System.Text.Encoding.UTF8.GetString(bytes, 0, written).Should().Be(text);
        ((IUtf8SpanFormattable)period).TryFormat(bytes.AsSpan(1), out _, default, null).Should().BeFalse();
        ((ISpanFormattable)period).TryFormat(new char[text.Length - 1], out _, default, null).Should().BeFalse();
        (period.Year, period.Kind, period.Number).Should().Be((2026, kind, number));
    }

    [Fact]
    public void TheYearComesAfterItsRounds() =>
        Period.AllIn(2026, PeriodKind.Bimonth).Append(Period.OfYear(2026)).Reverse().Order().Select(period => period.ToString())
            .Should().Equal("2026-B1", "2026-B2", "2026-B3", "2026-B4", "2026-B5", "2026-B6", "2026");

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
