using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using PartyRules.Data.Samples;

namespace PartyRules.Benchmarks;

/// <summary>All members in one NRules session: what it costs that its joins compare every pair. Each size runs once.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 0, iterationCount: 1)]
public class OneNRulesSession
{
    private readonly NRulesSessions sessions = new();
    private Subject[] subjects = [];
    private Entry[][] entriesOf = [];

    /// <summary>How many members.</summary>
    [Params(100, 1_000, 10_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        subjects = [.. SampleCounty.Subjects(Members, 7)];
        var bySubject = SampleCounty.Entries(Members, 7, 2026).ToLookup(entry => entry.Subject);
        entriesOf = [.. subjects.Select(subject => bySubject[subject.Id].ToArray())];
    }

    [Benchmark]
    public int NRules() => sessions.Score(subjects, entriesOf, Members).Count;
}
