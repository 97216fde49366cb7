using PartyRules.Conditions;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>An assessment scheme that has been read and checked: every word in it resolves, every choice is stated.</summary>
/// <remarks>
/// Its clauses are the reference facts that rules match against. Two schemes are the same only if they are the same object. Immutable and
/// thread-safe. Made by <c>SchemeReader</c>; there is no way to change one, so that its content hash always tells the text that gave a
/// result.
/// </remarks>
public sealed class Scheme
{
    private readonly SchemeHead head;
    private readonly Lazy<SchemeWords> words;

    internal Scheme(SchemeHead head, ClauseSet clauses)
    {
        this.head = head;
        Clauses = clauses;
        Components = clauses.Of<Component>();
        Items = clauses.Of<Item>();
        Records = clauses.Of<RecordItem>();
        Exemptions = clauses.Of<ExemptionClause>();
        Grades = clauses.One<GradeScale>();
        Ranking = EveryRanking.FirstOrDefault(ranking => ranking.Id.Length == 0);
        Rankings = EveryRanking.Count == 0 ? [] : [.. EveryRanking.Where(ranking => ranking.Id.Length > 0)];
        Marks = clauses.Of<MarkClause>();
        Outcomes = clauses.Of<OutcomeClause>();
        Requirements = clauses.Of<RequirementClause>();
        FollowUps = clauses.Of<FollowUpClause>();
        Notice = clauses.One<NoticeClause>();
        Inputs = clauses.Of<ResultInput>();
        Total = clauses.One<TotalClause>();
        Lapses = clauses.Of<Lapse>();
        Crediting = clauses.Of<CreditingClause>();
        Year = clauses.One<YearClause>();
        Targets = clauses.Of<Target>();
        words = new Lazy<SchemeWords>(() => new SchemeWords(this, clauses.One<SchemeAliases>() ?? SchemeAliases.None));
    }

    /// <summary>The identifier, such as <c>fengxian</c>.</summary>
    public string Id => head.Id;

    /// <summary>The version, such as <c>2026.1</c>.</summary>
    public string Version => head.Version;

    /// <summary>The SHA-256 of the document's bytes in lower-case hexadecimal: which text exactly gave a result.</summary>
    public string ContentHash => head.ContentHash;

    /// <summary>The first day on which the scheme is in force, included.</summary>
    public DateOnly EffectiveFrom => head.EffectiveFrom;

    /// <summary>The last day on which the scheme is in force, included; null for no end.</summary>
    public DateOnly? EffectiveTo => head.EffectiveTo;

    /// <summary>The name shown to people.</summary>
    public LocalText Name => head.Name;

    /// <summary>The published text the scheme rests on.</summary>
    public LocalText Source => head.Source;

    /// <summary>The kind of subject that is assessed.</summary>
    public string SubjectKind => head.SubjectKind;

    /// <summary>The categories a subject may have; empty where categories do not matter.</summary>
    public IReadOnlyDictionary<string, LocalText> Categories => head.Categories;

    /// <summary>The states of employment a subject may have; empty where employment does not matter.</summary>
    public IReadOnlyDictionary<string, LocalText> Employments => head.Employments;

    /// <summary>The levels an entry may carry, by code.</summary>
    public IReadOnlyDictionary<string, LocalText> Levels => head.Levels;

    /// <summary>The length of a round.</summary>
    public PeriodKind Round => head.Round;

    /// <summary>The month in which years of assessment begin, 1 to 12: 1 for calendar years.</summary>
    public int FirstMonth => head.FirstMonth;

    /// <summary>The rounds of a year, in order; the year itself where it has no others.</summary>
    internal IEnumerable<Period> RoundsOf(int year) => Period.AllIn(year, Round, FirstMonth);

    /// <summary>The whole of a year.</summary>
    internal Period WholeOf(int year) => Period.OfYear(year, FirstMonth);

    /// <summary>The parts of the total, in the order in which results list them.</summary>
    public IReadOnlyList<Component> Components { get; }

    /// <summary>Every item of every component.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>Items that carry no points.</summary>
    public IReadOnlyList<RecordItem> Records { get; }

    /// <summary>When a subject is left out of scoring, in order.</summary>
    public IReadOnlyList<ExemptionClause> Exemptions { get; }

    /// <summary>How a total becomes a grade; null where the scheme gives none.</summary>
    public GradeScale? Grades { get; }

    /// <summary>The ranking that gives results their rank; null where there is none.</summary>
    public RankingClause? Ranking { get; }

    /// <summary>The further rankings, which conditions name; empty where there are none.</summary>
    public IReadOnlyList<RankingClause> Rankings { get; }

    /// <summary>Named states that are counted over the year.</summary>
    public IReadOnlyList<MarkClause> Marks { get; }

    /// <summary>What follows from results.</summary>
    public IReadOnlyList<OutcomeClause> Outcomes { get; }

    /// <summary>Quantities that must be reached in every window.</summary>
    public IReadOnlyList<RequirementClause> Requirements { get; }

    /// <summary>Promises that must be answered in the next round.</summary>
    public IReadOnlyList<FollowUpClause> FollowUps { get; }

    /// <summary>How results are put up for objections; null where the scheme does not say.</summary>
    public NoticeClause? Notice { get; }

    /// <summary>The words by which data may call what the scheme knows.</summary>
    public SchemeWords Words => words.Value;

    /// <summary>The identifiers of the schemes whose results this one looks at; its own for earlier years.</summary>
    public IEnumerable<string> InputSchemes => Inputs.Select(input => input.Scheme).Distinct(StringComparer.Ordinal);

    /// <summary>The identifiers of the schemes whose results count for the parents of those whose they are.</summary>
    public IEnumerable<string> ChildrensSchemes =>
        Inputs.Where(input => input.IsOfChildren).Select(input => input.Scheme).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// What its clauses rest on, one for each clause that cites, in no stated order; several clauses may cite one reference.
    /// </summary>
    public IReadOnlyList<Citation> Citations => head.Citations;

    /// <summary>
    /// What a layered scheme has from each lower layer, and what holds for a time; empty for a scheme without either. What no origin names
    /// stands in its place in the highest scheme.
    /// </summary>
    public IReadOnlyList<ValueOrigin> Origins => head.Origins;

    /// <summary>
    /// The scheme in each of the times into which amounts that hold for a time divide it, in order; empty where it has none. The scheme
    /// itself is as it is in the last of them. Scorers take each time's own.
    /// </summary>
    public IReadOnlyList<Scheme> Parts => head.Parts;

    /// <summary>Whether a year has several rounds, so that results have a row per round and one for the year.</summary>
    public bool HasRounds => Round != PeriodKind.Year;

    /// <summary>Whether a limit spans rounds, so that a round looks at the earlier ones of its year.</summary>
    internal bool LimitsSpanRounds => HasRounds && Items.Any(item => item.SpansRounds);

    /// <summary>
    /// Whether subjects are looked at together or over several rounds: they are ranked, a share of them is asked for, a measure compares
    /// them, entries about one count for another, or a year has several rounds. Then no subject can be assessed alone.
    /// </summary>
    public bool ComparesSubjects =>
        HasRounds || EveryRanking.Count > 0 || Targets.Count > 0 || Pooled.Count > 0 || Crediting.Count > 0;

    /// <summary>The ranking that gives results their rank, if any, and the further ones.</summary>
    internal IReadOnlyList<RankingClause> EveryRanking => Clauses.Of<RankingClause>();

    /// <summary>The measures that compare subjects before any points are known.</summary>
    internal IReadOnlyList<PooledMeasure> Pooled => Clauses.Of<PooledMeasure>();

    /// <summary>All clauses, by type.</summary>
    internal ClauseSet Clauses { get; }

    /// <summary>Results that the scheme looks at.</summary>
    internal IReadOnlyList<ResultInput> Inputs { get; }

    /// <summary>How scores make the total; null for their plain sum.</summary>
    internal TotalClause? Total { get; }

    /// <summary>What components, groups and the total are multiplied by.</summary>
    internal IEnumerable<Multiplier> Multipliers => Components.SelectMany(component => component.Multipliers)
        .Concat(Total?.AllGroups.SelectMany(group => group.Multipliers) ?? [])
        .Concat(Total?.Multipliers ?? []);

    /// <summary>When entries stop counting.</summary>
    internal IReadOnlyList<Lapse> Lapses { get; }

    /// <summary>Which entries count for a linked subject.</summary>
    internal IReadOnlyList<CreditingClause> Crediting { get; }

    /// <summary>How rounds make the year's total; null where the year has none.</summary>
    internal YearClause? Year { get; }

    /// <summary>Shares of a pool of which something holds.</summary>
    internal IReadOnlyList<Target> Targets { get; }

    /// <summary>The further columns of subjects that clauses look at.</summary>
    internal IReadOnlyDictionary<string, SubjectAttribute> Attributes => head.Attributes;

    /// <summary>The further columns of entries, with their names.</summary>
    internal IReadOnlyDictionary<string, EntryAttribute> EntryAttributes => head.EntryAttributes;

    /// <summary>The numbers of entries that clauses may look at instead of the value: further columns, and what is made of them.</summary>
    internal IReadOnlyDictionary<string, EntryNumber> EntryNumbers => head.EntryNumbers;

    /// <summary>Those whose ratings are weighed, by code.</summary>
    internal IReadOnlyDictionary<string, LocalText> Evaluators => head.Evaluators;

    /// <summary>How many months before a period clauses look back at, at most; 0 where entries of earlier years do not matter.</summary>
    internal int LookBackMonths => head.LookBackMonths;

    /// <summary>The first day that clauses look back at from a year; null where they do not look back before it.</summary>
    /// <param name="year">The year that is assessed: that in which it begins.</param>
    public DateOnly? LooksBackTo(int year) => LookBackMonths == 0 ? null
        : WholeOf(year).Start is var first && LookBackMonths < ((first.Year - 1) * 12) + first.Month
            ? first.AddMonths(-LookBackMonths)
            : DateOnly.MinValue;

    /// <summary>Whether an entry of an earlier year lies in the months before a year that clauses look back at.</summary>
    /// <param name="date">The date of the entry.</param>
    /// <param name="year">The year that is assessed: that in which it begins.</param>
    public bool LooksBackAt(DateOnly date, int year) =>
        date < WholeOf(year).Start && ((year - date.Year) * 12) - date.Month + FirstMonth <= LookBackMonths;

    /// <summary>
    /// The day on which the scheme begins, where that is within a year that is assessed as a whole, which is then assessed from that day
    /// and shorter; null for a whole year, and in a scheme of rounds.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    public DateOnly? BeginsWithin(int year) =>
        !HasRounds && WholeOf(year) is var whole && EffectiveFrom > whole.Start && EffectiveFrom <= whole.End ? EffectiveFrom : null;

    /// <summary>The codes whose entries must carry a reference.</summary>
    internal IReadOnlySet<string> Referenced => head.Referenced;

    /// <summary>Whether the scheme is in force on a date.</summary>
    /// <param name="date">The date.</param>
    public bool IsInForce(DateOnly date) => date >= EffectiveFrom && (EffectiveTo is not { } to || date <= to);

    /// <summary>Identifier and version.</summary>
    public override string ToString() => $"{Id} {Version}";

    /// <summary>The same clauses under another head.</summary>
    internal Scheme With(Func<SchemeHead, SchemeHead> change, Func<ClauseSet, ClauseSet>? clauses = null) =>
        new(change(head), clauses is null ? Clauses : clauses(Clauses));
}
