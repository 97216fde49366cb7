using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Xunit;
using PartyRules.Engine.Partitions;

namespace PartyRules.Engine.Tests.Partitions;

/// <summary>Partitions that stream through several workers.</summary>
public sealed class Streaming
{
    private static readonly RuleSet Shop = RuleSet.Compile("shop", new WorkAddsUp());

    [Property(MaxTest = 40)]
    [Statement("Results come in the order of the source, whatever the degree of parallelism and the size of batches.")]
    public async Task ResultsComeInTheOrderOfTheSource(PositiveInt count, PositiveInt degree, PositiveInt batchSize)
    {
        var options = new PartitionOptions { DegreeOfParallelism = 1 + (degree.Get % 8), BatchSize = 1 + (batchSize.Get % 9) };

        var results = await Run(Numbers(count.Get % 100), options).ToListAsync();

        results.Select(result => result.Value).Should().Equal(Enumerable.Range(0, count.Get % 100));
        results.Select(result => result.Index).Should().Equal(Enumerable.Range(0, count.Get % 100).Select(i => (long)i));
        Shop.EvaluateEach(Enumerable.Range(0, count.Get % 100), Load, Read).Should().Equal(results);
    }

    [Fact]
    [Statement("The caller chooses to stop at the failure of a rule or to collect it; collected, it loses only its partition.")]
    public async Task AStreamStopsAfterTheResultsBeforeTheFailure()
    {
        var seen = new List<int>();

        var act = async () =>
        {
            await foreach (var result in Run(Numbers(100), new PartitionOptions { DegreeOfParallelism = 4, BatchSize = 5 }, failsAt: 33))
                seen.Add(result.Value);
        };

        (await act.Should().ThrowAsync<RuleEvaluationException>()).Which.RuleName.Should().Be(typeof(WorkAddsUp).FullName);
        seen.Should().Equal(Enumerable.Range(0, 33));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [Statement("The caller chooses to stop at the failure of a rule or to collect it; collected, it loses only its partition.")]
    public async Task ACollectedFailureLosesOnlyItsPartition(int degree)
    {
        var options = new PartitionOptions { DegreeOfParallelism = degree, BatchSize = 5, FailureMode = FailureMode.Collect };

        var results = await Run(Numbers(100), options, failsAt: 33).ToListAsync();

        results.Should().HaveCount(100);
        results.Where(result => result.IsFailed).Should().ContainSingle().Which.Partition.Should().Be(33);
        results.Where(result => !result.IsFailed).Select(result => result.Value).Should()
            .Equal(Enumerable.Range(0, 100).Where(i => i != 33));
        results[33].Invoking(result => result.Value).Should().Throw<InvalidOperationException>()
            .WithInnerException<RuleEvaluationException>();
        Shop.EvaluateEach(Enumerable.Range(0, 100), (evaluator, i) => Load(evaluator, i, 33), Read, options)
            .Select(result => result.IsFailed).Should().Equal(results.Select(result => result.IsFailed));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("loader")]
    [InlineData("reader")]
    [Statement("What a source, loader or reader throws comes as it is, after the results before it.")]
    public async Task WhatSourceLoaderOrReaderThrowsComesAsItIs(string thrower)
    {
        var seen = new List<int>();
        void Throw(string who, int i)
        {
            if (who == thrower && i == 12)
                throw new TimeoutException(who);
        }

        var stream = Shop.EvaluateAsync(
            Numbers(50).Select(i =>
            {
                Throw("source", i);
                return i;
            }),
            (evaluator, i) =>
            {
                Throw("loader", i);
                Load(evaluator, i);
            },
            (evaluator, i) =>
            {
                Throw("reader", i);
                return i;
            },
            new PartitionOptions { DegreeOfParallelism = 3, BatchSize = 4, FailureMode = FailureMode.Collect });

        var act = async () =>
        {
            await foreach (var result in stream)
                seen.Add(result.Value);
        };

        await act.Should().ThrowAsync<TimeoutException>().WithMessage(thrower);
        seen.Should().Equal(Enumerable.Range(0, 12));
    }

    [Fact]
    [Statement("The source is read only as fast as results are taken.")]
    public async Task TheSourceIsReadOnlyAsFastAsResultsAreTaken()
    {
        var read = 0;
        var source = Numbers(10_000).Select(i => Interlocked.Increment(ref read) - 1);
        var stream = Run(source, new PartitionOptions { DegreeOfParallelism = 2, BatchSize = 10 });

        await using var results = stream.GetAsyncEnumerator();
        for (var i = 0; i < 5; i++)
            await results.MoveNextAsync();
        await Task.Delay(100);

        read.Should().BeLessThanOrEqualTo(((2 * 2) + 1) * 10, "no more batches are held than PartitionOptions.BatchSize states");
    }

    [Fact]
    [Statement("Cancellation ends the stream and leaves no work running, and so does leaving it early.")]
    public async Task CancellationEndsTheStreamAndLeavesNoWorkRunning()
    {
        using var cancellation = new CancellationTokenSource();
        var running = 0;
        var stream = PartitionStream.RunAsync("slow", Numbers(1000), () => 0, (_, i, token) =>
        {
            Interlocked.Increment(ref running);
            token.WaitHandle.WaitOne(20);
            Interlocked.Decrement(ref running);
            return i;
        }, new PartitionOptions { DegreeOfParallelism = 4, BatchSize = 2 }, cancellation.Token);

        var act = async () =>
        {
            await foreach (var result in stream)
            {
                if (result.Index == 3)
                    await cancellation.CancelAsync();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        running.Should().Be(0);
    }

    [Fact]
    [Statement("Cancellation ends the stream and leaves no work running, and so does leaving it early.")]
    [Statement("A source that waits must heed its cancellation token, because the stream waits for it.")]
    public async Task LeavingTheStreamEarlyLeavesNoWorkRunningAndClosesTheSource()
    {
        var closed = false;
        var running = 0;
        async IAsyncEnumerable<int> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return i;
                    await Task.Yield();
                }
            }
            finally
            {
                closed = true;
            }
        }

        var options = new PartitionOptions { DegreeOfParallelism = 4, BatchSize = 3 };
        await foreach (var result in PartitionStream.RunAsync("endless", Source(), () => 0, (_, i, token) => Work(i), options))
        {
            if (result.Index == 20)
                break;
        }

        closed.Should().BeTrue();
        running.Should().Be(0);

        int Work(int i)
        {
            Interlocked.Increment(ref running);
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
            return i;
        }
    }

    [Fact]
    public async Task EachWorkerHasAnEvaluatorOfItsOwn()
    {
        var evaluators = new ConcurrentDictionary<Evaluator, int>();

        int Count(Evaluator evaluator, int i) => evaluators.AddOrUpdate(evaluator, 1, (_, n) => n + 1);

        await foreach (var result in Shop.EvaluateAsync(
            Numbers(200), Load, Count, new PartitionOptions { DegreeOfParallelism = 3, BatchSize = 2 }))
            result.IsFailed.Should().BeFalse();

        evaluators.Count.Should().BeInRange(1, 3);
        evaluators.Values.Sum().Should().Be(200);
    }

    [Fact]
    public void OptionsOutOfRangeAreRefused()
    {
        FluentActions.Invoking(() => new PartitionOptions { DegreeOfParallelism = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new PartitionOptions { BatchSize = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IAsyncEnumerable<int> Numbers(int count) => Enumerable.Range(0, count).ToAsyncEnumerable();

    private static IAsyncEnumerable<PartitionResult<int, int>> Run(
        IAsyncEnumerable<int> source, PartitionOptions options, int failsAt = -1) =>
        Shop.EvaluateAsync(source, (evaluator, i) => Load(evaluator, i, failsAt), Read, options);

    private static void Load(Evaluator evaluator, int i) => Load(evaluator, i, -1);

    /// <summary>
    /// A member with one piece of work that is worth one point more than its number; one of no points makes the rule fail.
    /// </summary>
    private static void Load(Evaluator evaluator, int i, int failsAt)
    {
        evaluator.Add(new Member($"m{i}", "b"));
        evaluator.Add(new Work($"m{i}", i == failsAt ? 0 : i + 1));
    }

    private static int Read(Evaluator evaluator, int i) => evaluator.Facts<MemberTotal>().Single().Points - 1;
}
