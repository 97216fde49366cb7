namespace PartyRules.Tests;

/// <summary>Percentages that stand beside the numbers they are made of.</summary>
public sealed class SharesThatAddUp
{
    [Theory]
    [InlineData("4 2", "66.7% 33.3%")]
    [InlineData("1 1 1", "33.4% 33.3% 33.3%")]
    [InlineData("5 0", "100.0% 0.0%")]
    [InlineData("9999 1", "99.99% 0.01%")]
    [InlineData("2999999 1 0", "99.99997% 0.00003% 0.00000%")]
    [InlineData("0 0", "– –")]
    [InlineData("", "")]
    public void NoneContradictsItsNumber(string parts, string shares) =>
        string.Join(' ', Shares.InPercent([.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)]))
            .Should().Be(shares);

    [Theory]
    [InlineData(7)]
    [InlineData(1234)]
    [InlineData(99991)]
    public void TheyAddUpToAHundred(int whole)
    {
        for (var parts = 1; parts < 7; parts++)
        {
            long[] counts = [.. Enumerable.Range(0, parts).Select(i => (whole + i) / (long)parts)];

            Shares.InPercent(counts).Sum(share => decimal.Parse(share[..^1], System.Globalization.CultureInfo.InvariantCulture))
                .Should().Be(100);
        }
    }

    [Fact]
    public void APartBelowZeroIsRefused() =>
        FluentActions.Invoking(() => Shares.InPercent([3, -1])).Should().Throw<ArgumentOutOfRangeException>();
}
