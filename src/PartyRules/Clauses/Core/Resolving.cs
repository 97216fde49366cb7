using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Reading.Layered;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Core;

/// <summary>
/// A scheme while its clauses are read: what it says about itself, what was declared and read so far, and the problems found.
/// </summary>
/// <param name="head">What the scheme says about itself.</param>
/// <param name="sections">The sections, by key.</param>
/// <param name="layered">The document with the places of its parts.</param>
/// <param name="problems">The problems.</param>
internal sealed partial class Resolving(ISchemeHead head, Func<string, object?> sections, LayeredDocument layered, List<Problem> problems)
{
    private const long MostComparisons = 2_000_000;
    private readonly Dictionary<Type, Dictionary<string, Declared>> declared = [];
    private readonly HashSet<string> referenced = new(StringComparer.Ordinal);
    private readonly List<Citation> citations = [];
    private long comparisons;
    private PeriodKind? within;

    /// <summary>What the scheme says about itself.</summary>
    public ISchemeHead Head => head;

    /// <summary>The document as layers and amounts made it.</summary>
    public LayeredDocument Layered => layered;

    /// <summary>The clauses read so far.</summary>
    public ClauseSet Clauses { get; } = new();

    /// <summary>The length of a round.</summary>
    public PeriodKind Round { get; private set; }

    /// <summary>The month in which years begin.</summary>
    public int FirstMonth { get; private set; } = 1;

    /// <summary>How what multiplies or averages is rounded.</summary>
    public Rounding Rounding { get; private set; } = Rounding.None;

    /// <summary>The numbers of entries that clauses may look at, by name.</summary>
    public IReadOnlyDictionary<string, EntryNumber> EntryNumbers { get; private set; } = new Dictionary<string, EntryNumber>();

    /// <summary>How many months conditions look back at the most.</summary>
    public int LookBackMonths { get; private set; }

    /// <summary>The codes whose entries must carry a reference: all of them once every clause is read.</summary>
    public IReadOnlySet<string> Referenced => referenced;

    /// <summary>What the clauses read so far rest on.</summary>
    public IReadOnlyList<Citation> Citations => citations;

    /// <summary>Whether the scheme has a section.</summary>
    public bool Has(string key) => sections(key) is not null;

    /// <summary>A section; null where the scheme has none.</summary>
    public TDocument? Section<TDocument>(string key)
        where TDocument : class => (TDocument?)sections(key);

    /// <summary>A section that is a list; empty where the scheme has none.</summary>
    public IReadOnlyList<TDocument> List<TDocument>(string key) => (IReadOnlyList<TDocument>?)sections(key) ?? [];

    /// <summary>
    /// Makes a name known that clauses of other kinds may use. Of two that are alike the first stays; that they are is for their kind to
    /// report.
    /// </summary>
    public bool Declare<T>(string id, LocalText name) => Of<T>().TryAdd(id, new Declared(id, name, Of<T>().Count));

    /// <summary>The names that were declared, by identifier.</summary>
    public IReadOnlyDictionary<string, Declared> DeclaredOf<T>() => Of<T>();

    /// <summary>Says that entries of these codes must carry a reference.</summary>
    public void RequireReference(IEnumerable<string> codes) => referenced.UnionWith(codes);

    /// <summary>Says how far conditions look back.</summary>
    public void LookBack(int months) => LookBackMonths = Math.Max(LookBackMonths, months);

    /// <summary>Reads what the scheme says about itself.</summary>
    public void ReadHead()
    {
        CheckId("$.id", head.Id);
        Word<RoundWord>("$.round", head.Round);
        Round = WordMeanings.KindOf(head.Round) is { } kind && Period.IsOfMonths(kind) ? kind : PeriodKind.Year;
        if (head.FirstMonth is < 1 or > 12)
            Report("scheme.first-month", "$.firstMonth", head.FirstMonth);
        else
            FirstMonth = head.FirstMonth ?? 1;
        if (head.Effective.To < head.Effective.From)
            Report("scheme.effective", "$.effective");
        Rounding = RoundingOf(head.Rounding, "$.rounding") ?? Rounding.None;
        foreach (var (name, attribute) in head.Subjects.Attributes)
            Word<AttributeKind>($"$.subjects.attributes.{name}.kind", attribute.Kind);
        EntryNumbers = this.NumbersOfEntries(head.Entries);
    }

    /// <summary>The scheme that was read.</summary>
    /// <param name="contentHash">The hash of its text.</param>
    /// <param name="origins">Where its values come from.</param>
    public Scheme ToScheme(string contentHash, IReadOnlyList<ValueOrigin> origins) => new(
        new SchemeHead
        {
            Id = head.Id,
            Version = head.Version,
            ContentHash = contentHash,
            EffectiveFrom = head.Effective.From,
            EffectiveTo = head.Effective.To,
            Name = head.Name,
            Source = head.Source,
            SubjectKind = head.Subjects.Kind,
            Categories = head.Subjects.Categories,
            Employments = head.Subjects.Employments,
            Attributes = head.Subjects.Attributes.ToDictionary(
                pair => pair.Key,
                pair => new SubjectAttribute(pair.Value.Name, pair.Value.Kind == "number", pair.Value.Kind == "date"),
                StringComparer.Ordinal),
            EntryAttributes = head.Entries.Attributes.ToDictionary(
                pair => pair.Key, pair => new EntryAttribute(pair.Value.Name, pair.Value.Kind == "time"), StringComparer.Ordinal),
            EntryNumbers = EntryNumbers,
            Levels = head.Levels,
            Evaluators = head.Evaluators,
            Round = Round,
            FirstMonth = FirstMonth,
            LookBackMonths = LookBackMonths,
            Referenced = referenced,
            Citations = citations,
            Origins = origins,
        },
        Clauses);

    private Dictionary<string, Declared> Of<T>()
    {
        if (!declared.TryGetValue(typeof(T), out var names))
            declared.Add(typeof(T), names = new Dictionary<string, Declared>(StringComparer.Ordinal));
        return names;
    }
}

/// <summary>A name that clauses may use.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Index">The place among those of its kind, from 0.</param>
internal sealed record Declared(string Id, LocalText Name, int Index);
