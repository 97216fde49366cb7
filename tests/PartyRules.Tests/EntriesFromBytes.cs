using System.Text;
using FsCheck;
using FsCheck.Xunit;

namespace PartyRules.Tests;

/// <summary>An entry made from the bytes of its identifier is the one made from the string.</summary>
public sealed class EntriesFromBytes
{
    private static readonly DateOnly Date = new(2026, 3, 5);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abc")]
    [InlineData("abcd")]
    [InlineData("abcdefg")]
    [InlineData("abcdefgh")]
    [InlineData("abcdefghi")]
    [InlineData("m0000001-01")]
    [InlineData("abcdefghijklmno")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("a much longer identifier than most")]
    [InlineData("党员1")]
    [InlineData("\0")]
    [InlineData("a\0b\0")]
    public void TheIdentifierIsTheSame(string id) => FromBytes(id).Id.Should().Be(id);

    [Property]
    public void AnyIdentifierIsTheSame(NonNull<string> id)
    {
        var bytes = Encoding.UTF8.GetBytes(id.Get);

        new Entry(bytes, "m1", "task.unit", Date).Id.Should().Be(Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void BytesThatAreNoTextBecomeReplacements() =>
        new Entry([(byte)'a', 0xFF, (byte)'b'], "m1", "task.unit", Date).Id.Should().Be("a\uFFFDb");

    [Fact]
    public void TheOthersAreAsGivenAndNothingElseIsSet()
    {
        var entry = FromBytes("e1");

        entry.Should().BeEquivalentTo(new Entry { Id = "e1", Subject = "m1", Item = "task.unit", Date = Date });
        entry.Value.Should().BeNull();
        entry.ToString().Should().Be("e1 task.unit 2026-03-05");
        new Entry(Encoding.UTF8.GetBytes("e1"), "m1", "task.unit", Date) { Value = 0, Note = "n" }
            .Should().BeEquivalentTo(new Entry { Id = "e1", Subject = "m1", Item = "task.unit", Date = Date, Value = 0, Note = "n" });
    }

    [Fact]
    public void TheBytesMayBeUsedAgain()
    {
        var bytes = Encoding.UTF8.GetBytes("e1");
        var entry = new Entry(bytes, "m1", "task.unit", Date);
        bytes[1] = (byte)'2';

        entry.Id.Should().Be("e1");
        entry.Id.Should().BeSameAs(entry.Id);
    }

    private static Entry FromBytes(string id) => new(Encoding.UTF8.GetBytes(id), "m1", "task.unit", Date);
}
