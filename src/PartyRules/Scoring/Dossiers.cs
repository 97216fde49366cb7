using System.Numerics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>
/// Makes dossiers: the entries that still count in a period, and the results that the scheme's inputs name. For one thread.
/// </summary>
internal sealed class Dossiers(
    Scheme scheme, IEvaluator? records, OtherResults? earlier, DateOnly? asOf)
{
    private readonly List<ResultInput> onlyCarried =
    [
        .. scheme.Components.Where(component => !scheme.Items.Any(item => item.Component == component))
            .SelectMany(component => component.Carries)
            .Select(carried => carried.Input).Where(input => input.YearsBefore == 0),
    ];

    private readonly bool looksBack = scheme.LookBackMonths > 0 || scheme.LimitsSpanRounds;

    private readonly List<Lapse> later = [.. scheme.Lapses.Where(lapse => lapse.CountsLater)];

    /// <summary>The earlier results; null for none.</summary>
    public OtherResults? Earlier { get; set; } = earlier;

    /// <summary>Makes a dossier.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="period">The round or the year.</param>
    /// <param name="own">The subject's entries.</param>
    /// <param name="ofPool">How the subject compares with its pool, where that is known; null for not at all.</param>
    public Dossier Make(
        Subject subject,
        Period period,
        SubjectEntries own,
        IReadOnlyDictionary<string, (BigInteger Numerator, BigInteger Denominator)>? ofPool = null)
    {
        var before = Before(period, own);
        var lapsed = LapsedOf(subject, period, own.OfYear, before);
        var entries = Standing(own.OfYear, lapsed);
        var standing = Standing(before, lapsed);
        if (period.Kind != PeriodKind.Year)
            entries = [.. entries.Where(entry => period.Contains(entry.Date))];
        return new Dossier(subject, period, entries)
        {
            FirstDay = scheme.HasRounds ? default : scheme.EffectiveFrom,
            Until = asOf,
            Before = standing,
            Earlier = later.Count == 0 ? [] : [.. standing.Where(entry => later.Exists(lapse => lapse.Concerns(entry)))],
            Results = Results(subject),
            Lapsed = lapsed.Count == 0 ? [] : lapsed,
            PassedOn = own.PassedOn ?? [],
            OfPool = ofPool ?? Dossier.NothingOfPool,
        };
    }

    /// <summary>Whether a component without items carries over a result that a subject has in this very round.</summary>
    public bool Carries(Subject subject, Period round) => Earlier is not null && onlyCarried.Exists(
        input => Earlier.Of(input.SubjectOf(subject)).Any(result => result.Scheme == input.Scheme && result.Period == round));

    private EarlierResult[] Results(Subject subject) => Earlier is null || scheme.Inputs.Count == 0 ? [] :
        [.. Earlier.For(scheme, subject)];

    /// <summary>Entries of earlier years and of the year's earlier rounds, by date.</summary>
    private IReadOnlyList<Entry> Before(Period period, SubjectEntries own) => !looksBack ? [] :
        [.. own.Before, .. own.OfYear.Where(entry => entry.Date < period.Start)];

    /// <summary>What stopped counting, of the year's entries and of those that are looked back at.</summary>
    private IReadOnlyList<Lapsed> LapsedOf(Subject subject, Period period, IReadOnlyList<Entry> ofYear, IReadOnlyList<Entry> before)
    {
        if (records is null)
            return [];
        records.Reset();
        records.Add(new Dossier(subject, period, ofYear) { FirstDay = scheme.HasRounds ? default : scheme.EffectiveFrom, Until = asOf });
        records.AddAll(before.Count == 0 ? ofYear : [.. ofYear.Union(before)]);
        records.Run();
        return records.Facts<Lapsed>();
    }

    private static IReadOnlyList<Entry> Standing(IReadOnlyList<Entry> entries, IReadOnlyList<Lapsed> lapsed)
    {
        if (lapsed.Count == 0)
            return entries;
        var gone = lapsed.Select(fact => fact.Entry).ToHashSet();
        return [.. entries.Where(entry => !gone.Contains(entry))];
    }
}
