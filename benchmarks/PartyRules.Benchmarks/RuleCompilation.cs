using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using PartyRules.Data.Samples;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>
/// The first time in a new process: reading a built-in scheme, compiling its rules, and scoring one member, which makes the machine code.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class RuleCompilation
{
    private Scheme members = null!;
    private Scheme branches = null!;
    private Subject[] subjects = [];
    private Entry[] entries = [];

    [GlobalSetup(Targets = [nameof(CompileMembers), nameof(CompileMembersAndScoreOne)])]
    public void ReadMembers() => (members, subjects, entries) =
        (BuiltInSchemes.Get("fengxian"), [.. SampleCounty.Subjects(1, 7)], [.. SampleCounty.Entries(1, 7, 2026)]);

    [GlobalSetup(Target = nameof(CompileBranches))]
    public void ReadBranches() => branches = BuiltInSchemes.Get("yongxi");

    [Benchmark]
    public object ReadScheme() => BuiltInSchemes.Get("fengxian");

    [Benchmark]
    public object CompileMembers() => new Scorer(members);

    [Benchmark]
    public object CompileBranches() => new Scorer(branches);

    [Benchmark]
    public object CompileMembersAndScoreOne() => new Scorer(members).Score(subjects, entries, 2026);
}
