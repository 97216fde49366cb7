using System.Diagnostics;
using System.Diagnostics.Metrics;
using PartyRules.Engine.Partitions;

namespace PartyRules.Engine.Tests.Partitions;

/// <summary>What those who observe are told, under the names that docs/engine.md gives.</summary>
public sealed class Observing
{
    [Fact]
    [Statement("A stream is an activity that tells partitions, failures and degree.")]
    public async Task AStreamIsAnActivityThatTellsPartitionsFailuresAndDegree()
    {
        var name = UniqueName();
        var stopped = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "PartyRules.Engine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (stopped)
                    stopped.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await Evaluate(name, 10);

        Activity[] all;
        lock (stopped)
            all = [.. stopped];
        var activity = all.Should().ContainSingle(activity => (string?)activity.GetTagItem("partyrules.rule_set") == name).Subject;
        activity.OperationName.Should().Be("evaluate partitions");
        activity.GetTagItem("partyrules.partitions").Should().Be(10L);
        activity.GetTagItem("partyrules.failures").Should().Be(1L);
        activity.GetTagItem("partyrules.degree").Should().Be(2);
        Activity.Current.Should().BeNull("an activity does not outlive its stream");
    }

    [Fact]
    [Statement("Partitions, facts, failures and batches are counted.")]
    public async Task PartitionsFactsFailuresAndBatchesAreCounted()
    {
        var name = UniqueName();
        var counted = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "PartyRules.Engine")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        void Count(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.ToArray().Any(tag => tag.Key == "partyrules.rule_set" && (string?)tag.Value == name))
            {
                lock (counted)
                    counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + (instrument is Histogram<double> ? 1 : value);
            }
        }

        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Count(instrument, value, tags));
        listener.Start();

        await Evaluate(name, 10);

        counted.Should().BeEquivalentTo(new Dictionary<string, double>
        {
            ["partyrules.engine.partitions"] = 10,
            ["partyrules.engine.failures"] = 1,
            ["partyrules.engine.facts"] = 9,
            ["partyrules.engine.batch.duration"] = 4,
        });
    }

    [Fact]
    public async Task AStreamThatAFailureStopsCountsTheFailedPartition()
    {
        var name = UniqueName();
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "PartyRules.Engine")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags.ToArray().Any(tag => (string?)tag.Value == name))
            {
                lock (counted)
                    counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
            }
        });
        listener.Start();

        await FluentActions.Invoking(() => Evaluate(name, 5, FailureMode.Stop)).Should().ThrowAsync<RuleEvaluationException>();

        (counted["partyrules.engine.partitions"], counted["partyrules.engine.failures"]).Should().Be((4, 1));
    }

    private static string UniqueName() => $"observed-{Guid.NewGuid():N}";

    /// <summary>Members in batches of three, of whom the fourth makes its rule fail.</summary>
    private static async Task Evaluate(string name, int count, FailureMode failureMode = FailureMode.Collect)
    {
        var ruleSet = RuleSet.Compile(name, new WorkAddsUp());
        var degree = failureMode == FailureMode.Stop ? 1 : 2;
        var options = new PartitionOptions { DegreeOfParallelism = degree, BatchSize = 3, FailureMode = failureMode };
        await foreach (var result in ruleSet.EvaluateAsync(
            Enumerable.Range(0, count).ToAsyncEnumerable(),
            (evaluator, i) =>
            {
                evaluator.Add(new Member($"m{i}", "b"));
                evaluator.Add(new Work($"m{i}", i == 3 ? 0 : 1));
            },
            (evaluator, i) => evaluator.Facts<MemberTotal>()[0].Points,
            options))
        {
            (result.Index == 3).Should().Be(result.IsFailed);
        }
    }
}
