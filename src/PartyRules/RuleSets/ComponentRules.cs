using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.RuleSets;

/// <summary>
/// Rules in code that give points to the components of schemes that ask for them by name. They run beside the built-in rules on each
/// dossier: they match its subject, entries and the facts given here, and yield <see cref="RuleCredit"/>s.
/// </summary>
/// <remarks>
/// One instance serves every scheme and thread: it must be thread-safe, and give the same rules and facts whenever it is asked. Register it
/// with <c>PartyRulesOptions.AddComponentRules</c> or <c>ScorerOptions.ComponentRules</c>.
/// </remarks>
/// <seealso href="docs/schemes/clauses/rules-in-code.md">The kind of clause, its keys and how it is evaluated</seealso>
public abstract class ComponentRules
{
    /// <summary>The name by which components ask for the rules, in the key <c>rules</c>, such as <c>volunteer-hours</c>.</summary>
    public abstract string Name { get; }

    /// <summary>New instances of the rules. Their names must differ from those of all other rules.</summary>
    public abstract IEnumerable<Rule> Rules { get; }

    /// <summary>Facts that the rules need beside the dossier and its entries, such as a look-up in a register; none by default.</summary>
    /// <remarks>Facts that implement <see cref="IExplainedFact"/> stand in the explanation of what rests on them.</remarks>
    /// <param name="dossier">Whom they are about, and for which round or year. The same dossier must give the same facts.</param>
    public virtual IEnumerable<object> FactsFor(Dossier dossier) => [];
}
