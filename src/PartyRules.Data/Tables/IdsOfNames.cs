using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>
/// Gives identifiers to subjects of a table that has none: their names, with what they belong to behind where several have one name.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class IdsOfNames(Table table)
{
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, string Parent)> known = [];

    /// <summary>Takes note of the subject of the row; one that cannot be told from another is reported.</summary>
    public void Add(Subject subject, int place)
    {
        var key = SubjectFinder.Key(subject.Name);
        if (key.Length == 0)
            table.Report("data.empty", place, SubjectColumns.Name.Name);
        else if (!known.Add((key, SubjectFinder.Key(subject.Parent))))
            table.Report("data.same-name", place, subject.Name);
        names[key] = names.GetValueOrDefault(key) + 1;
    }

    /// <summary>The subjects with their identifiers.</summary>
    public List<Subject> Give(List<Subject> subjects, ProblemLog problems)
    {
        problems.Notices.Add(DataMessages.Notice("notice.ids-of-names", new SourceLocation(table.Name)));
        return subjects.ConvertAll(subject => new Subject
        {
            Id = IdOf(subject),
            Name = subject.Name,
            Kind = subject.Kind,
            Parent = subject.Parent,
            Category = subject.Category,
            Employment = subject.Employment,
            PreviousGrade = subject.PreviousGrade,
            Attributes = subject.Attributes,
        });
    }

    private string IdOf(Subject subject)
    {
        var name = Folding.Fold(subject.Name);
        return names[SubjectFinder.Key(subject.Name)] > 1 ? $"{name}({subject.Parent})" : name;
    }
}
