using NRules;
using NRules.Diagnostics;
using NRules.RuleModel;
using PartyRules.Engine;
using PartyRules.NRules.Conversion;
using PartyRules.NRules.Sessions;
using RuleDefinition = PartyRules.Engine.Model.RuleDefinition;

namespace PartyRules.NRules;

/// <summary>How the facts of an NRules session came about, noted from its events while it fires.</summary>
/// <remarks>
/// It sees what rules yield (NRules: linked facts), by the rules of PartyRules and of a host alike. What a host's action inserts otherwise
/// counts as given. Not thread-safe, as a session is not.
/// </remarks>
public sealed class SessionDerivations
{
    private readonly ISession session;
    private readonly Dictionary<object, Derivation> derivations = new(FactIdentity.Instance);
    private readonly Dictionary<IRuleDefinition, RuleDefinition> hostRules = [];

    internal SessionDerivations(ISession session)
    {
        this.session = session;
        session.Events.FactInsertedEvent += Note;
        session.Events.FactUpdatedEvent += Note;
        session.Insert(new Recording(derivation => derivations[derivation.Fact] = derivation, Of));
    }

    /// <summary>How a fact came about, down to the facts that were given.</summary>
    /// <param name="fact">A fact of the session; one that no rule yielded is given.</param>
    public Derivation Of(object fact)
    {
        if (!derivations.TryGetValue(fact, out var derivation))
            derivations.Add(fact, derivation = Derivation.Given(fact));
        return derivation;
    }

    /// <summary>Continues the derivation of a fact that another session yielded.</summary>
    internal void Know(Derivation derivation) => derivations.TryAdd(derivation.Fact, derivation);

    private void Note(object? sender, WorkingMemoryEventArgs arguments)
    {
        if (arguments.Fact is not { Source: ILinkedFactSource source, Value: { } fact } || fact is Gate or Again)
            return;
        if (source.Rule.Properties.TryGetProperty(LevelEvaluation.Property, out _))
            return;
        if (Origin.Find(source.Rule) is { } origin)
        {
            var match = source.Facts.OfType<IFactMatch>()
                .ToDictionary(matched => matched.Declaration.Name, matched => matched.Value, StringComparer.Ordinal);
            var premises = origin.Premises.SelectMany(premise => premise.In(match, session.Query<object>()));
            derivations[fact] = Derivation.Yielded(fact, origin.Rule, [.. premises.Select(Of)]);
        }
        else
        {
            derivations[fact] = Derivation.Yielded(fact, OfHost(source.Rule), [.. source.Facts.SelectMany(Matched).Select(Of)]);
        }
    }

    private RuleDefinition OfHost(IRuleDefinition rule)
    {
        if (!hostRules.TryGetValue(rule, out var known))
        {
            known = new RuleDefinition
            {
                Name = rule.Name,
                Description = rule.Description,
                Tags = rule.Tags,
                Priority = rule.Priority,
                LeftHandSide = [],
                RightHandSide = [],
            };
            hostRules.Add(rule, known);
        }

        return known;
    }

    /// <summary>What a host's rule matched: facts, and the facts behind what NRules collected or projected.</summary>
    private static IEnumerable<object> Matched(IFact matched) => matched switch
    {
        { Source.SourceType: FactSourceType.Aggregate } => matched.Source.Facts.SelectMany(Matched),
        { Value: { } fact } => [fact],
        _ => [],
    };
}

/// <summary>Derivations of an NRules session.</summary>
public static class SessionExtensions
{
    /// <summary>Notes from now on how facts of the session come about. Call it before facts are inserted and rules fire.</summary>
    /// <param name="session">The session.</param>
    public static SessionDerivations RecordDerivations(this ISession session) => new(session);
}
