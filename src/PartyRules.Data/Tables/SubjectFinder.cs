using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>
/// Finds whom an entry is about: by the subject's identifier, or by a name that only one subject has, or only one of those that belong to
/// the same.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SubjectFinder
{
    private const long MostComparisons = 20_000_000;
    private const int MostShown = 5;
    private readonly Dictionary<string, Subject> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subject>> byName = new(StringComparer.Ordinal);
    private readonly string file;
    private readonly bool areKnown;
    private readonly ReadAs readAs = new();
    private long comparisons;
    private long found;

    /// <summary>Makes a finder.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="file">The name of the file that holds them.</param>
    /// <param name="areKnown">Whether all of them could be read; otherwise nothing is said of one that is not found.</param>
    public SubjectFinder(IReadOnlyList<Subject> subjects, string file, bool areKnown)
    {
        (this.file, this.areKnown) = (file, areKnown);
        foreach (var subject in subjects)
        {
            byId.TryAdd(subject.Id, subject);
            if (subject.Name.Length == 0)
                continue;
            if (!byName.TryGetValue(Key(subject.Name), out var alike))
                byName.Add(Key(subject.Name), alike = []);
            alike.Add(subject);
        }
    }

    /// <summary>What a name is compared by: no blanks, dots or case.</summary>
    public static string Key(string name) => Folding.Skeleton(name);

    /// <summary>The subject of the row; null for none, which is reported.</summary>
    public Subject? Find(Table table, RowReader row)
    {
        var (id, name, parent) = (row[EntryColumns.Subject].Text, row[EntryColumns.Name].Text, row[EntryColumns.Parent].Text);
        if (byId.TryGetValue(id, out var subject))
        {
            if (name.Length > 0 && subject.Name.Length > 0 && Key(name) != Key(subject.Name))
                table.Report("data.other-name", row.PlaceOf(EntryColumns.Name), name, id, subject.Name, file);
            return subject;
        }

        var (written, column) = id.Length > 0 ? (id, EntryColumns.Subject) : (name, EntryColumns.Name);
        var place = row.PlaceOf(column) is >= 0 and var there ? there : row.PlaceOf(EntryColumns.Name);
        if (written.Length == 0)
        {
            if (areKnown)
                table.Report("data.nobody-named", place);
            return null;
        }

        return ByName(written, id.Length > 0 ? "" : parent, table, place);
    }

    /// <summary>What to tell people.</summary>
    /// <param name="entries">The name of the file of the entries.</param>
    public IEnumerable<DataNotice> NoticesOf(string entries)
    {
        if (found > 0)
            yield return readAs.NoticeAt(new SourceLocation(entries, path: EntryColumns.Subject.Name), "notice.by-name");
    }

    private Subject? ByName(string name, string parent, Table table, int place)
    {
        var alike = byName.GetValueOrDefault(Key(name), []);
        if (alike.Count > 1 && parent.Length > 0)
            alike = alike.FindAll(subject => Folding.Skeleton(subject.Parent) == Folding.Skeleton(parent));
        if (alike.Count == 1)
        {
            if (alike[0].Id != name)
            {
                found++;
                readAs.Add(name, alike[0].Id);
            }

            return alike[0];
        }

        if (alike.Count > 1)
        {
            var ids = string.Join(", ", alike.Take(MostShown).Select(subject => subject.Id)) + (alike.Count > MostShown ? ", …" : "");
            table.Report("data.name-of-several", place, name, ids);
        }
        else if (areKnown)
        {
            var isHinted = byId.Count > 0 && (comparisons += byId.Count + byName.Count) <= MostComparisons;
            var words = byId.Keys.Concat(byId.Values.Select(subject => subject.Name)).Where(word => word.Length > 0);
            var hint = !isHinted ? null
                : NearestWord.Find(name, words) is { } near ? DataMessages.Hint(name, [near])
                : DataMessages.Hint(name, [.. byId.Keys]);
            table.Report("data.unknown-subject", place, name, file, hint);
        }

        return null;
    }
}
