using BenchmarkDotNet.Attributes;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;

namespace PartyRules.Benchmarks;

/// <summary>An equality join of n with n facts, each of which has one partner. A join by index takes time in proportion to n.</summary>
[MemoryDiagnoser]
public class JoinScaling
{
    private readonly RuleSet ruleSet = RuleSet.Compile("join", new KeysMeet());
    private Evaluator evaluator = null!;
    private Left[] left = [];
    private Right[] right = [];

    [Params(1_000, 2_000, 10_000, 20_000, 50_000, 100_000)]
    public int Facts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        evaluator = ruleSet.CreateEvaluator();
        left = [.. Enumerable.Range(0, Facts).Select(i => new Left($"k{i}"))];
        right = [.. Enumerable.Range(0, Facts).Select(i => new Right($"k{(int)(i * 7919L % Facts)}"))];
    }

    [Benchmark]
    public bool Join()
    {
        evaluator.Reset();
        evaluator.AddAll(left);
        evaluator.AddAll(right);
        evaluator.Run();
        return evaluator.TryGetFirst<Met>(out _);
    }

    public sealed class Left(string key)
    {
        public string Key { get; } = key;
    }

    public sealed class Right(string key)
    {
        public string Key { get; } = key;
    }

    [Occurrence]
    public readonly record struct Met(Left Left, Right Right);

    private sealed class KeysMeet : Rule
    {
        public override void Define()
        {
            Left left = null!;
            Right right = null!;
            When()
                .Match(() => left)
                .Match(() => right, r => r.Key == left.Key);
            Then().Yield(_ => new Met(left, right));
        }
    }
}
