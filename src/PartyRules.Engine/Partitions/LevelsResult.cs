namespace PartyRules.Engine.Partitions;

/// <summary>What an evaluation at several levels yielded.</summary>
/// <remarks>Immutable; as thread-safe as the facts.</remarks>
public sealed class LevelsResult
{
    internal LevelsResult(IReadOnlyList<LevelResult> levels) => Levels = levels;

    /// <summary>The levels, the lowest first.</summary>
    public IReadOnlyList<LevelResult> Levels { get; }

    /// <summary>The partitions in which a rule failed, by level and key; empty unless failures were collected.</summary>
    public IReadOnlyList<PartitionFacts> Failed => [.. Levels.SelectMany(level => level.Partitions).Where(partition => partition.Failure is not null)];

    /// <summary>The yielded facts of a type, including those of derived types, by level, then by key, then in the order in which they were yielded.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    public IReadOnlyList<TFact> Facts<TFact>() => [.. Levels.SelectMany(level => level.Partitions).SelectMany(partition => partition.Facts<TFact>())];

    /// <summary>How a yielded fact came about, down to the given facts.</summary>
    /// <param name="fact">A fact that was yielded, at any level.</param>
    /// <exception cref="InvalidOperationException">Derivations were not recorded.</exception>
    /// <exception cref="ArgumentException">The fact was not yielded.</exception>
    public Derivation DerivationOf(object fact)
    {
        var known = Levels.SelectMany(level => level.Partitions).SelectMany(partition => partition.Known)
            .Where(known => ReferenceEquals(known.Fact, fact) || (fact is ValueType && known.Fact.Equals(fact)))
            .Select(known => known.Derivation)
            .ToList();
        if (known.Count == 0)
            throw new ArgumentException($"{fact} was not yielded at any level.", nameof(fact));
        return known[0] ?? throw new InvalidOperationException("Derivations are not recorded. Set RecordDerivations in the options.");
    }
}

/// <summary>What one level yielded.</summary>
/// <remarks>Immutable; as thread-safe as the facts.</remarks>
public sealed class LevelResult
{
    internal LevelResult(string name, IReadOnlyList<PartitionFacts> partitions)
    {
        Name = name;
        Partitions = partitions;
    }

    /// <summary>The level's name.</summary>
    public string Name { get; }

    /// <summary>Its partitions, in ordinal order of their keys.</summary>
    public IReadOnlyList<PartitionFacts> Partitions { get; }
}

/// <summary>What one partition of a level yielded.</summary>
/// <remarks>Immutable; as thread-safe as the facts.</remarks>
public sealed class PartitionFacts
{
    internal PartitionFacts(string key, IReadOnlyList<Levels.Known> known, RuleEvaluationException? failure)
    {
        Key = key;
        Known = known;
        Failure = failure;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>Which rule failed, so that nothing was yielded; null where none did.</summary>
    public RuleEvaluationException? Failure { get; }

    internal IReadOnlyList<Levels.Known> Known { get; }

    /// <summary>The yielded facts of a type, including those of derived types, in the order in which they were yielded.</summary>
    /// <typeparam name="TFact">The type.</typeparam>
    public IReadOnlyList<TFact> Facts<TFact>() => [.. Known.Select(known => known.Fact).OfType<TFact>()];
}
