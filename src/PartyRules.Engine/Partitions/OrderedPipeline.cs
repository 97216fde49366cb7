using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace PartyRules.Engine.Partitions;

/// <summary>What came of one item.</summary>
/// <param name="Item">The item; the default where the source threw instead of giving one.</param>
/// <param name="Result">What the work gave; the default where it threw.</param>
/// <param name="Error">What the source, the making of a worker or the work threw; null for none. Nothing follows an error.</param>
internal readonly record struct WorkedItem<TItem, TResult>(TItem? Item, TResult? Result, ExceptionDispatchInfo? Error);

/// <summary>Works on the items of a source, several at the same time, and gives the results in the order of the source.</summary>
internal static class OrderedPipeline
{
    /// <summary>
    /// Runs until the source ends, something throws, or whoever enumerates leaves. However it ends, no work is left running and the source
    /// is let go: a source that waits must therefore heed the token that its enumerator is given.
    /// </summary>
    /// <remarks>
    /// Memory is bounded: at most twice the degree of parallelism, plus one, items are held, however slowly results are taken.
    /// </remarks>
    /// <param name="items">The items; taken by one worker at a time.</param>
    /// <param name="degreeOfParallelism">How many workers there are, from 1.</param>
    /// <param name="createWorker">
    /// Makes a worker, on the thread that uses it first; called once for each degree of parallelism at most.
    /// </param>
    /// <param name="work">The work; a worker is used by one thread at a time.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async IAsyncEnumerable<WorkedItem<TItem, TResult>> RunAsync<TWorker, TItem, TResult>(
        IAsyncEnumerable<TItem> items,
        int degreeOfParallelism,
        Func<TWorker> createWorker,
        Func<TWorker, TItem, CancellationToken, TResult> work,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = new OrderedWorkers<TWorker, TItem, TResult>(items, degreeOfParallelism, createWorker, work, stopping.Token);
        try
        {
            workers.Start();
            while (await workers.NextAsync(cancellationToken).ConfigureAwait(false) is { } place)
                yield return new WorkedItem<TItem, TResult>(place.Item, place.Result, place.Error);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await workers.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>
/// Workers that each take an item from the source, one worker at a time, and then work on it, all at the same time. An item gets its place
/// in the window when it is taken, and results are given from the window in that order; a full window holds the workers back. For one
/// enumeration.
/// </summary>
internal sealed class OrderedWorkers<TWorker, TItem, TResult>(
    IAsyncEnumerable<TItem> items,
    int degreeOfParallelism,
    Func<TWorker> createWorker,
    Func<TWorker, TItem, CancellationToken, TResult> work,
    CancellationToken stopping) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<TItem> source = items.GetAsyncEnumerator(stopping);
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Channel<Place> window = Channel.CreateBounded<Place>(
        new BoundedChannelOptions(2 * degreeOfParallelism) { SingleReader = true });

    private Task[] workers = [];
    private bool isOver;

    public void Start() => workers = [.. Enumerable.Range(0, degreeOfParallelism).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];

    /// <summary>The next item in order, once it is done; null at the end.</summary>
    public async ValueTask<Place?> NextAsync(CancellationToken cancellationToken)
    {
        while (await window.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (window.Reader.TryRead(out var place))
            {
                await place.Done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
                return place;
            }
        }

        return null;
    }

    /// <summary>Waits until no worker runs, then lets go of the source. Whoever calls asks the workers to stop before.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await source.DisposeAsync().ConfigureAwait(false);
        reading.Dispose();
    }

    private async Task WorkAsync()
    {
        var worker = default(TWorker);
        var isMade = false;
        while (await TakeAsync().ConfigureAwait(false) is { } place)
        {
            try
            {
                if (!isMade)
                    worker = createWorker();
                isMade = true;
                place.Result = work(worker!, place.Item!, stopping);
            }
#pragma warning disable CA1031 // Whatever is thrown is thrown again where results are taken.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Volatile.Write(ref isOver, true);
                place.Error = ExceptionDispatchInfo.Capture(exception);
            }

            place.Done.SetResult();
        }
    }

    /// <summary>Takes the next item into the window; null where nothing is left, or nothing more is wanted.</summary>
    private async ValueTask<Place?> TakeAsync()
    {
        await reading.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            // The window must have room before the source is read, so that no item is held outside it.
            if (Volatile.Read(ref isOver) || !await window.Writer.WaitToWriteAsync(stopping).ConfigureAwait(false))
            {
                window.Writer.TryComplete();
                return null;
            }

            var place = await ReadAsync().ConfigureAwait(false);
            if (place is not null)
                window.Writer.TryWrite(place);
            if (place is { Error: null })
                return place;
            Volatile.Write(ref isOver, true);
            window.Writer.TryComplete();
            return null;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>The next item of the source, or what the source threw; null at the end.</summary>
    private async ValueTask<Place?> ReadAsync()
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false) ? new Place { Item = source.Current } : null;
        }
#pragma warning disable CA1031 // Whatever the source throws is thrown again where results are taken.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var place = new Place { Error = ExceptionDispatchInfo.Capture(exception) };
            place.Done.SetResult();
            return place;
        }
    }

    /// <summary>An item on its way.</summary>
    public sealed class Place
    {
        public TItem? Item { get; init; }

        public TResult? Result { get; set; }

        public ExceptionDispatchInfo? Error { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
