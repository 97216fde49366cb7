using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Data.Summaries;

/// <summary>Levels and evaluators that entries carry though nothing looks at them in entries of their item.</summary>
/// <remarks>A reference is always good for telling records apart. The same in whatever order entries are added. Not thread-safe.</remarks>
internal sealed class UnusedFields(FactChecker checker)
{
    private readonly HashSet<(string Field, string Item)> unused = [];
    private readonly HashSet<(string Item, int Carries)> seen = [];
    private readonly List<FactProblem> found = [];

    /// <summary>Looks at what an entry carries, once for each item and what its entries carry.</summary>
    public void Add(Entry entry)
    {
        var carries = (entry.Level.Length > 0 ? 1 : 0) + (entry.Evaluator.Length > 0 ? 2 : 0);
        if (carries == 0 || !seen.Add((entry.Item, carries)))
            return;
        checker.FindUnused(entry, found);
        unused.UnionWith(found.Where(field => field.Field != EntryColumns.Reference.Name).Select(field => (field.Field, entry.Item)));
        found.Clear();
    }

    public void Add(UnusedFields others) => unused.UnionWith(others.unused);

    /// <summary>What to tell people; a column at which nothing looks at all is told elsewhere.</summary>
    /// <param name="file">The file of the entries.</param>
    /// <param name="versions">The versions of the scheme.</param>
    public IEnumerable<DataNotice> Notices(string file, IReadOnlyList<Scheme> versions) => unused
        .Where(field => field.Field != "by" || versions.Any(version => version.Words.Evaluators.Codes.Count > 0))
        .GroupBy(field => field.Field, field => field.Item, StringComparer.Ordinal)
        .OrderBy(fields => fields.Key, StringComparer.Ordinal)
        .Select(fields => DataMessages.Notice(
            "notice.unused-field", new SourceLocation(file, path: fields.Key), string.Join(", ", fields.Order(StringComparer.Ordinal))));
}
