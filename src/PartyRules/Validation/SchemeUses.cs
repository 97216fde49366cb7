using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Validation;

/// <summary>
/// Which facts of subjects and entries the clauses of a scheme look at: found by walking through everything that the scheme consists of.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SchemeUses
{
    private const string Parent = "parent";
    private const string PreviousGrade = "previousGrade";
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly ConditionalWeakTable<Scheme, SchemeUses> Found = [];
    private readonly Dictionary<string, SortedSet<string>> columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> indispensable = new(StringComparer.Ordinal);
    private readonly HashSet<string> valued = new(StringComparer.Ordinal);
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    private SchemeUses(Scheme scheme)
    {
        Visit(scheme, null);
        seen.Clear();
        Columns = [.. columns.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ColumnNeed(
            pair.Key,
            string.Join(", ", pair.Value),
            scheme.Attributes.GetValueOrDefault(pair.Key)?.IsNumber == true,
            !indispensable.Contains(pair.Key)))];
    }

    /// <summary>
    /// The columns of subjects that clauses look at, beside those that every data set of the scheme has; by name, ordinally.
    /// </summary>
    public IReadOnlyList<ColumnNeed> Columns { get; }

    /// <summary>Whether subjects compete with those of the same parent.</summary>
    internal bool ComparesByParent { get; private set; }

    /// <summary>
    /// Whether some clause asks for what is not recorded by a day: windows, requirements and promises. Without a day as of which subjects
    /// are judged, what is still to come then counts as not done.
    /// </summary>
    public bool JudgesAbsence { get; private set; }

    /// <summary>What the clauses of a scheme look at.</summary>
    /// <param name="scheme">The scheme.</param>
    public static SchemeUses Of(Scheme scheme) => Found.GetValue(scheme, static known => new SchemeUses(known));

    /// <summary>Whether some clause reads the values of entries of a code, apart from what the entries are worth.</summary>
    internal bool ReadsValuesOf(string code) => valued.Contains(code);

    private void Visit(object? thing, Citation? cites)
    {
        if (thing is IEnumerable things and not string)
        {
            foreach (var each in things)
                Visit(each, cites);
            return;
        }

        var type = thing?.GetType();
        if (type is { IsGenericType: true, Namespace: "System.Collections.Generic" })
            Visit(type.GetProperty("Value")?.GetValue(thing), cites);
        if (thing is null or LocalText or Citation or SchemeWords || !IsOfModel(type!) || !seen.Add(thing))
            return;
        var fields = FieldsOf(type!).Select(field => field.GetValue(thing)).ToList();
        cites = fields.OfType<Citation>().FirstOrDefault() ?? cites;
        Note(thing, cites);
        fields.ForEach(field => Visit(field, cites));
    }

    private static bool IsOfModel(Type type) =>
        type.Namespace?.StartsWith("PartyRules", StringComparison.Ordinal) == true && type is { IsEnum: false, IsPrimitive: false };

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var each = type; each is not null && each != typeof(object); each = each.BaseType)
        {
            foreach (var field in each.GetFields(Own))
                yield return field;
        }
    }

    private void Note(object thing, Citation? cites)
    {
        JudgesAbsence |= thing is WindowsCondition or WindowsQuantity or AdjustmentClause { Per: not null } or Step { WithinDays: not null }
            or RequirementClause or FollowUpClause;
        switch (thing)
        {
            case AttributeTextCondition condition:
                Need(condition.Attribute, cites);
                break;
            case AttributeNumberCondition condition:
                Need(condition.Attribute, cites);
                break;
            case AttributeQuantity quantity:
                Need(quantity.Attribute, cites);
                break;
            case SinceQuantity quantity:
                Need(quantity.Attribute, cites);
                break;
            case Multiplier multiplier:
                Demand(multiplier.Attribute, cites);
                valued.UnionWith(multiplier.Records);
                break;
            case ResultInput input:
                Demand(input.Attribute ?? (input.IsParents ? Parent : null), cites);
                break;
            case RankingClause { Pool: PoolKind.Parent } or Target { Pool: PoolKind.Parent }:
                Demand(Parent, cites);
                ComparesByParent = true;
                break;
            case PreviousGradeCondition or RiseCondition or GradeScale { Start: not null }:
                Need(PreviousGrade, cites);
                break;
            case EntryFilter filter when filter.Value is not null || filter.Measure == EntryMeasure.Sum:
                valued.UnionWith(filter.Codes);
                break;
            case RequirementClause { CountsEntries: false } requirement:
                valued.UnionWith(requirement.Records.Select(record => record.Code));
                break;
            case Item item when item.Appraisal is not null || item.Component.Rules is not null:
                valued.Add(item.Code);
                break;
            default:
                break;
        }
    }

    private void Demand(string? column, Citation? cites)
    {
        Need(column, cites);
        if (column is not null)
            indispensable.Add(column);
    }

    private void Need(string? column, Citation? cites)
    {
        if (column is null)
            return;
        if (!columns.TryGetValue(column, out var clauses))
            columns.Add(column, clauses = new SortedSet<string>(StringComparer.Ordinal));
        if (cites is not null)
            clauses.Add(cites.Clause);
    }
}
