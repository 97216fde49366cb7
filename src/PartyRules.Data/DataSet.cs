using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data;

/// <summary>Subjects and entries that were read and checked against a scheme.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Subjects">The subjects, ordered ordinally by identifier, so that results do not depend on the order of the file.</param>
/// <param name="Entries">The entries, in the order of the file, including those outside the year.</param>
/// <param name="Year">The calendar year that is assessed.</param>
/// <param name="EntriesOutsideYear">How many entries fall in other years; those that the scheme does not look back at do not count.</param>
public sealed record DataSet(IReadOnlyList<Subject> Subjects, IReadOnlyList<Entry> Entries, int Year, int EntriesOutsideYear)
{
    /// <summary>Results of other schemes or earlier years, from <c>earlier.csv</c>; empty where there is no such file.</summary>
    public IReadOnlyList<EarlierResult> Earlier { get; init; } = [];

    /// <summary>The files that it was read from, in the order of their names; empty for data that was made otherwise.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>
    /// What a person should know about the data though it is no mistake: columns and sheets that are not used, records and names that occur
    /// twice; empty for nothing.
    /// </summary>
    public IReadOnlyList<DataNotice> Notices { get; init; } = [];

    /// <summary>The summary of the results of this data.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="results">The results.</param>
    public RunSummary SummaryOf(Scheme scheme, IEnumerable<Assessment> results)
    {
        var summary = new RunSummary(scheme, Year)
        {
            Subjects = Subjects.Count,
            Entries = Entries.Count,
            EntriesOutsideYear = EntriesOutsideYear,
            EntriesLookedBackAt = Entries.Count(entry => scheme.LooksBackAt(entry.Date, Year)),
            OtherKinds = OtherKinds.Of(scheme, Subjects),
            Notices = Notices,
            Files = [.. Files.Select(file => (file.Name, file.Sha256))],
        };
        var whole = Period.OfYear(Year, scheme.FirstMonth);
        foreach (var entry in Entries.Where(entry => whole.Contains(entry.Date)))
            summary.AddEntryOfYear(entry.Date);
        foreach (var result in results)
            summary.Add(result);
        return summary;
    }
}
