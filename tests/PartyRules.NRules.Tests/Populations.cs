using PartyRules.Cases;
using PartyRules.Data;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.NRules.Tests;

/// <summary>Invented populations of a scheme: the subjects and entries of its worked cases, mixed and changed at random.</summary>
internal static class Populations
{
    public const int Year = 2026;

    /// <summary>A scheme that is built in or a sample.</summary>
    public static Scheme Known(string id) => IsBuiltIn(id) ? BuiltInSchemes.Get(id) : SchemeReader.ReadFile(SampleOf(id));

    /// <summary>The worked cases of a scheme that is built in or a sample.</summary>
    public static IReadOnlyList<SchemeCase> CasesOf(Scheme scheme) =>
        IsBuiltIn(scheme.Id) ? SchemeCases.OfBuiltIn(scheme.Id) : SchemeCases.Beside(SampleOf(scheme.Id), scheme);

    /// <summary>A population; the same seed gives the same one.</summary>
    public static (
        IReadOnlyList<Subject> Subjects, IReadOnlyList<Entry> Entries, IReadOnlyList<EarlierResult> Results) Of(Scheme scheme, int seed)
    {
        var random = new Random(seed);
        var cases = CasesOf(scheme);
        var people = cases.SelectMany(known => known.Subjects.Where(subject => subject.Kind == scheme.SubjectKind)).ToList();
        var records = cases.SelectMany(known => known.Entries).ToList();
        string[] codes = [.. scheme.Items.Select(item => item.Code).Concat(records.Select(record => record.Item)).Distinct()];
        string[] parents = ["p1", "p2"];
        T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

        var subjects = Enumerable.Range(1, random.Next(1, 5)).Select(number => Pick(people)).Select((like, i) => new Subject
        {
            Id = $"s{i}",
            Kind = like.Kind,
            Parent = random.Next(3) == 0 ? Pick(parents) : like.Parent,
            Category = random.Next(4) == 0 ? Pick(people).Category : like.Category,
            Employment = random.Next(4) == 0 ? Pick(people).Employment : like.Employment,
            PreviousGrade = Pick(people).PreviousGrade,
            Attributes = like.Attributes.ToDictionary(
                pair => pair.Key, pair => people.Exists(known => known.Id == pair.Value) ? "s0" : pair.Value, StringComparer.Ordinal),
        }).Select(WithPlacesOfItsPool).ToList();

        var entries = new List<Entry>();
        foreach (var subject in subjects)
        {
            for (var count = records.Count == 0 ? 0 : random.Next(0, 24); count > 0; count--)
            {
                var like = Pick(records);
                entries.Add(new Entry
                {
                    Id = $"e{entries.Count}",
                    Subject = subject.Id,
                    Item = random.Next(3) == 0 ? Pick(codes) : like.Item,
                    Date = random.Next(3) == 0
                        ? new DateOnly(Year - random.Next(8) / 7, random.Next(1, 13), random.Next(1, 29))
                        : new DateOnly(Year, like.Date.Month, Math.Min(28, like.Date.Day)),
                    Value = random.Next(4) switch
                    {
                        0 => Points.FromMillionths(
                        random.Next(0, 400) * 250_000L),
                        1 => null,
                        _ => like.Value
                    },
                    Level = like.Level,
                    Reference = random.Next(3) == 0 ? $"r{random.Next(3)}" : like.Reference,
                    Evaluator = random.Next(3) == 0 ? Pick(records).Evaluator : like.Evaluator,
                    Attributes = random.Next(4) == 0 ? Pick(records).Attributes : like.Attributes,
                });
            }
        }

        // Whole years of worked cases too, so that complete records and rounds come up often.
        if (random.Next(2) == 0)
        {
            var whole = Pick(cases);
            foreach (var (subject, i) in subjects.Select((subject, i) => (subject, i)).Where(pair => pair.i < whole.Subjects.Count))
            {
                entries.AddRange(whole.Entries.Where(entry => entry.Subject == whole.Subjects[i].Id).Select(entry => new Entry
                {
                    Id = $"w{entry.Id}",
                    Subject = subject.Id,
                    Item = entry.Item,
                    Date = new DateOnly(Year, entry.Date.Month, Math.Min(28, entry.Date.Day)),
                    Value = entry.Value,
                    Level = entry.Level,
                    Reference = entry.Reference,
                    Evaluator = entry.Evaluator,
                }));
            }
        }

        var earlier = cases.SelectMany(known => known.Results).Where(_ => random.Next(2) == 0)
            .Select(
                result =>
                    result with
                    {
                        Subject = subjects.Exists(
                        subject => subject.Id == result.Subject) || result.Parent.Length > 0 ? result.Subject : Pick(subjects).Id,
                        Parent = result.Parent.Length > 0 ? Pick(subjects).Id : "",
                        Period = Period.OfYear(Year)
                    })
                .ToList();
        return (subjects, entries, earlier);
    }

    /// <summary>The same subject, which states as many places for its pool as all others of its parent.</summary>
    private static Subject WithPlacesOfItsPool(Subject subject) => !subject.Attributes.ContainsKey("places") ? subject : new Subject
    {
        Id = subject.Id,
        Kind = subject.Kind,
        Parent = subject.Parent,
        Category = subject.Category,
        Employment = subject.Employment,
        PreviousGrade = subject.PreviousGrade,
        Attributes = new Dictionary<string, string>(subject.Attributes) { ["places"] = $"{subject.Parent[^1] % 3}" },
    };

    private static bool IsBuiltIn(string id) => BuiltInSchemes.Ids.Contains(id);

    private static string SampleOf(string id) => Path.Combine(AppContext.BaseDirectory, "samples", $"{id}.json");

    /// <summary>The entries with which nothing is wrong: a session of a host refuses all others.</summary>
    public static List<Entry> Sound(Scheme scheme, IEnumerable<Entry> entries)
    {
        var checker = new FactChecker(scheme, Year);
        return [.. entries.Where(IsSound)];

        bool IsSound(Entry entry)
        {
            var found = new List<FactProblem>();
            checker.Check(entry, found);
            return found.Count == 0;
        }
    }

    /// <summary>Everything that assessments say, as text.</summary>
    public static string Text(Scheme scheme, IEnumerable<Assessment> assessments)
    {
        var list = assessments.ToList();
        using var text = new StringWriter();
        ResultsWriter.Write(text, scheme, list);
        return text + string.Join('\n', list.Select(assessment => $"{assessment} {string.Join(' ', assessment.Components)}"));
    }
}
