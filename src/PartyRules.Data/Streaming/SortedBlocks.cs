using PartyRules.Data.Columns;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>Blocks from files whose subjects, and entries by subject, come in the order of identifiers.</summary>
internal sealed class SortedBlocks(StreamedTables tables)
{
    private const int SubjectBytes = 1024 * 1024;

    /// <summary>What ended the blocks: the end of the files, or something else.</summary>
    public BlockStatus Status { get; private set; }

    public IEnumerable<SubjectBlock> All()
    {
        using var subjects = new SubjectCursor(tables.Subjects, tables.PlaceOf(SubjectColumns.Id));
        byte[]? last = null;
        while (tables.Entries.Next(tables.PlaceOf(EntryColumns.Subject)) is { } block)
        {
            if (last is not null && Utf8Order.Compare(last, block.First) >= 0)
            {
                block.Dispose();
                Status = BlockStatus.Unsorted;
                yield break;
            }

            last = block.Last;
            var rows = subjects.Take(last, int.MaxValue);
            yield return new SubjectBlock(rows.Memory, block.Rows.Memory, rows, block);
            if (Stop(subjects))
                yield break;
        }

        while (!Stop(subjects))
        {
            var rows = subjects.Take(null, SubjectBytes);
            yield return new SubjectBlock(rows.Memory, default, rows);
            if (rows.Length == 0)
                break;
        }
    }

    private bool Stop(SubjectCursor subjects)
    {
        if (tables.Subjects.NeedsStrictReading || tables.Entries.NeedsStrictReading)
            Status = BlockStatus.NeedsStrictReading;
        else if (!subjects.IsSorted)
            Status = BlockStatus.Unsorted;
        return Status != BlockStatus.Sound;
    }
}
