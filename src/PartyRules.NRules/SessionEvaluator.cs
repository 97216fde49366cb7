using System.Collections.Concurrent;
using NRules;
using PartyRules.Engine;
using PartyRules.NRules.Sessions;

namespace PartyRules.NRules;

/// <summary>Evaluates one partition after another, each in an NRules session of its own.</summary>
internal sealed class SessionEvaluator(
    CompiledSessions compiled, IReadOnlyList<object> referenceFacts, bool recordDerivations, IServiceProvider? services) : IEvaluator
{
    private readonly ConcurrentDictionary<Type, bool> isRead = new();
    private readonly ServiceResolver resolver = new(services);
    private readonly List<object> given = [];
    private readonly List<Derivation> carried = [];
    private ISession? session;
    private SessionDerivations? derivations;

    public void Add(object fact)
    {
        if (IsRead(fact.GetType()))
            given.Add(fact);
    }

    public void AddAll<TFact>(IReadOnlyList<TFact> facts)
        where TFact : notnull
    {
        foreach (var fact in facts)
            Add(fact);
    }

    public void AddDerived(Derivation derivation)
    {
        Add(derivation.Fact);
        if (recordDerivations)
            carried.Add(derivation);
    }

    public void Run(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        session = compiled.Factory.CreateSession();
        session.DependencyResolver = resolver;
        derivations = recordDerivations ? session.RecordDerivations() : null;
        carried.ForEach(derivation => derivations?.Know(derivation));
        object[] facts = [.. referenceFacts.Where(fact => IsRead(fact.GetType())), .. given];
        var run = new Run();
        foreach (var fact in facts)
        {
            if (FactIdentity.HasValueEquality(fact.GetType()))
                run.Know(fact);
        }

        using var failures = new FailedRule(session);
        try
        {
            session.InsertAll(facts);
            session.Insert(new Gate(compiled.Key, 1, run));
            session.Fire(cancellationToken);
        }
        catch (RuleExpressionEvaluationException exception)
        {
            throw failures.Told(exception);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public IReadOnlyList<TFact> Facts<TFact>()
        where TFact : notnull =>
        session is not null && compiled.Types.Contains(typeof(TFact)) ? [.. session.Query<TFact>()] : [];

    public Derivation DerivationOf(object fact) => derivations is null
        ? throw new InvalidOperationException(
            "Derivations are not recorded. Create the evaluator with recordDerivations: true, and run it first.")
        : derivations.Of(fact);

    public void Reset()
    {
        session = null;
        derivations = null;
        given.Clear();
        carried.Clear();
    }

    private bool IsRead(Type type) => isRead.GetOrAdd(type, exact => compiled.Types.Any(read => read.IsAssignableFrom(exact)));

    /// <summary>NRules says which expression failed, and of which rule in events alone.</summary>
    private sealed class FailedRule : IDisposable
    {
        private readonly ISession session;
        private string rule = "";

        public FailedRule(ISession session)
        {
            this.session = session;
            session.Events.LhsExpressionFailedEvent += Note;
        }

        public Exception Told(RuleExpressionEvaluationException exception)
        {
            var cause = exception.InnerException ?? exception;
            if (cause is RuleEvaluationException or OperationCanceledException)
                return cause;
            var name = exception switch
            {
                RuleRhsExpressionEvaluationException action => action.RuleName,
                AgendaExpressionEvaluationException filter => filter.RuleName,
                _ => rule,
            };
            return new RuleEvaluationException(name, $"a condition or action failed: {cause.Message}", cause);
        }

        public void Dispose() => session.Events.LhsExpressionFailedEvent -= Note;

        private void Note(object? sender, global::NRules.Diagnostics.LhsExpressionErrorEventArgs arguments) =>
            rule = arguments.Rules.Select(failed => Origin.Find(failed)?.Rule.Name ?? failed.Name).FirstOrDefault("");
    }
}
