using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using PartyRules.Data.Samples;
using PartyRules.Schemes;

namespace PartyRules.Benchmarks;

/// <summary>The first time in a new process: reading a built-in scheme, compiling its rules, and scoring one member, which makes the machine code.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class RuleCompilation
{
    [Benchmark]
    public object CompileMembers() => new Scorer(BuiltInSchemes.Get("fengxian"));

    [Benchmark]
    public object CompileBranches() => new Scorer(BuiltInSchemes.Get("yongxi"));

    [Benchmark]
    public object CompileMembersAndScoreOne() => new Scorer(BuiltInSchemes.Get("fengxian"))
        .Score([.. SampleCounty.Subjects(1, 7)], [.. SampleCounty.Entries(1, 7, 2026)], 2026);
}
