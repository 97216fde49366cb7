using System.Collections.Frozen;
using System.Numerics;

namespace PartyRules;

/// <summary>One subject in one period with all its entries: what an assessment starts from.</summary>
/// <remarks>A given fact. Immutable and thread-safe, as long as the list it was given is left alone.</remarks>
public sealed class Dossier
{
    private readonly HashSet<Entry>? gone;
    private uint marks;

    /// <summary>Makes a dossier.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="period">The round or the year.</param>
    /// <param name="entries">The subject's entries that fall in the period. The list is kept, not copied.</param>
    public Dossier(Subject subject, Period period, IReadOnlyList<Entry> entries)
    {
        Subject = subject;
        Period = period;
        Entries = entries;
    }

    /// <summary>Earlier results, of this subject and others, that the scheme's inputs may name; empty by default.</summary>
    public IReadOnlyList<EarlierResult> Results { get; init; } = [];

    /// <summary>The subject.</summary>
    public Subject Subject { get; }

    /// <summary>The round or the year.</summary>
    public Period Period { get; }

    /// <summary>The subject's entries that fall in the period.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>
    /// The first day of the period on which the scheme is in force: in a year without rounds in which it begins, that of the scheme.
    /// </summary>
    internal DateOnly FirstDay
    {
        get => field > Period.Start ? field : Period.Start;
        init;
    }

    /// <summary>
    /// The day as of which the subject is judged, where that is not the end of the period; null by default. What could only happen later is
    /// not missed: windows, deadlines and expiries after that day are not judged.
    /// </summary>
    public DateOnly? Until { get; internal init; }

    /// <summary>The last day that is judged: that of the period, or an earlier one as of which it is judged.</summary>
    internal DateOnly LastDay => Until is { } day && day < Period.End ? day : Period.End;

    /// <summary>Whether the period is not over on the day as of which it is judged, so that entries may still come.</summary>
    internal bool IsOpen => Until < Period.End;

    /// <summary>The subject's entries from before the period, by date, where the scheme looks back; empty by default.</summary>
    internal IReadOnlyList<Entry> Before { get; init; } = [];

    /// <summary>
    /// Entries from before the period that still give points in it, by date; empty by default. Conditions and measures see them where they
    /// look back, as they see all that is <see cref="Before"/>.
    /// </summary>
    internal IReadOnlyList<Entry> Earlier { get; init; } = [];

    /// <summary>The entries of the year about the subject that count for another instead; empty by default.</summary>
    internal IReadOnlyList<Entry> PassedOn { get; init; } = [];

    /// <summary>
    /// The measures that compare the subject with its pool, by identifier, as fractions; without those that are not known. Empty by
    /// default.
    /// </summary>
    internal IReadOnlyDictionary<string, (BigInteger Numerator, BigInteger Denominator)> OfPool { get; init; } = NothingOfPool;

    /// <summary>No such measures.</summary>
    internal static IReadOnlyDictionary<string, (BigInteger Numerator, BigInteger Denominator)> NothingOfPool { get; } =
        FrozenDictionary<string, (BigInteger Numerator, BigInteger Denominator)>.Empty;

    /// <summary>
    /// What stopped counting before the period ended, and why, of the whole year and of what is looked back at; empty by default.
    /// </summary>
    internal IReadOnlyList<Lapsed> Lapsed
    {
        get;
        init => (field, gone) = (value, value.Count == 0 ? null : value.Select(lapsed => lapsed.Entry).ToHashSet());
    } = [];

    /// <summary>Whether an entry still counted when the period ended.</summary>
    internal bool StillCounts(Entry entry) => gone is null || !gone.Contains(entry);

    /// <summary>How many entries carry a code.</summary>
    /// <param name="code">The code of an item or record.</param>
    public int CountOf(string code)
    {
        var count = 0;
        if ((Marks & MarkOf(code)) == 0)
            return count;
        foreach (var entry in Span)
        {
            if (entry.Item == code)
                count++;
        }

        return count;
    }

    /// <summary>
    /// The marks of all entries' codes. Most codes that conditions ask for occur on no entry, which a missing mark shows at once.
    /// </summary>
    private uint Marks => marks == 0 ? marks = MarksOf(Span) : marks;

    /// <summary>The entries as the conditions of schemes go through them.</summary>
    internal ReadOnlySpan<Entry> Span => Entries.AsSpan();

    private static uint MarksOf(ReadOnlySpan<Entry> entries)
    {
        var all = 0U;
        foreach (var entry in entries)
            all |= MarkOf(entry.Item);
        return all;
    }

    /// <summary>One of 32 bits, by which codes are likely to differ; so many are written at once on every processor.</summary>
    private static uint MarkOf(string code) => code.Length == 0 ? 1 : 1U << ((code.Length + (code[0] * 3) + (code[^1] * 5)) & 31);

    /// <summary>The round or the year of which the dossier is a part: its own period, where it is none.</summary>
    internal Period Whole
    {
        get => field == default ? Period : field;
        private init;
    }

    /// <summary>The same subject with some of the entries, in a window of the period or under a reference.</summary>
    /// <param name="window">The window; the period itself for a reference.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="before">Those from before the window, by date.</param>
    internal Dossier Part(Period window, IReadOnlyList<Entry> entries, IReadOnlyList<Entry> before) => new(Subject, window, entries)
    {
        Results = Results,
        FirstDay = FirstDay,
        Until = Until,
        Before = before,
        Whole = Whole,
        OfPool = OfPool,
    };

    /// <summary>Subject and period.</summary>
    public override string ToString() => $"{Subject.Id} {Period}";
}
