using NRules.Fluent;
using NRules.RuleModel;
using PartyRules.NRules.Conversion;
using PartyRules.Schemes;
using PartyRules.Scoring;
using RuleSet = PartyRules.Engine.RuleSet;

namespace PartyRules.NRules;

/// <summary>Puts the rules of PartyRules into a host's NRules repository.</summary>
public static class RuleRepositoryExtensions
{
    /// <summary>The priority at which rules of PartyRules start: -1000. Rules of a host at NRules' default of 0 fire before.</summary>
    public const int TopPriority = -1000;

    /// <summary>
    /// Adds a rule set. A session may hold the facts of many partitions where the set says what it is partitioned by, and each is kept
    /// apart; otherwise all facts of the session are one partition.
    /// </summary>
    /// <remarks>
    /// Reference facts of the set are inserted when the session first fires. Compile the repository as always, insert facts, fire, and
    /// query. The rules have priorities below <see cref="TopPriority"/>, by level; see <see cref="PriorityOnceComplete{TFact}"/>. A fact
    /// whose type has no key in a partitioned set is seen by every partition.
    /// </remarks>
    /// <param name="repository">The repository.</param>
    /// <param name="ruleSet">The rules; the name of the set must be new to the repository.</param>
    /// <returns>The repository, for chaining.</returns>
    /// <exception cref="ArgumentException">The repository has a rule set of that name.</exception>
    public static RuleRepository AddPartyRules(this RuleRepository repository, RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(ruleSet);
        var partitions = ruleSet.Keys is { } keys ? new KeyedPartitions(ruleSet, keys) : null;
        var converter = new RuleSetConverter(ruleSet, TopPriority, partitions?.Partitioning);
        IReadOnlyList<IRuleDefinition> rules = converter.Convert();
        repository.Add(Named(ruleSet.Name, partitions is null ? rules : [.. rules, partitions.Rule(converter.Key, TopPriority - 1)]));
        return repository;
    }

    /// <summary>
    /// Adds a scheme: sessions then take <see cref="Subject"/>, <see cref="Entry"/> and one <see cref="AssessedYear"/>, and yield
    /// <see cref="Results.Assessment"/>s.
    /// </summary>
    /// <remarks>
    /// When the session fires, what it holds is checked as <see cref="Scorer.Check"/> does, all of it each time: anything wrong is a
    /// <see cref="Diagnostics.ProblemException"/> with every problem, and no year or two of them an
    /// <see cref="InvalidOperationException"/>, within the exception by which NRules says that an action failed. The facts in between, such
    /// as credits and totals, are in the session for a host's rules to read, and a host's rules may yield some, such as outcomes. Where the
    /// scheme compares subjects or has rounds, all subjects of the session are scored together in sessions of their own, and only
    /// assessments come back; a host's rules join there through <see cref="NRulesEngine"/>.
    /// </remarks>
    /// <param name="repository">The repository.</param>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The repository, for chaining.</returns>
    /// <exception cref="ArgumentException">
    /// The repository has a scheme already: two in one session would read each other's facts.
    /// </exception>
    public static RuleRepository AddPartyRules(this RuleRepository repository, Scheme scheme) =>
        repository.AddPartyRules(new Scorer(scheme, new ScorerOptions { Engine = new NRulesEngine() }));

    /// <summary>Adds the scheme of a scorer, with the scorer's options.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="scorer">The scorer.</param>
    /// <returns>The repository, for chaining.</returns>
    /// <exception cref="ArgumentException">
    /// The repository has a scheme already: two in one session would read each other's facts.
    /// </exception>
    public static RuleRepository AddPartyRules(this RuleRepository repository, Scorer scorer)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(scorer);
        if (repository.GetRuleSets().Any(known => known.Name.StartsWith(SchemePrefix, StringComparison.Ordinal)))
            throw new ArgumentException(
                "The repository has a scheme already, and two in one session would read each other's facts. Give each scheme a "
                + "repository of its own.",
                nameof(scorer));
        repository.Add(Named(SchemePrefix + scorer.Versions.Id, new SchemeConverter(scorer, TopPriority).Convert()));
        return repository;
    }

    /// <summary>
    /// The priority for a host's rule that collects or negates a type of fact: all facts of it that the rule set yields are known then, and
    /// no rule of a higher level has fired.
    /// </summary>
    /// <typeparam name="TFact">The type of fact.</typeparam>
    /// <param name="ruleSet">The rule set that yields it.</param>
    public static int PriorityOnceComplete<TFact>(this RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return RuleSetConverter.PriorityOnceComplete(ruleSet, typeof(TFact), TopPriority);
    }

    private const string SchemePrefix = "scheme ";

    internal static IRuleSet Named(string name, IEnumerable<IRuleDefinition> rules)
    {
        var named = new global::NRules.RuleModel.RuleSet(name);
        named.Add(rules);
        return named;
    }
}
