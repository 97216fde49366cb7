using System.Collections.Immutable;
using System.Globalization;

namespace PartyRules.Verification.Search;

/// <summary>A data set in the making: the subject that is looked at, those it is compared with, and what is recorded of them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed record Draft
{
    /// <summary>The subject that is looked at.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What is recorded of it.</summary>
    public ImmutableList<Act> Acts { get; init; } = [];

    /// <summary>What is recorded of each of those it is compared with; they are like it in all else.</summary>
    public ImmutableList<ImmutableList<Act>> Rivals { get; init; } = [];

    /// <summary>Results of other schemes or earlier years.</summary>
    public ImmutableList<EarlierResult> Earlier { get; init; } = [];

    /// <summary>How much there is of it: the smaller of two that show the same is the better one.</summary>
    public int Size => Acts.Count + Earlier.Count + Rivals.Sum(acts => acts.Count + 1);

    /// <summary>The same with further entries about the subject.</summary>
    public Draft With(params IEnumerable<Act> acts) => this with { Acts = Acts.AddRange(acts) };

    /// <summary>All subjects: the one that is looked at, then its rivals.</summary>
    public IReadOnlyList<Subject> Subjects => [Subject, .. Rivals.Select((_, i) => Like(Subject, $"s{Number(i + 2)}"))];

    /// <summary>All entries, numbered.</summary>
    public IReadOnlyList<Entry> Entries()
    {
        var entries = new List<Entry>();
        foreach (var (subject, acts) in Subjects.Zip([Acts, .. Rivals]))
        {
            foreach (var act in acts.OrderBy(act => act.Date))
            {
                entries.Add(new Entry
                {
                    Id = $"e{Number(entries.Count + 1)}",
                    Subject = subject.Id,
                    Item = act.Item,
                    Date = act.Date,
                    Value = act.OwnValue,
                    Level = act.Level,
                    Reference = act.Reference,
                    Evaluator = act.Evaluator,
                    Attributes = act.Attributes,
                });
            }
        }

        return entries;
    }

    /// <summary>A subject that differs from another in some things alone; where that one names itself, this one does so too.</summary>
    public static Subject Like(
        Subject subject,
        string? id = null,
        string? category = null,
        string? employment = null,
        string? previousGrade = null,
        (string Name, string Value)? attribute = null)
    {
        string Named(string text) => text == subject.Id ? id ?? text : text;
        var attributes = subject.Attributes.ToDictionary(pair => pair.Key, pair => Named(pair.Value), StringComparer.Ordinal);
        if (attribute is var (name, value))
            attributes[name] = value;
        return new Subject
        {
            Id = id ?? subject.Id,
            Kind = subject.Kind,
            Parent = Named(subject.Parent),
            Category = category ?? subject.Category,
            Employment = employment ?? subject.Employment,
            PreviousGrade = previousGrade ?? subject.PreviousGrade,
            Attributes = attributes,
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
