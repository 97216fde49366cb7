using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>The versions of one scheme, each in its time.</summary>
/// <remarks>
/// A version without a last day ends where the next one begins. Where the scheme has rounds, a day belongs to the version in force on the
/// first day of its round. Immutable and thread-safe.
/// </remarks>
/// <seealso href="docs/schemes/clauses/versions.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class SchemeVersions
{
    private readonly Memo<int, Scheme> years;

    /// <summary>Puts versions in order.</summary>
    /// <param name="versions">Versions of one scheme, at least one, in any order.</param>
    /// <exception cref="ArgumentException">There is no version, or two do not <see cref="BelongTogether"/>.</exception>
    public SchemeVersions(IEnumerable<Scheme> versions)
    {
        All = InOrder(versions);
        years = new Memo<int, Scheme>(year => Together(In(year)));
        if (All.Count == 0 || All.Any(version => !BelongTogether(All[0], version)))
            throw new ArgumentException(
                "Versions of one scheme, about one kind of subject and with rounds of one length, are needed.", nameof(versions));
    }

    /// <summary>
    /// The versions by the day on which they begin, divided where amounts hold for a time: see <see cref="Scheme.Parts"/>.
    /// </summary>
    public IReadOnlyList<Scheme> All { get; }

    /// <summary>The identifier of the scheme.</summary>
    public string Id => All[0].Id;

    /// <summary>The kind of subject that is assessed.</summary>
    public string SubjectKind => All[0].SubjectKind;

    /// <summary>Whether a year has several rounds.</summary>
    public bool HasRounds => All[0].HasRounds;

    /// <summary>A scheme as the versions of one.</summary>
    /// <param name="scheme">The scheme.</param>
    public static implicit operator SchemeVersions(Scheme scheme) => FromScheme(scheme);

    /// <summary>A scheme as the versions of one.</summary>
    /// <param name="scheme">The scheme.</param>
    public static SchemeVersions FromScheme(Scheme scheme) => new([scheme]);

    /// <summary>
    /// Whether two schemes may be versions of one: they have one identifier, one kind of subject, years from one month and rounds of one
    /// length.
    /// </summary>
    /// <param name="one">A scheme.</param>
    /// <param name="other">Another.</param>
    public static bool BelongTogether(Scheme one, Scheme other) =>
        one.Id == other.Id && one.Round == other.Round && one.FirstMonth == other.FirstMonth && one.SubjectKind == other.SubjectKind;

    /// <summary>The version in force. That none is, is an error of its own: it never looks like having scored nothing.</summary>
    /// <param name="versions">Versions of one or several schemes, in any order.</param>
    /// <param name="id">The scheme's identifier.</param>
    /// <param name="date">The date.</param>
    /// <exception cref="ProblemException">No version, or more than one, is in force on the date; the problem lists them.</exception>
    public static Scheme InForce(IEnumerable<Scheme> versions, string id, DateOnly date)
    {
        var known = InOrder(versions.Where(scheme => scheme.Id == id));
        var inForce = known.Where(scheme => scheme.IsInForce(date)).ToList();
        return inForce.Count == 1 ? inForce[0] : throw new ProblemException(inForce.Count == 0
            ? NoneInForce(known, id, date, new SourceLocation())
            : SchemeMessages.Catalog.Problem(
                "scheme.several-in-force",
                new SourceLocation(),
                id,
                Text(date),
                string.Join(", ", inForce.Select(scheme => scheme.Version))));
    }

    /// <summary>The version by which something of a day is assessed; null for none.</summary>
    /// <param name="date">The day.</param>
    public Scheme? On(DateOnly date)
    {
        var day = HasRounds ? Period.Containing(date, All[0].Round, All[0].FirstMonth).Start : date;
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].IsInForce(day))
                return All[i];
        }

        return null;
    }

    /// <summary>The versions that are in force in a year, in order.</summary>
    /// <param name="year">The calendar year.</param>
    /// <exception cref="ProblemException">None is in force on any day of the year, or two are on one.</exception>
    public IReadOnlyList<Scheme> In(int year)
    {
        var period = All[0].WholeOf(year);
        List<Scheme> found = [.. All.Where(version => version.EffectiveFrom <= period.End && !(version.EffectiveTo < period.Start))];
        if (found.Count == 0)
            throw new ProblemException(NoneInForce(period.Start, new SourceLocation()));
        foreach (var later in found.Skip(1))
            InForce(found, Id, later.EffectiveFrom);
        return found;
    }

    /// <summary>
    /// What the versions of a year are together: the last one, and where the scheme has no rounds, the items of all, each in its time.
    /// Results of the year are listed by it: it has every component of every version.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    /// <returns>The version itself where the year has one alone.</returns>
    /// <exception cref="ProblemException">
    /// None is in force on any day of the year, two are on one, or, without rounds, the last lacks a component in which an earlier one
    /// gives points.
    /// </exception>
    public Scheme Of(int year) => years[year];

    /// <summary>The first day of a year on which a version is needed and none is in force; null where there is none.</summary>
    /// <param name="year">The calendar year.</param>
    public DateOnly? FirstDayWithout(int year)
    {
        foreach (var part in PartsOf(year))
        {
            if (On(part.Start) is null)
                return part.Start;
        }

        return null;
    }

    /// <summary>
    /// The first day of a year on which a version is needed and none is in force, of those since the first version began: a scheme that
    /// begins within a year is scored for it from its first day. Null where there is none.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    public DateOnly? FirstGap(int year)
    {
        var begins = All[0].WholeOf(year).Contains(All[0].EffectiveFrom);
        foreach (var part in PartsOf(year))
        {
            if ((part.Start >= All[0].EffectiveFrom || !begins) && On(part.Start) is null)
                return part.Start;
        }

        return null;
    }

    private IEnumerable<Period> PartsOf(int year) => Period.AllIn(year, HasRounds ? All[0].Round : PeriodKind.Day, All[0].FirstMonth);

    /// <summary>The problem that no version is in force on a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="location">Where the day stands.</param>
    public Problem NoneInForce(DateOnly date, SourceLocation location) => NoneInForce(All, Id, date, location);

    private static Problem NoneInForce(IEnumerable<Scheme> known, string id, DateOnly date, SourceLocation location) =>
        SchemeMessages.Catalog.Problem(
            "scheme.none-in-force",
            location,
            id,
            Text(date),
            string.Join(", ", known.GroupBy(scheme => (scheme.Version, scheme.ContentHash)).Select(parts => Dates([.. parts]))));

    private static List<Scheme> InOrder(IEnumerable<Scheme> versions)
    {
        var ordered = versions.OrderBy(version => version.EffectiveFrom)
            .ThenBy(version => version.Version, StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].EffectiveTo is null && ordered.Find(next => next.EffectiveFrom > ordered[i].EffectiveFrom) is { } next)
                ordered[i] = Until(ordered[i], next.EffectiveFrom.AddDays(-1));
        }

        return [.. ordered.SelectMany(version => version.Parts.Count == 0 ? [version] : version.Parts)];
    }

    private static Scheme Until(Scheme version, DateOnly last) => version.With(head => head with
    {
        EffectiveTo = last,
        Parts =
        [
            .. version.Parts.Where(part => part.EffectiveFrom <= last).Select(part => part.EffectiveTo <= last ? part : Until(part, last)),
        ],
    });

    private Scheme Together(IReadOnlyList<Scheme> versions)
    {
        if (versions.Count == 1)
            return versions[0];
        var hashes = versions.Select(version => version.ContentHash).Distinct(StringComparer.Ordinal).ToList();
        return versions[^1].With(
            head => head with
            {
                Version = string.Join('+', versions.Select(version => version.Version).Distinct(StringComparer.Ordinal)),
                ContentHash = hashes.Count == 1
                    ? hashes[0]
                    : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(hashes)))),
                EffectiveFrom = versions[0].EffectiveFrom,
                EntryAttributes = LastOf(versions, version => version.EntryAttributes),
                EntryNumbers = LastOf(versions, version => version.EntryNumbers),
            },
            clauses => HasRounds ? clauses.With(ComponentsOf(versions)) : Together(clauses, new ItemsOfVersions(versions)));
    }

    /// <summary>All words of the versions, each as the last version has it that knows it.</summary>
    private static Dictionary<string, T> LastOf<T>(
        IReadOnlyList<Scheme> versions, Func<Scheme, IReadOnlyDictionary<string, T>> words) =>
        versions.Reverse().SelectMany(words).DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static ClauseSet Together(ClauseSet clauses, ItemsOfVersions items)
    {
        var together = clauses.With(items.Together()).With(items.Adjustments());
        return items.ChangedComponents is { } changed ? together.With(changed) : together;
    }

    private static List<Component> ComponentsOf(IReadOnlyList<Scheme> versions) =>
        [.. versions.Reverse().SelectMany(version => version.Components).DistinctBy(component => component.Id, StringComparer.Ordinal)];

    private static string Dates(List<Scheme> parts) =>
        $"{parts[0].Version} ({Text(parts[0].EffectiveFrom)} - {(parts[^1].EffectiveTo is { } to ? Text(to) : "")})";

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
