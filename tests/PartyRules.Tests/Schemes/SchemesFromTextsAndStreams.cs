using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;

namespace PartyRules.Tests.Schemes;

/// <summary>Schemes out of strings and streams: the same scheme, and the same words for what is wrong.</summary>
public sealed class SchemesFromTextsAndStreams
{
    private static readonly string Text = Encoding.UTF8.GetString(BuiltInSchemes.Text("fengxian").Span);

    [Fact]
    public void ATextAndAStreamAreTheSchemeOfTheirBytes()
    {
        var expected = BuiltInSchemes.Get("fengxian").ContentHash;
        using var stream = new OneByteAtATime(Encoding.UTF8.GetBytes(Text));

        SchemeReader.Parse(Text).ContentHash.Should().Be(expected);
        SchemeReader.Read(stream, "stream.json").ContentHash.Should().Be(expected);
        SchemeReader.TryParse(Text, out var scheme, out var problems).Should().BeTrue();
        (scheme!.ContentHash, problems.Count).Should().Be((expected, 0));
        stream.CanRead.Should().BeTrue("it is the caller's");
    }

    [Fact]
    public void WhatIsWrongIsToldWithoutAnException()
    {
        var slip = Text.Replace("\"subjects\"", "\"subject\"", StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(slip));

        SchemeReader.TryParse(slip, out var scheme, out var problems).Should().BeFalse();
        SchemeReader.TryRead(stream, "slip.json", out _, out var ofStream).Should().BeFalse();
        SchemeReader.TryRead(Encoding.UTF8.GetBytes(slip), "slip.json", out _, out var ofBytes).Should().BeFalse();

        scheme.Should().BeNull();
        problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Location.File == "scheme.json");
        ofStream.Should().Equal(ofBytes).And.OnlyContain(problem => problem.Location.File == "slip.json");
    }

    [Fact]
    public void AStreamWithoutAnEndIsNotReadToIt()
    {
        using var endless = new Endless();

        FluentActions.Invoking(() => SchemeReader.Read(endless, "endless.json"))
            .Should().Throw<ProblemException>().Which.Problems.Single().Code.Should().Be("scheme.too-large");
    }

    [Fact]
    public void AStreamThatFailsIsAProblemOfItsFile()
    {
        using var failing = new Failing();

        SchemeReader.TryRead(failing, "failing.json", out _, out var problems).Should().BeFalse();
        problems.Single().ToText(Language.English).Should().Contain("failing.json").And.Contain("the line is dead");
    }

    private class Bytes(byte[] bytes) : MemoryStream(bytes);

    private sealed class OneByteAtATime(byte[] bytes) : Bytes(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }

    private sealed class Endless() : Bytes([])
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            return count;
        }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }

    private sealed class Failing() : Bytes([])
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the line is dead");

        public override int Read(Span<byte> buffer) => throw new IOException("the line is dead");
    }
}
