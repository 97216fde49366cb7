using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using NRules;
using PartyRules.Data.Samples;
using PartyRules.NRules;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>
/// All members in one NRules session: the compiled scorer, what NRules itself costs to take and group the facts, and both kinds of session.
/// Figures are for one session.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 7)]
public class OneNRulesSession
{
    private readonly Scorer compiled = new(BuiltInSchemes.Get("fengxian"));
    private readonly NRulesGrouping grouping = new();
    private readonly NRulesSessions closed = new(SessionMode.Sealed);
    private readonly NRulesSessions open = new(SessionMode.Open);
    private Subject[] subjects = [];
    private Entry[] entries = [];

    /// <summary>How many members.</summary>
    [Params(100, 1_000, 10_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        subjects = [.. SampleCounty.Subjects(Members, 7)];
        entries = [.. SampleCounty.Entries(Members, 7, 2026)];
        var expected = compiled.Score(subjects, entries, 2026).Select(Row).Order(StringComparer.Ordinal).ToList();
        foreach (var sessions in new[] { closed, open })
        {
            var rows = sessions.Fired(subjects, entries).Query<Assessment>().AsEnumerable().Select(Row).Order(StringComparer.Ordinal);
            if (!rows.SequenceEqual(expected))
                throw new InvalidOperationException("A session and the compiled scorer disagree.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Compiled() => compiled.Score(subjects, entries, 2026).Count;

    [Benchmark]
    public object NRulesGroupsAlone() => grouping.Fired(subjects, entries);

    [Benchmark]
    public object Sealed() => closed.Fired(subjects, entries);

    [Benchmark]
    public object Open() => open.Fired(subjects, entries);

    private static string Row(Assessment assessment) => $"{assessment.Subject.Id} {assessment.Total} {assessment.Grade?.Id}";
}

/// <summary>One entry comes into a session that has assessed many members: that member alone is assessed anew.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 30)]
public class OneEntryMore
{
    private ISession session = null!;
    private int number;

    /// <summary>How many members the session holds.</summary>
    [Params(100, 10_000)]
    public int Members { get; set; }

    /// <summary>Whether the facts in between are in the session.</summary>
    [Params(SessionMode.Sealed, SessionMode.Open)]
    public SessionMode Mode { get; set; }

    [GlobalSetup]
    public void Setup() =>
        session = new NRulesSessions(Mode).Fired(SampleCounty.Subjects(Members, 7), SampleCounty.Entries(Members, 7, 2026));

    [Benchmark]
    public void ComesAndGoes()
    {
        var id = SampleCounty.Subjects(Members, 7).First().Id;
        var entry = new Entry { Id = $"more-{number++}", Subject = id, Item = "reward.bravery", Date = new(2026, 5, 5), Value = 1 };
        session.Insert(entry);
        session.Fire();
        session.Retract(entry);
        session.Fire();
    }
}
