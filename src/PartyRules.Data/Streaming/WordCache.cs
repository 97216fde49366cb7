using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using PartyRules.Schemes;

namespace PartyRules.Data.Streaming;

/// <summary>Strings for words that repeat, found by their UTF-8 bytes, so that a repeated word costs no string.</summary>
/// <remarks>A word that stands for a code is looked up once, when it first appears. Not thread-safe.</remarks>
/// <param name="meanings">What words stand for; null where they stand for themselves.</param>
internal sealed class WordCache(WordTable? meanings = null)
{
    private const int MostWords = 1 << 16;
    private const int LongestWord = 128;
    private Slot[] slots = new Slot[256];
    private int count;

    /// <summary>The word as a string.</summary>
    public string Text(ReadOnlySpan<byte> word) => Find(word, out _);

    /// <summary>The word as a string, and its number, from 0 in the order of first appearance; -1 for one that is not kept.</summary>
    public string Find(ReadOnlySpan<byte> word, out int number)
    {
        number = -1;
        if (word.IsEmpty)
            return "";
        if (word.Length > LongestWord)
            return Meaning(word);
        var hash = Utf8Hash.Of(word);
        var mask = slots.Length - 1;
        for (var i = (int)hash & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref slots[i];
            if (slot.Text is null)
                break;
            if (slot.Hash == hash && word.SequenceEqual(slot.Bytes))
            {
                number = slot.Number;
                return slot.Text;
            }
        }

        return Add(word, hash, out number);
    }

    private string Add(ReadOnlySpan<byte> word, ulong hash, out int number)
    {
        var text = Meaning(word);
        number = -1;
        if (count == MostWords)
            return text;
        number = count++;
        if (count * 2 > slots.Length)
            Grow();
        Place(new Slot(hash, word.ToArray(), text, number));
        return text;
    }

    private string Meaning(ReadOnlySpan<byte> word)
    {
        var text = Encoding.UTF8.GetString(word);
        return meanings is null ? text : meanings.CodeOf(text);
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
        var i = (int)slot.Hash & (slots.Length - 1);
        while (slots[i].Text is not null)
            i = (i + 1) & (slots.Length - 1);
        slots[i] = slot;
    }

    private readonly record struct Slot(ulong Hash, byte[] Bytes, string? Text, int Number);
}

/// <summary>A 64-bit hash of bytes, the same in every run: multiplies and folds eight bytes at a time.</summary>
internal static class Utf8Hash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xE7037ED1A0B428DB;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = First ^ (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(text), Second);
            text = text[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < text.Length; i++)
            rest = (rest << 8) | text[i];
        return Fold(Fold(hash ^ rest, Second), First);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ BitOperations.RotateLeft(low, 1);
    }
}
