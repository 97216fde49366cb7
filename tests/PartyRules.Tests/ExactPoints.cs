using FsCheck.Xunit;

namespace PartyRules.Tests;

public sealed class ExactPoints
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("89.5", 89_500_000)]
    [InlineData("-4", -4_000_000)]
    [InlineData("0.000001", 1)]
    [InlineData("9223372036854.775807", long.MaxValue)]
    public void TextAndNumberAgree(string text, long millionths)
    {
        Points.Parse(text).Millionths.Should().Be(millionths);
        Points.FromMillionths(millionths).ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData(" 5")]
    [InlineData("5,0")]
    [InlineData("0.0000001")]
    [InlineData("9223372036854.775808")]
    [InlineData("99999999999999999999")]
    [InlineData("五")]
    public void OtherTextsAreRefused(string text) => Points.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void AResultOutsideTheRangeThrows() =>
        FluentActions.Invoking(() => Points.MaxValue + 1).Should().Throw<OverflowException>();

    [Fact]
    public void ADecimalThatCannotBeKeptExactlyIsRefused() =>
        FluentActions.Invoking(() => Points.FromDecimal(0.0000001m)).Should().Throw<ArgumentException>();

    [Property]
    public void EveryValueSurvivesItsText(long millionths) =>
        Points.Parse(Points.FromMillionths(millionths).ToString()).Millionths.Should().Be(millionths);

    [Theory]
    [InlineData(0)]
    [InlineData(89_500_000)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Utf8IsTheSameTextAndNeedsItsRoom(long millionths)
    {
        IUtf8SpanFormattable points = Points.FromMillionths(millionths);
        var text = points.ToString()!;
        var bytes = new byte[text.Length];

        points.TryFormat(bytes, out var written, default, null).Should().BeTrue();
        System.Text.Encoding.UTF8.GetString(bytes, 0, written).Should().Be(text);
        points.TryFormat(bytes.AsSpan(1), out _, default, null).Should().BeFalse();
    }

    [Property]
    public void AdditionAgreesWithDecimals(int left, int right) =>
        (Points.FromMillionths(left) + Points.FromMillionths(right)).ToDecimal()
            .Should().Be((decimal)left / 1_000_000 + (decimal)right / 1_000_000);

    [Theory]
    [InlineData(MidpointRounding.AwayFromZero, "90")]
    [InlineData(MidpointRounding.ToEven, "90")]
    [InlineData(MidpointRounding.ToNegativeInfinity, "89")]
    public void RoundingIsTheOneThatIsStated(MidpointRounding rounding, string expected) =>
        Points.Parse("89.5").Round(0, rounding).ToString().Should().Be(expected);
}
