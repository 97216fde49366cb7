using NRules.Fluent;
using NRules.RuleModel;
using PartyRules.Engine;
using PartyRules.InCode;
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
        repository.Add(Named(ruleSet.Name, ruleSet.Keys is { } keys
            ? new LevelConverter(ruleSet, Of(ruleSet, keys), TopPriority).Convert()
            : new RuleSetConverter(ruleSet, TopPriority).Convert()));
        return repository;
    }

    /// <summary>Adds a rule set that was made in code, for open sessions.</summary>
    /// <inheritdoc cref="AddPartyRules(RuleRepository, SchemeBuilder, SessionMode)"/>
    public static RuleRepository AddPartyRules(this RuleRepository repository, SchemeBuilder rules) =>
        repository.AddPartyRules(rules, SessionMode.Open);

    /// <summary>
    /// Adds a rule set that was made in code: sessions then take the facts that its <see cref="SchemeBuilder.Contract"/> reads and one
    /// <see cref="AssessedYear"/>, and yield <see cref="Results.Assessment"/>s.
    /// </summary>
    /// <inheritdoc cref="AddPartyRules(RuleRepository, Scheme, SessionMode)" path="/remarks"/>
    /// <param name="repository">The repository.</param>
    /// <param name="rules">The rule set, such as a <see cref="MemberGrading"/>.</param>
    /// <param name="mode">Whether the facts in between are in the session.</param>
    /// <returns>The repository, for chaining.</returns>
    /// <exception cref="ArgumentException">The repository has a scheme of that identifier.</exception>
    /// <exception cref="Diagnostics.ProblemException">Something that was said is not right; carries every problem.</exception>
    public static RuleRepository AddPartyRules(this RuleRepository repository, SchemeBuilder rules, SessionMode mode)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(rules);
        return Add(repository, new Scorer(rules.ToScheme(), new ScorerOptions { Derivations = true }), rules.Facts, mode);
    }

    /// <summary>Adds a scheme, for open sessions.</summary>
    /// <inheritdoc cref="AddPartyRules(RuleRepository, Scheme, SessionMode)"/>
    public static RuleRepository AddPartyRules(this RuleRepository repository, Scheme scheme) =>
        repository.AddPartyRules(scheme, SessionMode.Open);

    /// <summary>
    /// Adds a scheme: sessions then take <see cref="Subject"/>, <see cref="Entry"/> and one <see cref="AssessedYear"/>, and yield
    /// <see cref="Results.Assessment"/>s. Several schemes may be in one repository; an entry goes to each that knows its item.
    /// </summary>
    /// <remarks>
    /// What is about a subject is grouped and checked, as <see cref="Scorer.Check"/> does, and the subject is assessed; when a fact comes,
    /// changes or goes, that subject alone is assessed anew. Whatever is wrong is told together once all subjects were looked at, as a
    /// <see cref="Diagnostics.ProblemException"/> whose paths begin with the subject; no year or two of them are an
    /// <see cref="InvalidOperationException"/>; both within the exception by which NRules says that an action failed. A scheme that
    /// compares subjects or has rounds takes all of them as one group, which is assessed anew with every change.
    /// </remarks>
    /// <param name="repository">The repository.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="mode">Whether the facts in between are in the session.</param>
    /// <returns>The repository, for chaining.</returns>
    /// <exception cref="ArgumentException">The repository has a scheme of that identifier.</exception>
    public static RuleRepository AddPartyRules(this RuleRepository repository, Scheme scheme, SessionMode mode) =>
        repository.AddPartyRules(new Scorer(scheme), mode);

    /// <summary>Adds the scheme of a scorer, with the scorer's options, for open sessions.</summary>
    /// <inheritdoc cref="AddPartyRules(RuleRepository, Scorer, SessionMode)"/>
    public static RuleRepository AddPartyRules(this RuleRepository repository, Scorer scorer) =>
        repository.AddPartyRules(scorer, SessionMode.Open);

    /// <summary>Adds the scheme of a scorer, with the scorer's options.</summary>
    /// <inheritdoc cref="AddPartyRules(RuleRepository, Scheme, SessionMode)" path="/remarks"/>
    /// <param name="repository">The repository.</param>
    /// <param name="scorer">The scorer.</param>
    /// <param name="mode">Whether the facts in between are in the session.</param>
    /// <returns>The repository, for chaining.</returns>
    /// <exception cref="ArgumentException">The repository has a scheme of that identifier.</exception>
    public static RuleRepository AddPartyRules(this RuleRepository repository, Scorer scorer, SessionMode mode)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(scorer);
        return Add(repository, scorer, new HostFacts(), mode);
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

    private static RuleRepository Add(RuleRepository repository, Scorer scorer, HostFacts facts, SessionMode mode)
    {
        var share = SchemesTogether.In(repository).Add(scorer);
        repository.Add(Named($"scheme {share.Id}", new SchemeConverter(scorer, facts, mode, share, TopPriority).Convert()));
        return repository;
    }

    /// <summary>Whose a fact is, as the keys of a rule set say. Facts without one are everybody's.</summary>
    private static Partitioning Of(RuleSet ruleSet, PartitionKeys keys)
    {
        var shared = ruleSet.ReferenceFacts.ToHashSet(ReferenceEqualityComparer.Instance);
        return new Partitioning(keys.KeyOf, fact => !shared.Contains(fact), () => true);
    }

    internal static IRuleSet Named(string name, IEnumerable<IRuleDefinition> rules)
    {
        var named = new global::NRules.RuleModel.RuleSet(name);
        named.Add(rules);
        return named;
    }
}
