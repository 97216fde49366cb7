using System.Runtime.CompilerServices;
using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Documents;
using PartyRules.Schemes.Records;

namespace PartyRules.Schemes;

/// <summary>An assessment scheme that has been read and checked: every word in it resolves, every choice is stated.</summary>
/// <remarks>
/// Its parts are the reference facts that rules match against. Two schemes are the same only if they are the same object. Immutable and thread-safe.
/// Made by <see cref="SchemeReader"/>.
/// </remarks>
public sealed record Scheme
{
    private SchemeWords? words;
    private IReadOnlyList<RecordItem>? records;

    /// <summary>The identifier, such as <c>fengxian</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, such as <c>2026.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The SHA-256 of the document's bytes in lower-case hexadecimal: which text exactly gave a result.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The first day on which the scheme is in force, included.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day on which the scheme is in force, included; null for no end.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The published text the scheme rests on.</summary>
    public required LocalText Source { get; init; }

    /// <summary>The kind of subject that is assessed.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>The categories a subject may have; empty where categories do not matter.</summary>
    public required IReadOnlyDictionary<string, LocalText> Categories { get; init; }

    /// <summary>The states of employment a subject may have; empty where employment does not matter.</summary>
    public required IReadOnlyDictionary<string, LocalText> Employments { get; init; }

    /// <summary>The levels an entry may carry, by code.</summary>
    public required IReadOnlyDictionary<string, LocalText> Levels { get; init; }

    /// <summary>The length of a round.</summary>
    public required PeriodKind Round { get; init; }

    /// <summary>The parts of the total, in the order in which results list them.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>Every item of every component.</summary>
    public required IReadOnlyList<Item> Items
    {
        get;
        init
        {
            // A copy with other items does not keep the words of the scheme that it was copied from.
            field = value;
            words = null;
        }
    }

    /// <summary>Items that carry no points; those whose entries some clause joins by their references say that a reference is required.</summary>
    public required IReadOnlyList<RecordItem> Records
    {
        get => records ??= [.. field.Select(record => record with
        {
            IsReferenceRequired = record.IsReferenceRequired || Referenced.Contains(record.Code),
        })];
        init
        {
            field = value;
            records = null;
        }
    }

    /// <summary>When a subject is left out of scoring, in order.</summary>
    public required IReadOnlyList<ExemptionClause> Exemptions { get; init; }

    /// <summary>How a total becomes a grade; null where the scheme gives none.</summary>
    public GradeScale? Grades { get; init; }

    /// <summary>How subjects are ranked; null where the scheme ranks nobody.</summary>
    public RankingClause? Ranking { get; init; }

    /// <summary>Named states that are counted over the year.</summary>
    public required IReadOnlyList<MarkClause> Marks { get; init; }

    /// <summary>What follows from results.</summary>
    public required IReadOnlyList<OutcomeClause> Outcomes { get; init; }

    /// <summary>Quantities that must be reached in every window.</summary>
    public required IReadOnlyList<RequirementClause> Requirements { get; init; }

    /// <summary>Promises that must be answered in the next round.</summary>
    public required IReadOnlyList<FollowUpClause> FollowUps { get; init; }

    /// <summary>How results are put up for objections; null where the scheme does not say.</summary>
    public NoticeClause? Notice { get; init; }

    /// <summary>The further columns of subjects that clauses look at, and whether they are numbers.</summary>
    internal IReadOnlyDictionary<string, bool> NumericAttributes { get; init; } = new Dictionary<string, bool>();

    /// <summary>The names of those columns.</summary>
    internal IReadOnlyDictionary<string, LocalText> AttributeNames { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>The aliases that the scheme declares; null for none.</summary>
    internal AliasesDocument? Aliases { get; init; }

    /// <summary>The words by which data may call what the scheme knows.</summary>
    public SchemeWords Words => words ??= new SchemeWords(this, Aliases);

    /// <summary>Those whose ratings are weighed, by code.</summary>
    internal IReadOnlyDictionary<string, LocalText> Evaluators { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>Results that the scheme looks at.</summary>
    internal IReadOnlyList<ResultInput> Inputs { get; init; } = [];

    /// <summary>The identifiers of the schemes whose results this one looks at; its own for earlier years.</summary>
    public IEnumerable<string> InputSchemes => Inputs.Select(input => input.Scheme).Distinct(StringComparer.Ordinal);

    /// <summary>How scores make the total; null for their plain sum.</summary>
    internal TotalClause? Total { get; init; }

    /// <summary>When entries stop counting.</summary>
    internal IReadOnlyList<Lapse> Lapses { get; init; } = [];

    /// <summary>How rounds make the year's total; null where the year has none.</summary>
    internal YearClause? Year { get; init; }

    /// <summary>Shares of a pool of which something holds.</summary>
    internal IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>How many months before a period conditions look at; 0 for none.</summary>
    internal int LookBackMonths { get; init; }

    /// <summary>The codes whose entries must carry a reference.</summary>
    internal IReadOnlySet<string> Referenced
    {
        get;
        init
        {
            field = value;
            records = null;
        }
    } = new HashSet<string>();

    /// <summary>What its clauses rest on, one for each clause that cites, in no stated order; several clauses may cite one reference.</summary>
    public IReadOnlyList<Citation> Citations { get; internal init; } = [];

    /// <summary>What a layered scheme has from each lower layer, and what holds for a time; empty for a scheme without either. What no origin names stands in its place in the highest scheme.</summary>
    public IReadOnlyList<ValueOrigin> Origins { get; internal init; } = [];

    /// <summary>
    /// The scheme in each of the times into which amounts that hold for a time divide it, in order; empty where it has none. The scheme itself is as it is
    /// without them. Scorers take each time's own.
    /// </summary>
    public IReadOnlyList<Scheme> Parts { get; internal init; } = [];

    /// <summary>Whether a year has several rounds, so that results have a row per round and one for the year.</summary>
    public bool HasRounds => Round != PeriodKind.Year;

    /// <summary>Whether the scheme is in force on a date.</summary>
    /// <param name="date">The date.</param>
    public bool IsInForce(DateOnly date) => date >= EffectiveFrom && (EffectiveTo is not { } to || date <= to);

    /// <summary>Whether both are the same object.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Scheme? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Identifier and version.</summary>
    public override string ToString() => $"{Id} {Version}";
}
