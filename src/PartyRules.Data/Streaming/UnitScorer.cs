using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PartyRules.Clauses.Conditions;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Data.Streaming;

/// <summary>How it went with rows that were read quickly.</summary>
internal enum Verdict
{
    /// <summary>All of them are right.</summary>
    Fine,

    /// <summary>They do not come in the order that was hoped for.</summary>
    Unsorted,

    /// <summary>Something may be wrong with them.</summary>
    Doubtful,
}

/// <summary>Some subjects with all their entries, both as rows in the order of the subjects' identifiers.</summary>
internal sealed record Unit(ReadOnlyMemory<byte> Subjects, ReadOnlyMemory<byte> Entries, params IDisposable[] Holds) : IDisposable
{
    public void Dispose()
    {
        foreach (var hold in Holds)
            hold.Dispose();
    }
}

/// <summary>What came of a unit.</summary>
/// <param name="Verdict">How it went.</param>
/// <param name="Results">The encoded results.</param>
/// <param name="FirstId">The identifier of the first entry, as UTF-8; null where there is none.</param>
/// <param name="LastId">That of the last.</param>
/// <param name="IdsAscend">Whether each entry's identifier is higher, byte by byte, than the one before, so that none repeats.</param>
/// <param name="Subjects">How many subjects it holds.</param>
internal sealed record UnitResult(Verdict Verdict, Bytes? Results = null, byte[]? FirstId = null, byte[]? LastId = null, bool IdsAscend = true, int Subjects = 0);

/// <summary>Scores units, on one thread.</summary>
internal sealed class UnitScorer(Tables tables, StreamedRun run) : IDisposable
{
    private const int LongestRow = 64 * 1024;
    private const int FewEntries = 64;
    private readonly SubjectRows subjectRows = new(tables, run.Checker);
    private readonly EntryRows entryRows = new(tables, run.Checker);
    private readonly ScoringWorker scorer = run.Scorer.CreateWorker(run.Year, run.Earlier);
    private readonly ResultsEncoder encoder = run.Output.CreateEncoder();
    private readonly List<Entry> own = [];
    private readonly byte[] lastIdBytes = new byte[LongestRow];
    private readonly DateOnly yearStart = new(run.Year, 1, 1), yearEnd = new(run.Year, 12, 31);

    public RunSummary Summary { get; } = new(run.Scheme, run.Year);

    public UnitResult Score(Unit unit, CancellationToken cancellationToken)
    {
        using (unit)
        {
            if (!Fields.AreText(unit.Subjects.Span, tables.Subjects.IsTranscoded) || !Fields.AreText(unit.Entries.Span, tables.Entries.IsTranscoded))
                return new UnitResult(Verdict.Doubtful);
            var areQuoted = unit.Subjects.Span.Contains((byte)'"') || unit.Entries.Span.Contains((byte)'"');
            using var subjects = tables.Subjects.Read(unit.Subjects);
            using var entries = tables.Entries.Read(unit.Entries);
            var (isMore, ascend) = (entries.Read(), true);
            Subject? before = null;
            byte[]? firstId = null;
            var lastId = lastIdBytes.AsSpan(0, 0);
            encoder.Drop();
            var scored = 0;
            while (subjects.Read())
            {
                if (IsSuspicious(subjects, areQuoted) || subjectRows.Read(subjects) is not { } subject)
                    return new UnitResult(Verdict.Doubtful);
                if (before is not null && string.CompareOrdinal(before.Id, subject.Id) >= 0)
                    return new UnitResult(Verdict.Unsorted);
                before = subject;
                own.Clear();
                var id = subjectRows.Id(subjects);
                for (; isMore && entryRows.Subject(entries).SequenceEqual(id); isMore = entries.Read())
                {
                    if (IsSuspicious(entries, areQuoted) || entryRows.Read(entries, subject.Id) is not { } entry || !Count(entry))
                        return new UnitResult(Verdict.Doubtful);
                    var entryId = entryRows.Id(entries);
                    firstId ??= entryId.ToArray();
                    ascend &= lastId.SequenceCompareTo(entryId) < 0;
                    lastId = lastIdBytes.AsSpan(0, entryId.Length);
                    entryId.CopyTo(lastId);
                    Place(entry);
                }

                Summary.Subjects++;
                if (subject.Kind != run.Scheme.SubjectKind)
                {
                    Summary.OtherKinds.Add(subject.Kind);
                    continue;
                }

                if (Assess(subject, cancellationToken) is not { } assessment)
                    return new UnitResult(Verdict.Doubtful);
                Summary.Add(assessment);
                encoder.Add(assessment);
                scored++;
            }

            return isMore ? new UnitResult(Verdict.Unsorted) : new UnitResult(Verdict.Fine, encoder.Take(), firstId, firstId is null ? null : lastId.ToArray(), ascend, scored);
        }
    }

    public void Dispose() => encoder.Dispose();

    /// <summary>The assessment of a subject by its entries; null where it has none, which is reported after whatever is wrong with the rows.</summary>
    private Assessment? Assess(Subject subject, CancellationToken cancellationToken)
    {
        try
        {
            return scorer.Score(subject, own, cancellationToken);
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    /// <summary>Adds an entry where it belongs by date, which spares the scorer a sorted copy; of very many entries it leaves the order to the scorer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Place(Entry entry)
    {
        own.Add(entry);
        if (own.Count > FewEntries)
            return;
        var placed = CollectionsMarshal.AsSpan(own);
        var at = placed.Length - 1;
        for (; at > 0 && IsBefore(entry, placed[at - 1]); at--)
            placed[at] = placed[at - 1];
        placed[at] = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBefore(Entry left, Entry right) =>
        left.Date != right.Date ? left.Date < right.Date : string.CompareOrdinal(left.Id, right.Id) < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Count(Entry entry)
    {
        Summary.Entries++;
        if (entry.Date >= yearStart && entry.Date <= yearEnd)
            return true;
        Summary.EntriesOutsideYear++;
        return run.IsYearGiven;
    }

    internal static bool IsSuspicious(CsvHelper.CsvReader row, bool areQuoted) =>
        row.RawRecord.Length > LongestRow || (areQuoted && row.RawRecord.Count((byte)'"') % 2 != 0);
}
