using System.Runtime.InteropServices;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Data.Summaries;

namespace PartyRules.Data.Streaming;

/// <summary>
/// Finds subjects that may be one, in memory that does not grow with their number: hashes of names and identifiers go to disk, and only
/// those that occur more than once are looked up in the file again.
/// </summary>
/// <remarks>At most a hundred thousand names and identifiers that repeat are looked up.</remarks>
internal sealed class LikenessPass(string folder) : IDisposable
{
    private const int MostRepeated = 100_000;
    private readonly DistinctIds names = new(folder);
    private readonly DistinctIds ids = new(folder);
    private readonly List<Collector> collectors = [];

    /// <summary>What one thread collects.</summary>
    public Collector Collect()
    {
        var collector = new Collector(names.Collect(), ids.Collect());
        collectors.Add(collector);
        return collector;
    }

    /// <summary>What to tell people, once all threads have collected.</summary>
    /// <param name="open">Opens the files anew.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public IEnumerable<DataNotice> Notices(Func<StreamedTables> open, CancellationToken cancellationToken)
    {
        var found = new Likenesses();
        foreach (var collector in collectors)
        {
            collector.Flush();
            found.AddParents(collector.Parents);
        }

        var (sameNames, likeIds) = (Repeated(names, cancellationToken), Repeated(ids, cancellationToken));
        if (sameNames.Count > 0 || likeIds.Count > 0)
            LookUp(open, sameNames, likeIds, found);
        return found.Notices;
    }

    public void Dispose()
    {
        names.Dispose();
        ids.Dispose();
    }

    private static HashSet<ulong> Repeated(DistinctIds hashes, CancellationToken cancellationToken)
    {
        var repeated = hashes.Repeated(cancellationToken);
        return repeated.Count <= MostRepeated ? repeated : [.. repeated.Order().Take(MostRepeated)];
    }

    private static void LookUp(Func<StreamedTables> open, HashSet<ulong> sameNames, HashSet<ulong> likeIds, Likenesses found)
    {
        using var tables = open();
        var (id, name) = (tables.PlaceOf(SubjectColumns.Id), tables.PlaceOf(SubjectColumns.Name));
        foreach (var block in PartitionedBlocks.Blocks(tables.Subjects))
        {
            using (block)
            {
                using var rows = tables.Subjects.Read(block.Rows.Memory);
                while (rows.Read())
                {
                    var identifier = rows.GetString(id);
                    var called = name < 0 ? "" : rows.GetString(name);
                    if (called.Length > 0 && sameNames.Contains(Collector.HashOf(Folding.Fold(called))))
                        found.AddName(called, identifier);
                    if (likeIds.Contains(Collector.HashOf(Folding.Skeleton(identifier))))
                        found.AddId(identifier);
                }
            }
        }
    }

    /// <summary>Collects hashes, on one thread.</summary>
    public sealed class Collector(DistinctIds.Collector names, DistinctIds.Collector ids)
    {
        private string parent = "";

        public Likenesses Parents { get; } = new();

        public static ulong HashOf(string text) => Utf8Hash.Of(MemoryMarshal.AsBytes(text.AsSpan()));

        public void Add(Subject subject)
        {
            if (subject.Name.Length > 0)
                names.Add(HashOf(Folding.Fold(subject.Name)));
            ids.Add(HashOf(Folding.Skeleton(subject.Id)));
            // Subjects of one parent mostly come one after the other.
            if (ReferenceEquals(subject.Parent, parent))
                return;
            parent = subject.Parent;
            Parents.AddParent(parent);
        }

        public void Flush()
        {
            names.Flush();
            ids.Flush();
        }
    }
}
