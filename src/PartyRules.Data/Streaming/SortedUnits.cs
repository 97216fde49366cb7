using PartyRules.Clauses.Conditions;

namespace PartyRules.Data.Streaming;

/// <summary>Units from files whose subjects, and entries by subject, come in the order of identifiers.</summary>
internal sealed class SortedUnits(Tables tables)
{
    private const int SubjectBytes = 1024 * 1024;

    /// <summary>What ended the units: the end of the files, or something else.</summary>
    public Verdict Verdict { get; private set; }

    public IEnumerable<Unit> All()
    {
        using var subjects = new SubjectCursor(tables.Subjects, tables.SubjectColumns[0]);
        byte[]? last = null;
        while (tables.Entries.Next(tables.EntryColumns[1]) is { } block)
        {
            if (last is not null && Utf8Order.Compare(last, block.First) >= 0)
            {
                block.Dispose();
                Verdict = Verdict.Unsorted;
                yield break;
            }

            last = block.Last;
            var rows = subjects.Take(last, int.MaxValue);
            yield return new Unit(rows.Memory, block.Rows.Memory, rows, block);
            if (Stop(subjects))
                yield break;
        }

        while (!Stop(subjects))
        {
            var rows = subjects.Take(null, SubjectBytes);
            yield return new Unit(rows.Memory, default, rows);
            if (rows.Length == 0)
                break;
        }
    }

    private bool Stop(SubjectCursor subjects)
    {
        if (tables.Subjects.IsDoubtful || tables.Entries.IsDoubtful)
            Verdict = Verdict.Doubtful;
        else if (!subjects.IsSorted)
            Verdict = Verdict.Unsorted;
        return Verdict != Verdict.Fine;
    }
}
