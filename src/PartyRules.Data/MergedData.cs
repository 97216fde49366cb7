using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data;

/// <summary>Makes one data set of several.</summary>
internal static class MergedData
{
    /// <summary>A place within one of several data sets.</summary>
    public static SourceLocation Within(string name, SourceLocation location) =>
        new(location.File is null ? name : $"{name}/{location.File}", location.Line, location.Column, location.Path);

    /// <summary>The data sets as one.</summary>
    /// <exception cref="ProblemException">A subject or an earlier result stands in two of them, or their years differ.</exception>
    public static DataSet Of(IReadOnlyList<(string Name, DataSet Data)> sets, int? year)
    {
        var problems = new ProblemLog();
        var years = sets.Select(set => set.Data.Year).Distinct().Order().ToList();
        if (year is null && years.Count > 1)
            problems.Add(DataMessages.Problem("data.several-years", new SourceLocation(), string.Join(", ", years)));
        foreach (var twins in sets.SelectMany(set => set.Data.Subjects.Select(subject => (set.Name, subject.Id)))
            .GroupBy(subject => subject.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var names = string.Join(", ", twins.Select(subject => subject.Name));
            problems.Add(DataMessages.Problem("data.subject-in-several", new SourceLocation(), twins.Key, names), twins.Key);
        }

        foreach (var twins in sets.SelectMany(set => set.Data.Earlier)
            .GroupBy(result => (result.Scheme, result.Subject, result.Period)).Where(group => group.Skip(1).Any()))
        {
            var (scheme, subject, period) = twins.Key;
            problems.Add(DataMessages.Problem("data.result-in-several", new SourceLocation(), scheme, subject, period.ToString()), subject);
        }

        if (problems.Count > 0)
            throw new ProblemException(problems.Shown);
        return new DataSet(
            [.. sets.SelectMany(set => set.Data.Subjects).OrderBy(subject => subject.Id, StringComparer.Ordinal)],
            EntriesOf(sets),
            years[0],
            sets.Sum(set => set.Data.EntriesOutsideYear))
        {
            Earlier = [.. sets.SelectMany(set => set.Data.Earlier)],
            Files = [.. sets.SelectMany(set => set.Data.Files.Select(file => file with { Name = $"{set.Name}/{file.Name}" }))],
            Notices = [.. sets.SelectMany(set => set.Data.Notices.Select(notice =>
                notice with { Location = Within(set.Name, notice.Location) }))],
        };
    }

    /// <summary>The entries of all sets; each with the name of its set in front where two have one identifier.</summary>
    private static List<Entry> EntriesOf(IReadOnlyList<(string Name, DataSet Data)> sets)
    {
        var entries = sets.SelectMany(set => set.Data.Entries).ToList();
        if (entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count() == entries.Count)
            return entries;
        return [.. sets.SelectMany((set, i) => set.Data.Entries.Select(entry => Renamed(entry, NameOf(sets, i))))];
    }

    /// <summary>The name of a set; with its number where two have one name.</summary>
    private static string NameOf(IReadOnlyList<(string Name, DataSet Data)> sets, int number) =>
        sets.Count(set => set.Name == sets[number].Name) == 1 ? sets[number].Name : $"{sets[number].Name}#{number + 1}";

    private static Entry Renamed(Entry entry, string set) => new()
    {
        Id = $"{set}/{entry.Id}",
        Subject = entry.Subject,
        Item = entry.Item,
        Date = entry.Date,
        Value = entry.Value,
        Level = entry.Level,
        Attributes = entry.Attributes,
        Reference = entry.Reference,
        Evaluator = entry.Evaluator,
        Note = entry.Note,
    };
}
