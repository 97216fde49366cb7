using System.Collections.Concurrent;
using PartyRules.Engine.Partitions;

namespace PartyRules.Data.Streaming;

/// <summary>The engine's ordered pipeline, for a caller that waits for its end.</summary>
internal static class Pipeline
{
    /// <summary>Runs until the items end, the results are no longer wanted, or something fails.</summary>
    /// <typeparam name="TItem">What is worked on.</typeparam>
    /// <typeparam name="TWorker">What one thread keeps for itself.</typeparam>
    /// <typeparam name="TResult">What comes of an item.</typeparam>
    /// <param name="items">The items; taken one at a time, and no further than a few ahead of the results.</param>
    /// <param name="workers">One for each degree of parallelism.</param>
    /// <param name="work">The work.</param>
    /// <param name="next">Takes the results in the order of the items, one at a time; false asks to stop.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static void Run<TItem, TWorker, TResult>(
        IEnumerable<TItem> items,
        IReadOnlyList<TWorker> workers,
        Func<TWorker, TItem, TResult> work,
        Func<TResult, bool> next,
        CancellationToken cancellationToken)
    {
        if (workers.Count == 1)
        {
            RunAlone(items, workers[0], work, next, cancellationToken);
            return;
        }

        var unused = new ConcurrentQueue<TWorker>(workers);
        RunAsync().GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();

        async Task RunAsync()
        {
            var results = OrderedPipeline.RunAsync(
                items.ToAsyncEnumerable(),
                workers.Count,
                () => unused.TryDequeue(out var worker) ? worker : throw new InvalidOperationException(
                    "There are more workers than were given."),
                (worker, item, _) => work(worker, item),
                cancellationToken);
            await foreach (var (_, result, error) in results.ConfigureAwait(false))
            {
                error?.Throw();
                if (!next(result!))
                    return;
            }
        }
    }

    /// <summary>One worker works on the caller's thread, so that a caller who waits holds no other thread up.</summary>
    private static void RunAlone<TItem, TWorker, TResult>(
        IEnumerable<TItem> items,
        TWorker worker,
        Func<TWorker, TItem, TResult> work,
        Func<TResult, bool> next,
        CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!next(work(worker, item)))
                return;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
