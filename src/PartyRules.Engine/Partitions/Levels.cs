using PartyRules.Engine.Compilation;

namespace PartyRules.Engine.Partitions;

/// <summary>Rules at several levels, each reading what those below yielded: over a member, then over its branch, then over the township.</summary>
/// <remarks>
/// A given fact goes to each level whose rules read its type; a yielded one goes to each such level above. In each it goes to the partition of its key there. Levels run one after the
/// other, the partitions of one level at the same time. Immutable and thread-safe.
/// </remarks>
public sealed class Levels
{
    private readonly IReadOnlyList<Level> levels;

    /// <summary>Puts levels in order.</summary>
    /// <param name="levels">The levels, the lowest first.</param>
    /// <exception cref="ArgumentException">
    /// There is none, two have one name, or a level reads a type that has no key there, is no reference fact and is not yielded by the level's own rules alone. The
    /// message names every mistake.
    /// </exception>
    public Levels(params IEnumerable<Level> levels)
    {
        this.levels = [.. levels];
        var mistakes = this.levels.GroupBy(level => level.Name, StringComparer.Ordinal).Where(twins => twins.Count() > 1).Select(twins => $"Two levels have the name '{twins.Key}'.")
            .Concat(this.levels.SelectMany((level, i) => Unkeyed(level, this.levels.Take(i))))
            .ToList();
        if (this.levels.Count == 0)
            mistakes.Add("There is no level.");
        if (mistakes.Count > 0)
            throw new ArgumentException(string.Join(" ", mistakes), nameof(levels));
    }

    /// <summary>Evaluates all levels.</summary>
    /// <param name="facts">The given facts of all partitions, in any order.</param>
    /// <param name="options">How; null for the defaults. Where failures are collected, what a failed partition would have yielded is missing above.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    /// <exception cref="ArgumentException">A level reads a given or yielded fact that has no key there.</exception>
    /// <exception cref="RuleEvaluationException">A rule failed, and failures are not collected.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<LevelsResult> EvaluateAsync(IEnumerable<object> facts, PartitionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        options ??= PartitionOptions.Default;
        var known = facts.Select(fact => new Known(fact, null)).ToList();
        var results = new List<LevelResult>();
        foreach (var level in levels)
        {
            var partitions = new List<PartitionFacts>();
            await foreach (var result in EvaluateAsync(level, Group(level, known), options, cancellationToken).ConfigureAwait(false))
                partitions.Add(result.IsFailed ? new PartitionFacts(result.Partition.Key, [], result.Failure) : result.Value);
            known.AddRange(partitions.SelectMany(partition => partition.Known));
            results.Add(new LevelResult(level.Name, partitions));
        }

        return new LevelsResult(results);
    }

    private static IEnumerable<string> Unkeyed(Level level, IEnumerable<Level> below)
    {
        var shared = level.RuleSet.ReferenceFacts.Select(fact => fact.GetType()).ToHashSet();
        var comesFromBelow = below.SelectMany(lower => lower.Yields).ToList();
        return level.Reads
            .Where(type => !level.RuleSet.Keys!.MayCover(type)
                && !shared.Any(type.IsAssignableFrom)
                && (comesFromBelow.Exists(yielded => Stratifier.MayBe(yielded, type)) || !level.Yields.Any(yielded => Stratifier.MayBe(yielded, type))))
            .Select(type => $"Level '{level.Name}' reads {type.Name}, but nothing gives it a key there. Declare one, or give it as a reference fact through RuleSet.With.");
    }

    /// <summary>The facts that a level reads by partition, in ordinal order of the keys.</summary>
    private static SortedDictionary<string, List<Known>> Group(Level level, List<Known> known)
    {
        var groups = new SortedDictionary<string, List<Known>>(StringComparer.Ordinal);
        foreach (var fact in known.Where(fact => level.ReadsFactsOf(fact.Fact.GetType())))
        {
            var key = level.RuleSet.Keys!.KeyOf(fact.Fact)
                ?? throw new ArgumentException($"{fact.Fact.GetType().Name} {fact.Fact} has no key at level '{level.Name}', whose rules read it. Declare one, or give it as a reference fact through RuleSet.With.");
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add(fact);
        }

        return groups;
    }

    private static IAsyncEnumerable<PartitionResult<KeyValuePair<string, List<Known>>, PartitionFacts>> EvaluateAsync(
        Level level, SortedDictionary<string, List<Known>> groups, PartitionOptions options, CancellationToken cancellationToken) => PartitionStream.RunAsync(
            level.RuleSet.Name,
            groups.ToAsyncEnumerable(),
            () => level.RuleSet.CreateEvaluator(options.RecordDerivations, options.Services),
            (evaluator, group, stopping) =>
            {
                evaluator.Reset();
                foreach (var (fact, derivation) in group.Value)
                {
                    if (derivation is null)
                        evaluator.Add(fact);
                    else
                        evaluator.AddDerived(derivation);
                }

                var counts = evaluator.CountFacts();
                evaluator.Run(stopping);
                return new PartitionFacts(group.Key, [.. evaluator.FactsSince(counts).Select(fact => new Known(fact, options.RecordDerivations ? evaluator.DerivationOf(fact) : null))], null);
            },
            options,
            cancellationToken);

    /// <summary>A fact that levels above may read.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Derivation">How it came about; null where it was given, or that is not recorded.</param>
    internal readonly record struct Known(object Fact, Derivation? Derivation);
}
