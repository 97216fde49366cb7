using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Reading;
using PartyRules.RuleSets;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>Gives scorers by scheme identifier; each is compiled once, when it is first asked for.</summary>
/// <remarks>
/// Thread-safe. Registered as a singleton by <see cref="ServiceCollectionExtensions.AddPartyRules"/>. Once made, it has refused rules for
/// schemes that are not there: ask for it where the application starts, and no slip waits for the first request.
/// </remarks>
public sealed class AssessmentService
{
    private readonly PartyRulesOptions options;
    private readonly Memo<string, Scorer> scorers;
    private readonly Lazy<IReadOnlyList<ComponentRules>> componentRules;

    internal AssessmentService(PartyRulesOptions options, IServiceProvider provider)
    {
        this.options = options;
        if (options.Rules.Keys.Except(SchemeIds, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
            throw new ProblemException([.. unknown.Select(NotAdded)]);
        scorers = new Memo<string, Scorer>(Make);
        componentRules = new Lazy<IReadOnlyList<ComponentRules>>(
            () => [.. options.ComponentRules.Values.Select(make => make(provider))], LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The identifiers of the built-in schemes and of those that were added, ordinally.</summary>
    public IReadOnlyList<string> SchemeIds =>
        [.. BuiltInSchemes.Ids.Union(options.Schemes.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The scorer of a scheme, with the rules that were added to it.</summary>
    /// <param name="schemeId">The scheme's identifier.</param>
    /// <exception cref="ProblemException">
    /// There is no such scheme, and the problem names the nearest; or it asks for rules in code that were not added.
    /// </exception>
    public Scorer For(string schemeId) => scorers[schemeId];

    private Problem NotAdded(string id) =>
        SchemeMessages.Catalog.Problem("scheme.not-added", new SourceLocation(), id, SchemeMessages.Catalog.Hint(id, SchemeIds));

    private Scorer Make(string id)
    {
        if (!SchemeIds.Contains(id))
            throw new ProblemException(NotAdded(id));
        var versions = options.Schemes.TryGetValue(id, out var added) ? new SchemeVersions(added) : BuiltInSchemes.Get(id);
        var rules = options.Rules.TryGetValue(id, out var makers) ? makers.Values.Select(make => make()) : [];
        return new Scorer(versions, new ScorerOptions
        {
            Derivations = options.Derivations,
            Rules = [.. rules],
            ComponentRules = componentRules.Value,
            Engine = options.Engine,
        });
    }
}
