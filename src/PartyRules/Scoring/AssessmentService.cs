using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.RuleSets;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>Gives scorers by scheme identifier; each is compiled once, when it is first asked for.</summary>
/// <remarks>
/// <para>
/// Thread-safe. Registered as a singleton by <c>AddPartyRules</c>. Once made, it has refused rules for
/// schemes that are not there and schemes that are not valid: ask for it where the application starts, and no slip waits for the first
/// request.
/// </para>
/// <para>
/// Schemes of sources that tell of changes are read anew whenever they do. New ones come into force all at once, and only if nothing is
/// wrong with any of them; until then those before stay. A scorer that was asked for goes on by the scheme of its time, so that no result
/// mixes two: each names its scheme, version and content hash.
/// </para>
/// </remarks>
public sealed class AssessmentService : IAssessmentService, IDisposable
{
    private readonly PartyRulesOptions options;
    private readonly Memo<string, Scorer> builtIn;
    private readonly Lazy<IReadOnlyList<ComponentRules>> componentRules;
    private readonly Lock reloading = new();
    private readonly List<IDisposable> watches;
    private volatile SchemesInForce schemes;

    internal AssessmentService(PartyRulesOptions options, IServiceProvider provider)
    {
        this.options = options;
        RefuseScoped();
        builtIn = new Memo<string, Scorer>(id => Make(BuiltInSchemes.Get(id)));
        componentRules = new Lazy<IReadOnlyList<ComponentRules>>(
            () => [.. options.ComponentRules.Values.Select(make => make(provider))], LazyThreadSafetyMode.PublicationOnly);
        lock (reloading)
        {
            watches = [.. options.Sources.Select(source => source.Watch(ReloadUnasked)).OfType<IDisposable>()];
            try
            {
                schemes = Read(null);
            }
            catch
            {
                Dispose();
                throw;
            }
        }
    }

    /// <summary>
    /// Told after schemes were read anew and something came of it: some changed, or all stay as they were because of problems. From any
    /// thread; what it throws goes to whoever called <see cref="Reload"/>, and is lost where a source told of changes.
    /// </summary>
    public event EventHandler<SchemesReloadedEventArgs>? Reloaded;

    /// <summary>
    /// The identifiers of the built-in schemes and of those that were added or read, or of those among them that the application offers,
    /// ordinally.
    /// </summary>
    public IReadOnlyList<string> SchemeIds => OfferedOf(schemes);

    /// <summary>The identifiers of those that the application named, added or read: those it is sure to need.</summary>
    internal IReadOnlyList<string> OwnIds => options.Offered.Count > 0 ? SchemeIds : [.. schemes.Ids.Order(StringComparer.Ordinal)];

    /// <summary>The versions of a scheme as they are now. Nothing is compiled for it.</summary>
    /// <param name="schemeId">The scheme's identifier.</param>
    /// <exception cref="ProblemException">There is no such scheme; the problem names the nearest.</exception>
    public SchemeVersions VersionsOf(string schemeId)
    {
        var now = Offering(schemeId);
        return now.VersionsOf(schemeId) ?? BuiltInSchemes.Get(schemeId);
    }

    /// <summary>The scorer of a scheme as it is now, with the rules that were added to it.</summary>
    /// <param name="schemeId">The scheme's identifier.</param>
    /// <exception cref="ProblemException">
    /// There is no such scheme, and the problem names the nearest; or it asks for rules in code that were not added.
    /// </exception>
    public Scorer For(string schemeId)
    {
        var now = Offering(schemeId);
        return now.For(schemeId) ?? builtIn[schemeId];
    }

    IScorer IAssessmentService.For(string schemeId) => For(schemeId);

    /// <summary>
    /// Reads the schemes of all sources anew: for sources that cannot tell of changes, and for whoever does not want to wait.
    /// </summary>
    /// <returns>Why all schemes stay as they were; empty where they are those that were read.</returns>
    public IReadOnlyList<Problem> Reload()
    {
        SchemesReloadedEventArgs? told;
        lock (reloading)
            told = TryReload();
        if (told is null)
            return [];
        Reloaded?.Invoke(this, told);
        return told.Problems;
    }

    /// <summary>Watches no source any longer. Scorers go on.</summary>
    public void Dispose()
    {
        foreach (var watch in watches)
            watch.Dispose();
    }

    private SchemesReloadedEventArgs? TryReload()
    {
        var before = schemes;
        try
        {
            var now = Read(before);
            var changed = now.ChangedSince(before);
            if (changed.Count == 0 && !now.LacksSomeOf(before))
                return null;
            schemes = now;
            return new SchemesReloadedEventArgs(changed, []);
        }
        catch (ProblemException exception)
        {
            return new SchemesReloadedEventArgs([], exception.Problems);
        }
    }

    private void ReloadUnasked()
    {
        try
        {
            Reload();
        }
#pragma warning disable CA1031 // A handler that throws must not end the thread of whatever tells of changes, and with it the application.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <exception cref="ProblemException">Something is wrong with the schemes, or there are rules for some that are not there.</exception>
    private SchemesInForce Read(SchemesInForce? before)
    {
        var added = options.Schemes.Values.SelectMany(versions => versions);
        var read = SchemesInForce.Of(added, options.Sources, options.Verify, Make, before);
        var named = options.Rules.Keys.Concat(options.Offered).Distinct(StringComparer.Ordinal);
        var unknown = named.Except(IdsOf(read), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? read
            : throw new ProblemException([.. unknown.Select(id => Unknown("scheme.not-added", id, IdsOf(read)))]);
    }

    /// <summary>The schemes as they are now, among which one is offered.</summary>
    /// <exception cref="ProblemException">It is not offered; the problem names the nearest that is.</exception>
    private SchemesInForce Offering(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var (now, isEachOffered) = (schemes, options.Offered.Count == 0);
        if (isEachOffered ? now.VersionsOf(id) is not null || BuiltInSchemes.Ids.Contains(id) : options.Offered.Contains(id))
            return now;
        throw new ProblemException(Unknown(isEachOffered ? "scheme.not-added" : "scheme.not-offered", id, OfferedOf(now)));
    }

    private IReadOnlyList<string> OfferedOf(SchemesInForce now) => options.Offered.Count == 0 ? IdsOf(now) : [.. options.Offered];

    private static List<string> IdsOf(SchemesInForce schemes) =>
        [.. BuiltInSchemes.Ids.Union(schemes.Ids, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Problem Unknown(string code, string id, IReadOnlyCollection<string> valid) =>
        SchemeMessages.Catalog.Problem(code, new SourceLocation(), id, SchemeMessages.Catalog.Hint(id, valid));

    /// <summary>Refuses rules in code that take what lives no longer than a request.</summary>
    private void RefuseScoped()
    {
        if (options.Services is not { } services)
            return;
        var scoped = from rules in options.ComponentRules.Keys
                     from service in ScopedServices.TakenBy(rules, services)
                     select SchemeMessages.Catalog.Problem("rules.scoped-service", new SourceLocation(), rules.FullName, service.FullName);
        if (scoped.ToList() is { Count: > 0 } problems)
            throw new ProblemException(problems);
    }

    private Scorer Make(SchemeVersions versions)
    {
        var rules = options.Rules.TryGetValue(versions.Id, out var makers) ? makers.Values.Select(make => make()) : [];
        return new Scorer(versions, new ScorerOptions
        {
            Derivations = options.Derivations,
            AsOf = options.AsOf,
            Rules = [.. rules],
            ComponentRules = componentRules.Value,
            Engine = options.Engine,
        });
    }
}
