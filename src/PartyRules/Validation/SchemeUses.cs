using System.Runtime.CompilerServices;
using PartyRules.Clauses;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Validation;

/// <summary>Which facts of subjects and entries the clauses of a scheme look at, as each kind of clause and each condition says.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SchemeUses
{
    private static readonly ConditionalWeakTable<Scheme, SchemeUses> Found = [];
    private readonly bool hasRulesInCode;
    private readonly IEnumerable<string> columnsOfEntries;

    private SchemeUses(Scheme scheme)
    {
        columnsOfEntries = scheme.EntryAttributes.Keys;
        foreach (var part in scheme.Parts.Prepend(scheme))
        {
            foreach (var kind in ClauseKinds.All)
                kind.LookAt(part, Facts);
            Facts.ReferencesOf(part.Referenced);
            hasRulesInCode |= part.Components.Any(component => component.Rules is not null);
        }

        Columns = [.. Facts.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ColumnNeed(
            pair.Key,
            string.Join(", ", pair.Value),
            scheme.Attributes.GetValueOrDefault(pair.Key)?.IsNumber == true,
            !Facts.Indispensable.Contains(pair.Key)))];
    }

    /// <summary>
    /// The columns of subjects that clauses look at, beside those that every data set of the scheme has; by name, ordinally.
    /// </summary>
    public IReadOnlyList<ColumnNeed> Columns { get; }

    /// <summary>All that kinds of clause and conditions say.</summary>
    internal LookedAt Facts { get; } = new();

    /// <summary>Whether subjects compete with those of the same parent.</summary>
    internal bool ComparesByParent => Facts.ComparesByParent;

    /// <summary>
    /// Whether some clause asks for what is not recorded by a day: windows, requirements and promises. Without a day as of which subjects
    /// are judged, what is still to come then counts as not done.
    /// </summary>
    public bool JudgesAbsence => Facts.JudgesAbsence;

    /// <summary>What the clauses of a scheme look at.</summary>
    /// <param name="scheme">The scheme.</param>
    public static SchemeUses Of(Scheme scheme) => Found.GetValue(scheme, static known => new SchemeUses(known));

    /// <summary>Whether some clause reads the values of entries of a code, apart from what the entries are worth.</summary>
    internal bool ReadsValuesOf(string code) => Facts.Valued.Contains(code);

    /// <summary>The numbers of entries of a code that some clause reads, apart from what the entries are worth.</summary>
    internal IReadOnlyList<EntryNumber> NumbersOf(string code) => Facts.Numbers.TryGetValue(code, out var numbers) ? [.. numbers] : [];

    /// <summary>The further columns of entries of a code that some clause, or rules in code, may look at.</summary>
    /// <param name="code">The code.</param>
    /// <param name="items">The items of the code.</param>
    internal IReadOnlyList<string> ColumnsOf(string code, IEnumerable<Item> items) => hasRulesInCode
        ? [.. columnsOfEntries]
        : [.. NumbersOf(code).Concat(items.Select(item => item.Worth.Number).OfType<EntryNumber>())
            .SelectMany(number => number.Columns).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Whether some clause looks at the levels of entries of a code, apart from what they are worth and what applies to them.
    /// </summary>
    internal bool ReadsLevelsOf(string code) => hasRulesInCode || Facts.Levelled.Contains(code);

    /// <summary>Whether some clause looks at who gave entries of a code, apart from appraisals and from what applies to them.</summary>
    internal bool ReadsEvaluatorsOf(string code) => hasRulesInCode || Facts.Rated.Contains(code);

    /// <summary>
    /// Whether some clause, or rules in code, look at the references of entries of a code; any other reference only tells records apart.
    /// </summary>
    internal bool ReadsReferencesOf(string code) => hasRulesInCode || Facts.Referenced.Contains(code);
}
