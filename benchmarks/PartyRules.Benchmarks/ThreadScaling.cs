using BenchmarkDotNet.Attributes;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>20,000 members with their entries in memory, scored as a stream by one worker and by two. Figures are for one member.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class ThreadScaling
{
    private const int Members = 20_000;
    private readonly Scorer scorer = new(BuiltInSchemes.Get("fengxian"));
    private SubjectRecord[] records = [];

    [GlobalSetup]
    public async Task Setup()
    {
        records = [.. SampleRecords.Of(Members)];
        for (var i = 0; i < 10; i++)
            _ = await Score(2).ConfigureAwait(false);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Members)]
    public Task<int> OneWorker() => Score(1);

    [Benchmark(OperationsPerInvoke = Members)]
    public Task<int> TwoWorkers() => Score(2);

    private async Task<int> Score(int degree)
    {
        var excellent = 0;
        var assessments = scorer.ScoreAsync(records.ToAsyncEnumerable(), 2026, degree, areFactsChecked: true);
        await foreach (var assessment in assessments.ConfigureAwait(false))
            excellent += assessment.Grade?.Id == "excellent" ? 1 : 0;
        return excellent;
    }
}
