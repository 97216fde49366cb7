using FsCheck.Xunit;
using NRules;
using NRules.Fluent;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.NRules.Tests;

/// <summary>
/// Random facts, at times with a fault put in, at every entry point in code: the result is that of the facts that were given, alike
/// everywhere, or an error that names the fault. Nothing given is without effect and unsaid.
/// </summary>
public sealed class FaultsPutIn
{
    private static readonly Scorer Members = new(BuiltInSchemes.Get("fengxian"));
    private static readonly ISessionFactory Sessions = new RuleRepository().AddPartyRules(Members).Compile();

    /// <summary>What may be wrong: the code that names it, and how it is put in.</summary>
    private static readonly (string Code, Action<List<Subject>, List<Entry>, Random> PutIn)[] Faults =
    [
        ("fact.unknown-item", (_, entries, chance) => Change(entries, chance, entry => Copy(entry, item: "task.tarqet"))),
        ("fact.value-missing", (_, entries, chance) => Change(entries, chance, entry => Copy(entry, value: null))),
        ("fact.negative", (_, entries, chance) => Change(entries, chance, entry => Copy(entry, value: -1))),
        ("fact.id-missing", (_, entries, chance) => Change(entries, chance, entry => Copy(entry, id: ""))),
        ("fact.date-missing", (_, entries, chance) => Change(entries, chance, entry => Copy(entry, date: default(DateOnly)))),
        ("fact.duplicate-id",
            (_, entries, chance) => entries.Insert(chance.Next(entries.Count + 1), Copy(entries[chance.Next(entries.Count)]))),
        ("fact.duplicate-id",
            (subjects, _, chance) => subjects.Insert(chance.Next(subjects.Count + 1), Copy(subjects[chance.Next(subjects.Count)]))),
        ("fact.other-kind", (subjects, _, chance) => Change(subjects, chance, subject => Copy(subject, kind: "Member"))),
        ("fact.unknown-word", (subjects, _, chance) => Change(subjects, chance, subject => Copy(subject, category: "orgam"))),
        ("fact.word-missing", (subjects, _, chance) => Change(subjects, chance, subject => Copy(subject, category: ""))),
    ];

    [Property(MaxTest = 60)]
    public async Task EveryEntryPointScoresWhatIsGivenOrNamesTheFault(int seed)
    {
        var chance = new Random(seed);
        var (subjects, entries) = Facts(chance);
        var fault = chance.Next(3) == 0 ? default : Faults[chance.Next(Faults.Length)];
        fault.PutIn?.Invoke(subjects, entries, chance);

        var ways = new Func<Task<List<Assessment>>>[]
        {
            () => Task.FromResult(Members.Score(subjects, entries, 2026).ToList()),
            () => Task.FromResult(ByWorker(subjects, entries)),
            async () => await Members.ScoreAsync(
                Records(subjects, entries).ToAsyncEnumerable(), 2026, degreeOfParallelism: 2, batchSize: 2).ToListAsync(),
            () => Task.FromResult(InSession(subjects, entries)),
        };
        for (var i = 0; i < ways.Length; i++)
        {
            // A worker is given one subject after another, so that the same one may come again.
            if (i == 1 && fault.Code == "fact.duplicate-id")
                continue;
            var (totals, problems) = await Outcome(ways[i]);
            problems.Should().BeEquivalentTo(fault.Code is null ? [] : new[] { fault.Code }, "way {0} of seed {1}", i, seed);
            if (fault.Code is null)
                totals.Should().Equal(subjects
                    .Select(subject => $"{subject.Id} {ByHand(entries.Where(entry => entry.Subject == subject.Id))}")
                    .Order(StringComparer.Ordinal));
        }
    }

    private static async Task<(List<string> Totals, List<string> Problems)> Outcome(Func<Task<List<Assessment>>> way)
    {
        try
        {
            return ([.. (await way()).Select(row => $"{row.Subject.Id} {row.Total}").Order(StringComparer.Ordinal)], []);
        }
        catch (ProblemException exception)
        {
            return ([], [.. exception.Problems.Select(problem => problem.Code).Distinct()]);
        }
        catch (RuleRhsExpressionEvaluationException exception) when (exception.InnerException is ProblemException inner)
        {
            return ([], [.. inner.Problems.Select(problem => problem.Code).Distinct()]);
        }
    }

    private static List<Assessment> ByWorker(List<Subject> subjects, List<Entry> entries)
    {
        var worker = Members.CreateWorker(2026);
        return [.. Records(subjects, entries).Select(record => worker.Score(record.Subject, record.Entries))];
    }

    private static List<Assessment> InSession(List<Subject> subjects, List<Entry> entries)
    {
        var session = Sessions.CreateSession();
        session.InsertAll(subjects);
        session.InsertAll(entries);
        session.Insert(new AssessedYear(2026));
        session.Fire();
        return [.. session.Query<Assessment>()];
    }

    /// <summary>A base of 20, and what was done of tasks, which is too little to come to a limit.</summary>
    private static Points ByHand(IEnumerable<Entry> entries) =>
        20 + entries.Aggregate(Points.Zero, (sum, entry) => sum + entry.Value!.Value);

    private static (List<Subject> Subjects, List<Entry> Entries) Facts(Random chance)
    {
        List<Subject> subjects = [.. Enumerable.Range(1, 1 + chance.Next(4))
            .Select(i => new Subject { Id = $"m{i}", Kind = "member", Category = "organ", Employment = "in-post" })];
        List<Entry> entries =
        [
            .. Enumerable.Range(1, 1 + chance.Next(9)).Select(i => new Entry
            {
                Id = $"e{i}",
                Subject = subjects[chance.Next(subjects.Count)].Id,
                Item = "task.target",
                Date = new DateOnly(2026, i, 1 + chance.Next(28)),
                Value = chance.Next(6),
            }),
        ];
        return (subjects, entries);
    }

    private static IEnumerable<SubjectRecord> Records(List<Subject> subjects, List<Entry> entries) =>
        subjects.Select(subject => new SubjectRecord(subject, [.. entries.Where(entry => entry.Subject == subject.Id)]));

    private static void Change<T>(List<T> facts, Random chance, Func<T, T> change)
    {
        var at = chance.Next(facts.Count);
        facts[at] = change(facts[at]);
    }

    private static Subject Copy(Subject from, string? kind = null, string? category = null) =>
        new() { Id = from.Id, Kind = kind ?? from.Kind, Category = category ?? from.Category, Employment = from.Employment };

    private static Entry Copy(Entry from, string? item = null, string? id = null) => Copy(from, from.Value, from.Date, item, id);

    private static Entry Copy(Entry from, Points? value) => Copy(from, value, from.Date);

    private static Entry Copy(Entry from, DateOnly date) => Copy(from, from.Value, date);

    private static Entry Copy(Entry from, Points? value, DateOnly date, string? item = null, string? id = null) =>
        new() { Id = id ?? from.Id, Subject = from.Subject, Item = item ?? from.Item, Date = date, Value = value };
}
