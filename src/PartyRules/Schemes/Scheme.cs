using PartyRules.Results;
using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Records;

namespace PartyRules.Schemes;

/// <summary>An assessment scheme that has been read and checked: every word in it resolves, every choice is stated.</summary>
/// <remarks>
/// Its parts are the reference facts that rules match against. Immutable and thread-safe. Made by <see cref="SchemeReader"/>.
/// </remarks>
public sealed class Scheme
{
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
    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>Items that carry no points.</summary>
    public required IReadOnlyList<RecordItem> Records { get; init; }

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
    internal IReadOnlySet<string> Referenced { get; init; } = new HashSet<string>();

    /// <summary>Whether a year has several rounds, so that results have a row per round and one for the year.</summary>
    public bool HasRounds => Round != PeriodKind.Year;

    /// <summary>Whether the scheme is in force on a date.</summary>
    /// <param name="date">The date.</param>
    public bool IsInForce(DateOnly date) => date >= EffectiveFrom && (EffectiveTo is not { } to || date <= to);

    /// <summary>Identifier and version.</summary>
    public override string ToString() => $"{Id} {Version}";
}

/// <summary>What a clause rests on.</summary>
/// <param name="Clause">The clause's reference, such as <c>fengxian/task-monthly</c>.</param>
/// <param name="Text">What the source says, or the choice made where it says nothing.</param>
/// <param name="IsChoice">Whether the source leaves this open.</param>
/// <param name="Checked">The day on which a person last compared the clause with its source; null where nobody has yet.</param>
public sealed record Citation(string Clause, LocalText Text, bool IsChoice, DateOnly? Checked = null);

/// <summary>A finding's code and name.</summary>
/// <param name="Code">The code in results.</param>
/// <param name="Name">What it says to people.</param>
public sealed record FindingText(string Code, LocalText Name);

/// <summary>A part of a year within which something is limited or required.</summary>
/// <remarks>A round's window is resolved to the scheme's round when the scheme is read.</remarks>
/// <param name="Per">The window.</param>
/// <param name="Points">The most points that count in one window, as a magnitude.</param>
/// <param name="Finding">The finding raised where more was recorded; null for none.</param>
/// <param name="Cites">What it rests on; null where it is the component's citation.</param>
public sealed record Limit(PeriodKind Per, Points Points, FindingText? Finding, Citation Cites)
{
    /// <summary>What counts of a signed sum: not further from zero than the limit.</summary>
    internal Points Cap(Points recorded) => recorded.Within(-Points, Points);
}

/// <summary>A part of the total.</summary>
public sealed class Component
{
    /// <summary>The identifier; results have a column <c>component.&lt;id&gt;</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The position among the scheme's components, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The points everybody starts with.</summary>
    public required Points Start { get; init; }

    /// <summary>The lowest score, included; null for none.</summary>
    public required Points? Minimum { get; init; }

    /// <summary>The highest score, included; null for none.</summary>
    public required Points? Maximum { get; init; }

    /// <summary>A cap on what all items together count within a window; null for none.</summary>
    public Limit? Limit { get; init; }

    /// <summary>Whether the result is incomplete without an entry in this component.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The percentage of the score that counts in the total; null where components are not weighed.</summary>
    internal Points? Weight { get; init; }

    /// <summary>Whether it belongs to a group, which adds it up.</summary>
    internal bool IsGrouped { get; init; }

    /// <summary>What its points are multiplied by.</summary>
    internal IReadOnlyList<Multiplier> Multipliers { get; init; } = [];

    /// <summary>Other results that count towards it.</summary>
    internal IReadOnlyList<Carried> Carries { get; init; } = [];

    /// <summary>Whether the limit caps what item limits have left.</summary>
    internal bool LimitsTallies { get; init; }

    /// <summary>The name of the rules in code that give it points beside its items; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>Whether its score is more than a sum of credits and tallies.</summary>
    internal bool IsCompound { get; init; }

    /// <summary>How its products are rounded.</summary>
    internal Rounding Rounding { get; init; } = Rounding.None;

    /// <summary>What it rests on.</summary>
    public required Citation Cites { get; init; }

    /// <summary>The score for a sum of points: start plus sum, kept within minimum and maximum.</summary>
    /// <param name="sum">What the items add, less what they deduct.</param>
    public Points Score(Points sum) => (Start + sum).Within(Minimum, Maximum);

    /// <summary>Whether another result, without which the score is incomplete, is not known.</summary>
    internal bool LacksCarried(Dossier dossier)
    {
        for (var i = 0; i < Carries.Count; i++)
        {
            if (Carries[i].IsRequired && Carries[i].Input.Find(dossier)?.Total is null)
                return true;
        }

        return false;
    }

    /// <summary>What the items' sum becomes by what is carried over and by the multipliers, less the start.</summary>
    internal Points SumOf(Points items, Dossier dossier)
    {
        var points = Exact.Of(Start + items);
        foreach (var carried in Carries)
            points += carried.Of(dossier);
        foreach (var multiplier in Multipliers)
            points *= multiplier.Of(dossier);
        return Rounding.Round(points) - Start;
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}

/// <summary>What an entry of one code is worth to the subjects and at the levels it applies to.</summary>
public sealed class Item
{
    /// <summary>The code that entries carry.</summary>
    public required string Code { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The component it counts towards.</summary>
    public required Component Component { get; init; }

    /// <summary>Whether it takes points away.</summary>
    public required bool Deducts { get; init; }

    /// <summary>How many points an entry is worth.</summary>
    public required Worth Worth { get; init; }

    /// <summary>Whom and which levels it applies to.</summary>
    public required Applicability AppliesTo { get; init; }

    /// <summary>A cap of its own; null for none.</summary>
    public Limit? Limit { get; init; }

    /// <summary>Which of its entries count; null for all.</summary>
    internal Selection? Selection { get; init; }

    /// <summary>How ratings by several evaluators make one; null where entries are added up.</summary>
    internal AppraisalClause? Appraisal { get; init; }

    /// <summary>Whether an entry earns its points as it stands, without being compared with others.</summary>
    internal bool IsDirect => Selection is null && Appraisal is null;

    /// <summary>What it rests on.</summary>
    public required Citation Cites { get; init; }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}

/// <summary>An item that carries no points; conditions count its entries.</summary>
/// <param name="Code">The code that entries carry.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="IsValueRequired">Whether entries must carry a value.</param>
/// <param name="IsReferenceRequired">Whether entries must carry a reference.</param>
public sealed record RecordItem(string Code, LocalText Name, bool IsValueRequired, bool IsReferenceRequired);

/// <summary>Whom and what an item applies to. Empty lists apply to all.</summary>
/// <param name="Categories">Categories of subjects.</param>
/// <param name="Employments">States of employment.</param>
/// <param name="Levels">Levels of entries.</param>
public sealed record Applicability(IReadOnlyList<string> Categories, IReadOnlyList<string> Employments, IReadOnlyList<string> Levels)
{
    /// <summary>Applies to every subject and every entry.</summary>
    public static Applicability Everything { get; } = new([], [], []);

    /// <summary>Those who gave the entry; empty for all.</summary>
    internal IReadOnlyList<string> Evaluators { get; init; } = [];

    /// <summary>Whether an item with this applicability applies to an entry of a subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="entry">The entry.</param>
    public bool Includes(Subject subject, Entry entry) =>
        (Categories.Count == 0 || Categories.Contains(subject.Category))
        && (Employments.Count == 0 || Employments.Contains(subject.Employment))
        && (Levels.Count == 0 || Levels.Contains(entry.Level))
        && (Evaluators.Count == 0 || Evaluators.Contains(entry.Evaluator));
}
