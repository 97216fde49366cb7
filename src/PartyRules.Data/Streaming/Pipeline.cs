using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using PartyRules.Clauses.Selections;
using PartyRules.Schemes;

namespace PartyRules.Data.Streaming;

/// <summary>Work that is spread over threads while its results are handed on in order.</summary>
internal static class Pipeline
{
    /// <summary>Runs until the items end, the results are no longer wanted, or something fails.</summary>
    /// <typeparam name="TItem">What is worked on.</typeparam>
    /// <typeparam name="TWorker">What one thread keeps for itself.</typeparam>
    /// <typeparam name="TResult">What comes of an item.</typeparam>
    /// <param name="items">The items; taken one at a time, and no further than a few ahead of the results.</param>
    /// <param name="workers">One for each thread.</param>
    /// <param name="work">The work.</param>
    /// <param name="next">Takes the results in the order of the items, one at a time; false asks to stop.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    public static void Run<TItem, TWorker, TResult>(
        IEnumerable<TItem> items, IReadOnlyList<TWorker> workers, Func<TWorker, TItem, TResult> work, Func<TResult, bool> next, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var queue = new BlockingCollection<(long Number, TItem Item)>();
        // Counts the items between the reader and the results, so that memory stays bounded when one of them takes long.
        using var places = new SemaphoreSlim((workers.Count * 2) + 1);
        var pending = new SortedDictionary<long, TResult>();
        long due = 0;
        ExceptionDispatchInfo? failure = null;

        void Finish(long number, TResult result)
        {
            lock (pending)
            {
                pending.Add(number, result);
                while (pending.Remove(due, out var ready))
                {
                    due++;
                    places.Release();
                    if (!stop.IsCancellationRequested && !next(ready))
                        stop.Cancel();
                }
            }
        }

        void Fail(Exception exception)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            stop.Cancel();
        }

        void Work(TWorker worker)
        {
            try
            {
                foreach (var (number, item) in queue.GetConsumingEnumerable(stop.Token))
                    Finish(number, work(worker, item));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Somebody else stopped the run and said why.
            }
            catch (Exception exception)
            {
                Fail(exception);
                throw;
            }
        }

        var threads = workers.Select(worker => Task.Factory.StartNew(() => Work(worker), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            long number = 0;
            foreach (var item in items)
            {
                places.Wait(stop.Token);
                queue.Add((number++, item), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As above.
        }
        catch
        {
            stop.Cancel();
            throw;
        }
        finally
        {
            queue.CompleteAdding();
            Task.WhenAll(threads).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
