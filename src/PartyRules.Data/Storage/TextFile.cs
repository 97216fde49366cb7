using System.Text;
using System.Text.Unicode;

namespace PartyRules.Data.Storage;

/// <summary>
/// Opens text files in the encodings that departments have, as UTF-8: UTF-8 itself, UTF-16 with a byte order mark, and GB18030, which
/// includes GBK.
/// </summary>
internal static class TextFile
{
    private const int HeadLength = 1 << 20;

    /// <summary>What stands in the place of bytes that the file's encoding does not know.</summary>
    public static ReadOnlySpan<byte> Undecodable => "\uFFFD"u8;

    /// <summary>Opens a file. Bytes of UTF-8 files come as they are; whoever reads them checks them.</summary>
    public static (Stream Utf8, bool IsTranscoded) Open(string path)
    {
        var file = new FileStream(path,
            new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.Read });
        try
        {
            var head = new byte[(int)Math.Min(HeadLength, file.Length)];
            file.ReadExactly(head);
            file.Position = 0;
            return EncodingOf(head, isWhole: head.Length == file.Length) is { } encoding
                ? (Encoding.CreateTranscodingStream(file, encoding, new UTF8Encoding(false)), true) : (file, false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The encoding of a file by its beginning; null for UTF-8.</summary>
    private static Encoding? EncodingOf(ReadOnlySpan<byte> head, bool isWhole)
    {
        if (head is [0xFF, 0xFE, ..])
            return Encoding.GetEncoding("utf-16", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
        if (head is [0xFE, 0xFF, ..])
            return Encoding.GetEncoding("utf-16BE", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
        if (Utf8.IsValid(head) || head is [0xEF, 0xBB, 0xBF, ..])
            return null;
        var (valid, invalid) = Count(head);
        // Chinese text in GB18030 looks like a Chinese character of UTF-8 only now and then; a file that often does is UTF-8 with damage.
        if (valid * 2 >= invalid)
            return null;
        // The last character may be cut at the end of the head: four bytes at most.
        var tail = isWhole ? 0 : 4;
        for (var cut = 0; cut <= tail; cut++)
        {
            if (IsGb18030(head[..^cut]))
                return Gb18030(new DecoderReplacementFallback("\uFFFD"));
        }

        return null;
    }

    /// <summary>
    /// How many characters of three bytes, as Chinese ones are, are valid UTF-8, and how many sequences are not, save one cut at the end.
    /// </summary>
    private static (int Valid, int Invalid) Count(ReadOnlySpan<byte> text)
    {
        var (valid, invalid) = (0, 0);
        while (!text.IsEmpty)
        {
            var ascii = text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                break;
            text = text[ascii..];
            var status = Rune.DecodeFromUtf8(text, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
                break;
            if (status != System.Buffers.OperationStatus.Done)
                invalid++;
            else if (length == 3)
                valid++;
            text = text[length..];
        }

        return (valid, invalid);
    }

    private static bool IsGb18030(ReadOnlySpan<byte> text)
    {
        try
        {
            _ = Gb18030(DecoderFallback.ExceptionFallback).GetCharCount(text);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Gb18030(DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, fallback)!;
}
