using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>The schemes of an application at one time, each with its scorer, which is made when it is first asked for.</summary>
/// <remarks>Immutable and thread-safe: whoever holds one scores by the schemes of its time, whatever is read after it.</remarks>
internal sealed class SchemesInForce
{
    private readonly Dictionary<string, Held> added;

    private SchemesInForce(Dictionary<string, Held> added) => this.added = added;

    /// <summary>The identifiers of the schemes that were added, to those that are built in.</summary>
    public IReadOnlyCollection<string> Ids => added.Keys;

    /// <summary>The versions of a scheme that was added; null for none.</summary>
    public SchemeVersions? VersionsOf(string id) => added.TryGetValue(id, out var held) ? held.Versions : null;

    /// <summary>The scorer of a scheme that was added; null for none.</summary>
    public Scorer? For(string id) => added.TryGetValue(id, out var held) ? held.Scorer : null;

    /// <summary>
    /// Puts schemes together. Those that say the same as before keep their scorers; others that replace some are compiled here, because
    /// what comes into force must be able to run.
    /// </summary>
    /// <param name="fixedOnes">The schemes that the application added as such.</param>
    /// <param name="sources">Where further ones are read.</param>
    /// <param name="verify">Says what speaks against a scheme; null for nothing more than that it can be read.</param>
    /// <param name="make">Makes a scorer.</param>
    /// <param name="before">The schemes before; null for none.</param>
    /// <exception cref="ProblemException">Something is wrong with what was read; carries every problem found.</exception>
    public static SchemesInForce Of(
        IEnumerable<Scheme> fixedOnes,
        IReadOnlyList<ISchemeSource> sources,
        Func<SourcedScheme, Scorer, IReadOnlyList<Problem>>? verify,
        Func<SchemeVersions, Scorer> make,
        SchemesInForce? before)
    {
        var problems = new List<Problem>();
        var read = sources.SelectMany(source => Read(source, problems)).ToList();
        var all = fixedOnes.Select(scheme => new SourcedScheme(scheme)).Concat(read).ToList();
        var held = new Dictionary<string, Held>(StringComparer.Ordinal);
        foreach (var versions in all.GroupBy(sourced => sourced.Scheme.Id, StringComparer.Ordinal))
        {
            if (Together([.. versions], problems) is not { } together)
                continue;
            if (before?.added.GetValueOrDefault(versions.Key) is { } known && known.SaysTheSameAs(together))
            {
                held.Add(versions.Key, known);
                continue;
            }

            var now = new Held(together, make);
            held.Add(versions.Key, now);
            if (before is null && verify is null)
                continue;
            try
            {
                var (scorer, isOne) = (now.Scorer, versions.Count() == 1);
                if (verify is not null)
                    problems.AddRange(versions.SelectMany(sourced => verify(sourced, isOne ? scorer : make(sourced.Scheme))));
            }
            catch (ProblemException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return problems.Count == 0 ? new SchemesInForce(held) : throw new ProblemException(problems);
    }

    /// <summary>The schemes that are not those of before.</summary>
    public IReadOnlyList<SchemeVersions> ChangedSince(SchemesInForce before) =>
        [.. added.Where(pair => before.added.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Value.Versions)];

    /// <summary>Whether a scheme of before is here no more.</summary>
    public bool LacksSomeOf(SchemesInForce before) => before.added.Keys.Any(id => !added.ContainsKey(id));

    /// <summary>Reads a source; whatever it throws is told, so that nothing that goes wrong there stops the application.</summary>
    private static IReadOnlyList<SourcedScheme> Read(ISchemeSource source, List<Problem> problems)
    {
        try
        {
            return source.Read();
        }
        catch (ProblemException exception)
        {
            problems.AddRange(exception.Problems);
        }
#pragma warning disable CA1031 // What may go wrong in a database or a folder is not known here, and becomes a problem with its message.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            problems.Add(SchemeMessages.Catalog.Problem("scheme.source-failed", new SourceLocation(), exception.Message));
        }

        return [];
    }

    /// <summary>The versions of one scheme; null, with problems, where they do not belong together.</summary>
    private static SchemeVersions? Together(IReadOnlyList<SourcedScheme> versions, List<Problem> problems)
    {
        var first = versions[0].Scheme;
        var twice = versions.GroupBy(sourced => sourced.Scheme.Version, StringComparer.Ordinal).Where(same => same.Count() > 1).ToList();
        problems.AddRange(twice.Select(same => SchemeMessages.Catalog.Problem(
            "scheme.version-twice", new SourceLocation(same.Last().Path), same.Last().ToString(), same.First().Path)));
        var others = versions.Where(sourced => !SchemeVersions.BelongTogether(first, sourced.Scheme)).ToList();
        problems.AddRange(others.Select(other => SchemeMessages.Catalog.Problem(
            "scheme.versions-differ", new SourceLocation(other.Path), other.ToString(), first.ToString())));
        return twice.Count + others.Count == 0 ? new SchemeVersions(versions.Select(sourced => sourced.Scheme)) : null;
    }

    /// <summary>The versions of a scheme, and their scorer once it is asked for.</summary>
    private sealed class Held(SchemeVersions versions, Func<SchemeVersions, Scorer> make)
    {
        private readonly Memo<SchemeVersions, Scorer> scorer = new(make);

        public SchemeVersions Versions => versions;

        public Scorer Scorer => scorer[versions];

        public bool SaysTheSameAs(SchemeVersions other) =>
            versions.All.Select(version => version.ContentHash).SequenceEqual(other.All.Select(version => version.ContentHash));
    }
}
