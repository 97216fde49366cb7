using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PartyRules.Engine.Execution;

/// <summary>What the engine tells those who observe. Nothing is measured when nobody listens.</summary>
internal static class EngineTelemetry
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string Name = "PartyRules.Engine";

    public const string RuleSetTag = "partyrules.rule_set";

    public const string PartitionsTag = "partyrules.partitions";

    public const string FailuresTag = "partyrules.failures";

    public const string DegreeTag = "partyrules.degree";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Partitions = Meter.CreateCounter<long>(
        "partyrules.engine.partitions", "{partition}", "Partitions that were evaluated, failed ones included.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "partyrules.engine.failures", "{partition}", "Partitions in which a rule failed.");

    private static readonly Counter<long> Facts = Meter.CreateCounter<long>(
        "partyrules.engine.facts", "{fact}", "Facts that rules yielded.");

    private static readonly Histogram<double> BatchDuration = Meter.CreateHistogram<double>(
        "partyrules.engine.batch.duration", "s", "How long a worker took to evaluate a batch.");

    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Whether somebody wants to know how many facts are yielded.</summary>
    public static bool CountsFacts => Facts.Enabled;

    public static void CountFacts(string ruleSet, int yielded) =>
        Facts.Add(yielded, new KeyValuePair<string, object?>(RuleSetTag, ruleSet));

    /// <summary>A time stamp, or 0 where nobody wants durations.</summary>
    public static long StartOfBatch() => BatchDuration.Enabled ? Stopwatch.GetTimestamp() : 0;

    public static void EndOfBatch(string ruleSet, long start, int partitions, int failures)
    {
        var tag = new KeyValuePair<string, object?>(RuleSetTag, ruleSet);
        Partitions.Add(partitions, tag);
        if (failures > 0)
            Failures.Add(failures, tag);
        if (start != 0)
            BatchDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tag);
    }
}
