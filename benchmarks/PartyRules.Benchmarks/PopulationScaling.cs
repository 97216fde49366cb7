using BenchmarkDotNet.Attributes;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>
/// A stream of members that are made on the fly, scored and let go, by one worker. Figures are for one member and hold the making of its
/// entries, which <see cref="MadeOnly"/> shows alone; the cost per member should be the same for every number of members.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 1, iterationCount: 3)]
public class PopulationScaling
{
    private readonly Scorer scorer = new(BuiltInSchemes.Get("fengxian"));

    /// <summary>Lets the machine code become what it is in a long run: the few calls of a large benchmark would not.</summary>
    [GlobalSetup]
    public Task Settle() => Score(200_000);

    [Benchmark(OperationsPerInvoke = 10_000)]
    public int MadeOnly() => SampleRecords.Of(10_000).Sum(record => record.Entries.Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = 100)]
    public Task<int> Members100() => Score(100);

    [Benchmark(OperationsPerInvoke = 10_000)]
    public Task<int> Members10000() => Score(10_000);

    [Benchmark(OperationsPerInvoke = 1_000_000)]
    public Task<int> Members1000000() => Score(1_000_000);

    private async Task<int> Score(int members)
    {
        var excellent = 0;
        var assessments = scorer.ScoreAsync(
            SampleRecords.Of(members).ToAsyncEnumerable(), 2026, degreeOfParallelism: 1, areFactsChecked: true);
        await foreach (var assessment in assessments.ConfigureAwait(false))
            excellent += assessment.Grade?.Id == "excellent" ? 1 : 0;
        return excellent;
    }
}
