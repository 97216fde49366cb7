using PartyRules.Data.Columns;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>Sorts the rows of one range: subjects by identifier, and entries by subject.</summary>
internal sealed class RangeSorter(StreamedTables tables)
{
    private int[] slots = [];
    private (int Start, int Length)[] idOf = [];
    private int count;
    private byte[] sortedIds = [];

    /// <summary>The rows of the subjects in order.</summary>
    public Bytes SortSubjects(Bytes rows)
    {
        var (places, ids) = (new List<(int Start, int Length, int Id, int IdLength)>(), new Bytes(Math.Max(16, rows.Length / 4)));
        using (ids)
        {
            using (var reader = tables.Subjects.Read(rows.Memory))
            {
                while (reader.Read())
                {
                    var id = reader.GetSpan(tables.PlaceOf(SubjectColumns.Id));
                    places.Add(((int)reader.ByteOffset, reader.RawRecord.Length, ids.Length, id.Length));
                    ids.Append(id);
                }
            }

            var order = Order(places, ids);
            var sorted = new Bytes(Math.Max(16, rows.Length));
            foreach (var i in order)
            {
                sorted.Append(rows.Span.Slice(places[i].Start, places[i].Length));
                sorted.Append((byte)'\n');
            }

            Index(order, places, ids);
            return sorted;
        }
    }

    /// <summary>
    /// The rows of the entries, those of one subject together, in the order of the subjects; null where one is about nobody.
    /// </summary>
    public Bytes? SortEntries(Bytes rows)
    {
        var places = new List<(int Start, int Length, int Subject)>(Math.Max(16, rows.Length / 40));
        var starts = new int[count + 1];
        using (var reader = tables.Entries.Read(rows.Memory))
        {
            while (reader.Read())
            {
                var subject = Find(reader.GetSpan(tables.PlaceOf(EntryColumns.Subject)));
                if (subject < 0)
                    return null;
                var length = reader.RawRecord.Length;
                places.Add(((int)reader.ByteOffset, length, subject));
                starts[subject + 1] += length + 1;
            }
        }

        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var sorted = new Bytes(Math.Max(16, starts[^1])) { Length = starts[^1] };
        foreach (var (start, length, subject) in places)
        {
            rows.Span.Slice(start, length).CopyTo(sorted.Array.AsSpan(starts[subject]));
            sorted.Array[starts[subject] + length] = (byte)'\n';
            starts[subject] += length + 1;
        }

        return sorted;
    }

    private static int[] Order(List<(int Start, int Length, int Id, int IdLength)> places, Bytes ids)
    {
        ReadOnlySpan<byte> Id(int i) => ids.Span.Slice(places[i].Id, places[i].IdLength);
        var order = new int[places.Count];
        var keys = new ulong[places.Count];
        var isPlain = Utf8Order.IsPlain(ids.Span);
        var shared = places.Count == 0 ? 0 : places[0].IdLength;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            shared = Id(0)[..shared].CommonPrefixLength(Id(i));
        }

        if (!isPlain)
        {
            Array.Sort(order, (left, right) => Utf8Order.Compare(Id(left), Id(right)));
            return order;
        }

        for (var i = 0; i < order.Length; i++)
            keys[i] = Splitters.KeyOf(Id(i)[shared..]);
        Array.Sort(keys, order);
        for (var i = 0; i < order.Length;)
        {
            var end = i + 1;
            while (end < order.Length && keys[end] == keys[i])
                end++;
            if (end - i > 1)
                Array.Sort(order, i, end - i, Comparer<int>.Create((left, right) => Utf8Order.Compare(Id(left), Id(right))));
            i = end;
        }

        return order;
    }

    private void Index(int[] order, List<(int Start, int Length, int Id, int IdLength)> places, Bytes ids)
    {
        count = order.Length;
        sortedIds = ids.Span.ToArray();
        idOf = new (int, int)[count];
        slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(count * 2) + 1)];
        for (var i = 0; i < count; i++)
        {
            idOf[i] = (places[order[i]].Id, places[order[i]].IdLength);
            var slot = (int)Utf8Hash.Of(IdOf(i)) & (slots.Length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = i + 1;
        }
    }

    private int Find(ReadOnlySpan<byte> id)
    {
        for (var slot = (int)Utf8Hash.Of(id) & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (IdOf(slots[slot] - 1).SequenceEqual(id))
                return slots[slot] - 1;
        }

        return -1;
    }

    private ReadOnlySpan<byte> IdOf(int subject) => sortedIds.AsSpan(idOf[subject].Start, idOf[subject].Length);
}
