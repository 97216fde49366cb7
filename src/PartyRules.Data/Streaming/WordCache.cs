using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using PartyRules.Data.Columns;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>Strings for words that repeat, found by their UTF-8 bytes, so that a repeated word costs no string.</summary>
/// <remarks>A word that stands for a code is looked up once, when it first appears. Not thread-safe.</remarks>
/// <param name="meanings">What words stand for; null where they stand for themselves, as folding leaves them.</param>
internal sealed class WordCache(Vocabulary? meanings = null)
{
    private const int MostWords = 1 << 16;
    private const int LongestWord = 128;
    private Slot[] slots = new Slot[256];
    private int count;

    /// <summary>The word as a string.</summary>
    public string Text(ReadOnlySpan<byte> word) => Find(word, out _);

    /// <summary>The word as a string, and its number, from 0 in the order of first appearance; -1 for one that is not kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string Find(ReadOnlySpan<byte> word, out int number)
    {
        number = -1;
        if (word.IsEmpty)
            return "";
        if (word.Length > LongestWord)
            return Meaning(word);
        var key = Key.Of(word);
        var mask = slots.Length - 1;
        for (var i = key.Hash & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref slots[i];
            if (slot.Text is null)
                break;
            if (slot.Key.Is(key) && (word.Length <= Key.Exact || word.SequenceEqual(slot.Bytes)))
            {
                number = slot.Number;
                return slot.Text;
            }
        }

        return Add(word, key, out number);
    }

    private string Add(ReadOnlySpan<byte> word, Key key, out int number)
    {
        var text = Meaning(word);
        number = -1;
        if (count == MostWords)
            return text;
        number = count++;
        if (count * 2 > slots.Length)
            Grow();
        Place(new Slot(key, word.ToArray(), text, number));
        return text;
    }

    private string Meaning(ReadOnlySpan<byte> word)
    {
        var text = Encoding.UTF8.GetString(word);
        return meanings is null ? Folding.Fold(text) : meanings.CodeOf(text);
    }

    private void Grow()
    {
        var old = slots;
        slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Text is not null)
                Place(slot);
        }
    }

    private void Place(Slot slot)
    {
        var i = slot.Key.Hash & (slots.Length - 1);
        while (slots[i].Text is not null)
            i = (i + 1) & (slots.Length - 1);
        slots[i] = slot;
    }

    private readonly record struct Slot(Key Key, byte[] Bytes, string? Text, int Number);

    /// <summary>What words are told apart by: short ones by all their bytes, so that nothing more need be compared.</summary>
    private readonly struct Key(ulong head, ulong tail, int length)
    {
        /// <summary>The longest words that are told apart for sure.</summary>
        public const int Exact = 16;

        private readonly ulong head = head, tail = tail;
        private readonly int length = length;

        public int Hash => (int)Utf8Hash.Fold(head ^ (ulong)length, tail);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Is(Key other) => head == other.head && tail == other.tail && length == other.length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Key Of(ReadOnlySpan<byte> word) => word.Length switch
        {
            < 8 => new Key(Utf8Hash.Short(word), Utf8Hash.First, word.Length),
            <= Exact => new Key(MemoryMarshal.Read<ulong>(word), MemoryMarshal.Read<ulong>(word[^8..]) ^ Utf8Hash.First, word.Length),
            _ => new Key(Utf8Hash.Of(word), Utf8Hash.First, word.Length),
        };
    }
}
