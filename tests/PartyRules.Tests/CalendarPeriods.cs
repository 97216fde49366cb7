
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
    public void OtherTextsAreRefused(string text) => Period.TryParse(text, out _).Should().BeFalse();

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
