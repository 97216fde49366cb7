using BenchmarkDotNet.Attributes;
using PartyRules.Data.Samples;
using PartyRules.Schemes;

namespace PartyRules.Benchmarks;

/// <summary>Totals and grades of 1,000 members with a year of entries, facts in memory, one thread. Figures are for one member.</summary>
[MemoryDiagnoser]
public class MemberScoring
{
    private const int Members = 1000;
    private readonly Scorer scorer = new(BuiltInSchemes.Get("fengxian"));
    private readonly MicrosoftScorer microsoft = new();
    private Subject[] subjects = [];
    private Entry[] entries = [];
    private Entry[][] entriesOf = [];

    /// <summary>Makes the data, and refuses to measure contenders that disagree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        subjects = [.. SampleCounty.Subjects(Members, 7)];
        entries = [.. SampleCounty.Entries(Members, 7, 2026)];
        var bySubject = entries.ToLookup(entry => entry.Subject);
        entriesOf = [.. subjects.Select(subject => bySubject[subject.Id].ToArray())];
        var assessed = scorer.Score(subjects, entries, 2026);
        for (var i = 0; i < Members; i++)
        {
            var expected = HandWrittenScorer.Score(subjects[i], entriesOf[i]);
            var ours = (assessed[i].Total, assessed[i].Grade?.Id ?? "");
            var theirs = microsoft.Score(subjects[i], entriesOf[i]).GetAwaiter().GetResult();
            if (ours != expected || theirs != expected)
                throw new InvalidOperationException($"{subjects[i].Id}: hand-written {expected}, PartyRules {ours}, RulesEngine {theirs}.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Members)]
    public int HandWritten()
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if (HandWrittenScorer.Score(subjects[i], entriesOf[i]).Grade == "excellent")
                excellent++;
        }

        return excellent;
    }

    [Benchmark(OperationsPerInvoke = Members)]
    public int PartyRules() => scorer.Score(subjects, entries, 2026).Count;

    [Benchmark(OperationsPerInvoke = Members)]
    public async Task<int> MicrosoftRulesEngine()
    {
        var excellent = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            if ((await microsoft.Score(subjects[i], entriesOf[i]).ConfigureAwait(false)).Grade == "excellent")
                excellent++;
        }

        return excellent;
    }
}
