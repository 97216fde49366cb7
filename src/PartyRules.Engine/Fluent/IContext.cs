namespace PartyRules.Engine.Fluent;

/// <summary>What a rule's action can ask about its surroundings.</summary>
/// <remarks>
/// The members of NRules' context that change facts or the run are here so that a ported rule compiles as C#; the rule itself is refused
/// with the reason and the way out when it uses one.
/// </remarks>
public interface IContext
{
    /// <summary>The rule that acts.</summary>
    Model.RuleDefinition Rule { get; }

    /// <summary>Asks whether the caller has given up.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>A service of the host.</summary>
    /// <typeparam name="TService">The type of service.</typeparam>
    /// <exception cref="InvalidOperationException">The evaluator was given no provider, or the provider has no such service.</exception>
    TService Resolve<TService>()
        where TService : notnull;

    /// <summary>A service of the host.</summary>
    /// <param name="serviceType">The type of service.</param>
    /// <exception cref="InvalidOperationException">The evaluator was given no provider, or the provider has no such service.</exception>
    object Resolve(Type serviceType);

#pragma warning disable CS1591 // The refused members are documented as one, in the remarks of the interface.
    void Halt() => throw Refusals.Of(nameof(Halt));

    void Insert(object fact) => throw Refusals.Of(nameof(Insert));

    void InsertAll(IEnumerable<object> facts) => throw Refusals.Of(nameof(InsertAll));

    bool TryInsert(object fact) => throw Refusals.Of(nameof(TryInsert));

    bool TryInsertAll(IEnumerable<object> facts) => throw Refusals.Of(nameof(TryInsertAll));

    void InsertLinked(object key, object fact) => throw Refusals.Of(nameof(InsertLinked));

    void InsertAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts) => throw Refusals.Of(nameof(InsertAllLinked));

    void Update(object fact) => throw Refusals.Of(nameof(Update));

    void UpdateAll(IEnumerable<object> facts) => throw Refusals.Of(nameof(UpdateAll));

    void UpdateLinked(object key, object fact) => throw Refusals.Of(nameof(UpdateLinked));

    bool TryUpdate(object fact) => throw Refusals.Of(nameof(TryUpdate));

    void Retract(object fact) => throw Refusals.Of(nameof(Retract));

    void RetractAll(IEnumerable<object> facts) => throw Refusals.Of(nameof(RetractAll));

    void RetractLinked(object key, object fact) => throw Refusals.Of(nameof(RetractLinked));

    bool TryRetract(object fact) => throw Refusals.Of(nameof(TryRetract));
#pragma warning restore CS1591
}
