using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NRules;
using NRules.Fluent;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.NRules.Tests;

/// <summary>
/// Whatever facts are given in code: all at once, one subject after another, in a stream and in a session they give the same assessments,
/// or are refused with the same mistakes.
/// </summary>
public sealed class EveryEntryPointAgrees
{
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");
    private static readonly Scorer Scorer = new(Fengxian);
    private static readonly ISessionFactory Sessions = new RuleRepository().AddPartyRules(Fengxian).Compile();
    private static readonly string?[] Odd = [null, "", " ", "x", "m1", "member", "Member", "organ", "county", "task.target", "violation"];

    [Property(MaxTest = 150)]
    public Property OnWhatFactsGive() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        List<Subject> subjects = [.. Enumerable.Range(0, 2).Select(i => AnySubject($"m{i}", random))];
        List<Entry> entries = [.. Enumerable.Range(0, 4).Select(i => AnyEntry($"e{i}", $"m{i % 2}", random))];

        var refused = Scorer.Check(subjects, entries, 2026).Select(problem => problem.Code).Order(StringComparer.Ordinal).ToList();

        var all = Given(() => Scorer.Score(subjects, entries, 2026));
        all.Refused.Should().Equal(refused);
        var session = Given(() => InSession(subjects, entries));
        // A session looks at one subject after another: two may call their entries alike.
        if (refused.Exists(code => code != "fact.duplicate-id"))
            session.Refused.Should().NotBeEmpty("{0} are told of what is given at once", string.Join(", ", refused));
        if (refused.Count == 0)
        {
            session.Refused.Should().BeEmpty();
            session.Rows.Should().Equal(all.Rows);
        }

        if (refused.Exists(code => code is "fact.unknown-subject" or "fact.duplicate-id" or "fact.null" or "fact.id-missing"))
            return;
        SubjectRecord[] records =
            [.. subjects.Select(subject => new SubjectRecord(subject, entries.FindAll(entry => entry.Subject == subject.Id)))];
        var each = records.Select(record => Given(() => [Scorer.CreateWorker(2026).Score(record.Subject, record.Entries)])).ToList();
        each.SelectMany(one => one.Refused).Order(StringComparer.Ordinal).Should().Equal(refused);
        var stream = Given(() => Scorer.ScoreAsync(records.ToAsyncEnumerable(), 2026).ToBlockingEnumerable().ToList());
        (stream.Refused.Count > 0).Should().Be(refused.Count > 0);
        if (refused.Count > 0)
            return;
        each.SelectMany(one => one.Rows).Should().Equal(all.Rows);
        stream.Rows.Should().Equal(all.Rows);
    });

    private static (IReadOnlyList<string> Refused, IReadOnlyList<string> Rows) Given(Func<IReadOnlyList<Assessment>> score)
    {
        try
        {
            return ([], [.. score().Select(row => $"{row} {row.Total} {row.Grade?.Id} {string.Join(';', row.Findings)}")]);
        }
        catch (Exception thrown) when ((thrown as ProblemException ?? thrown.InnerException as ProblemException) is { } exception)
        {
            return ([.. exception.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal)], []);
        }
    }

    private static List<Assessment> InSession(List<Subject> subjects, List<Entry> entries)
    {
        var session = Sessions.CreateSession();
        session.InsertAll(subjects);
        session.InsertAll(entries);
        session.Insert(new AssessedYear(2026));
        session.Fire();
        return [.. session.Query<Assessment>().OrderBy(row => row.Subject.Id, StringComparer.Ordinal)];
    }

    private static string Any(string usual, Random random) => random.Next(20) == 0 ? Odd[random.Next(Odd.Length)]! : usual;

    private static Subject AnySubject(string id, Random random) => new()
    {
        Id = Any(id, random),
        Kind = Any("member", random),
        Category = Any("organ", random),
        Employment = Any("in-post", random),
        PreviousGrade = Any("", random),
    };

    private static Entry AnyEntry(string id, string subject, Random random) => new()
    {
        Id = Any(id, random),
        Subject = Any(subject, random),
        Item = Any(random.Next(3) == 0 ? "violation" : "task.target", random),
        Date = random.Next(20) == 0 ? default : new DateOnly(random.Next(20) == 0 ? 2025 : 2026, random.Next(1, 13), 5),
        Value = random.Next(3) switch { 0 => null, 1 => (Points)random.Next(-1, 9), _ => 3 },
        Level = Any("", random),
        Reference = Any("", random),
        Evaluator = Any("", random),
    };
}
