namespace PartyRules.Reading.Tree;

/// <summary>
/// Lines and columns of a UTF-8 text. Each is found in a time that does not grow with the text, however many are asked for.
/// </summary>
internal sealed class TextPlaces
{
    private const int Step = 1024;
    private readonly ReadOnlyMemory<byte> utf8;
    private readonly int[] lineStarts;
    private readonly int[] charactersBefore;

    public TextPlaces(ReadOnlyMemory<byte> utf8)
    {
        this.utf8 = utf8;
        var starts = new List<int> { 0 };
        for (var at = utf8.Span.IndexOf((byte)'\n'); at >= 0;)
        {
            starts.Add(at + 1);
            var next = utf8.Span[(at + 1)..].IndexOf((byte)'\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        lineStarts = [.. starts];
        charactersBefore = new int[(utf8.Length / Step) + 1];
        for (var i = 1; i < charactersBefore.Length; i++)
            charactersBefore[i] = charactersBefore[i - 1] + Characters(utf8.Span.Slice((i - 1) * Step, Step));
    }

    /// <summary>The line and the column in characters, from 1, of a byte.</summary>
    public (int Line, int Column) Of(int offset)
    {
        var at = Math.Clamp(offset, 0, utf8.Length);
        var found = Array.BinarySearch(lineStarts, at);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, CharactersUpTo(at) - CharactersUpTo(lineStarts[line]) + 1);
    }

    private int CharactersUpTo(int offset) => charactersBefore[offset / Step] + Characters(utf8.Span[(offset / Step * Step)..offset]);

    /// <summary>UTF-16 characters, as editors count them: one for each sequence, two for the longest.</summary>
    private static int Characters(ReadOnlySpan<byte> part)
    {
        var count = 0;
        foreach (var b in part)
            count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        return count;
    }
}
