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

    /// <summary>The match that the rule acts on. It is made only for actions that ask for it, or hand the context on.</summary>
    /// <exception cref="NotSupportedException">The context is not that of a match.</exception>
    IMatch Match => throw new NotSupportedException("This context is not that of a match.");

    /// <summary>The token that cancels the run.</summary>
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

    /// <summary>Refused. Would end the run before all rules have run.</summary>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void Halt() => throw Refusals.NotSupported(nameof(Halt));

    /// <summary>Refused. Would insert a fact while actions run.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void Insert(object fact) => throw Refusals.NotSupported(nameof(Insert));

    /// <summary>Refused. Would insert facts while actions run.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void InsertAll(IEnumerable<object> facts) => throw Refusals.NotSupported(nameof(InsertAll));

    /// <summary>Refused. Would insert a fact unless it is there.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>Never.</returns>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    bool TryInsert(object fact) => throw Refusals.NotSupported(nameof(TryInsert));

    /// <summary>Refused. Would insert facts unless one is there.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>Never.</returns>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    bool TryInsertAll(IEnumerable<object> facts) => throw Refusals.NotSupported(nameof(TryInsertAll));

    /// <summary>Refused. Would insert a fact that is taken back with its match.</summary>
    /// <param name="key">The key of the linked fact.</param>
    /// <param name="fact">The fact.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void InsertLinked(object key, object fact) => throw Refusals.NotSupported(nameof(InsertLinked));

    /// <summary>Refused. Would insert facts that are taken back with their match.</summary>
    /// <param name="keyedFacts">The facts by key.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void InsertAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts) => throw Refusals.NotSupported(nameof(InsertAllLinked));

    /// <summary>Refused. Would say that a fact has changed.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void Update(object fact) => throw Refusals.NotSupported(nameof(Update));

    /// <summary>Refused. Would say that facts have changed.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void UpdateAll(IEnumerable<object> facts) => throw Refusals.NotSupported(nameof(UpdateAll));

    /// <summary>Refused. Would replace a linked fact.</summary>
    /// <param name="key">The key of the linked fact.</param>
    /// <param name="fact">The fact.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void UpdateLinked(object key, object fact) => throw Refusals.NotSupported(nameof(UpdateLinked));

    /// <summary>Refused. Would say that a fact has changed if it is there.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>Never.</returns>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    bool TryUpdate(object fact) => throw Refusals.NotSupported(nameof(TryUpdate));

    /// <summary>Refused. Would take a fact back.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void Retract(object fact) => throw Refusals.NotSupported(nameof(Retract));

    /// <summary>Refused. Would take facts back.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void RetractAll(IEnumerable<object> facts) => throw Refusals.NotSupported(nameof(RetractAll));

    /// <summary>Refused. Would take a linked fact back.</summary>
    /// <param name="key">The key of the linked fact.</param>
    /// <param name="fact">The fact.</param>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    void RetractLinked(object key, object fact) => throw Refusals.NotSupported(nameof(RetractLinked));

    /// <summary>Refused. Would take a fact back if it is there.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>Never.</returns>
    /// <exception cref="NotSupportedException">Always; a rule whose expression calls it is already refused when it is compiled.</exception>
    bool TryRetract(object fact) => throw Refusals.NotSupported(nameof(TryRetract));
}
