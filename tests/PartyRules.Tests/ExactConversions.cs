using FsCheck.Xunit;

namespace PartyRules.Tests;

/// <summary>A number becomes points exactly, or not at all.</summary>
public sealed class ExactConversions
{
    [Property]
    public bool EveryLongIsExactOrRefused(long value) =>
        Math.Abs((decimal)value) <= Points.MaxValue.ToDecimal()
            ? ((Points)value).ToDecimal() == value
            : Throws<OverflowException>(() => (Points)value);

    [Property]
    public bool EveryDecimalIsExactOrRefused(decimal value) =>
        Math.Abs(value) <= Points.MaxValue.ToDecimal() && decimal.Round(value, 6) == value
            ? ((Points)value).ToDecimal() == value
            : Throws<Exception>(() => (Points)value);

    [Fact]
    public void NothingIsCutOrWrapped()
    {
        ((Points)1.5m).ToString().Should().Be("1.5");
        ((Points)3000000000L).ToString().Should().Be("3000000000");
        ((Points)0.1).ToString().Should().Be("0.1");
        ((Points)0.1f).ToString().Should().Be("0.1");
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, 1e300, 1e-7 })
            Throws<Exception>(() => (Points)value).Should().BeTrue();
        Throws<Exception>(() => (Points)0.0000001m).Should().BeTrue();
    }

    private static bool Throws<T>(Func<Points> act)
        where T : Exception
    {
        try
        {
            _ = act();
            return false;
        }
        catch (T)
        {
            return true;
        }
    }
}
