using PartyRules.Clauses.Procedures;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Verification.Search;

/// <summary>What the clauses of a scheme look at: codes of entries, levels, evaluators, columns and inputs.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class UsedWords
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> levels = new(StringComparer.Ordinal);
    private readonly HashSet<string> evaluators = new(StringComparer.Ordinal);
    private readonly HashSet<string> attributes = new(StringComparer.Ordinal);
    private readonly HashSet<IKnownResult> inputs = [];

    /// <summary>What a scheme looks at.</summary>
    public UsedWords(Scheme scheme)
    {
        foreach (var item in scheme.Items)
        {
            levels.UnionWith([.. item.AppliesTo.Levels, .. item.Worth.Levels, .. item.Worth.LevelFactors?.Keys ?? []]);
            evaluators.UnionWith([.. item.AppliesTo.Evaluators, .. item.Appraisal?.Weights.Keys ?? []]);
        }

        foreach (var multiplier in scheme.Components.SelectMany(component => component.Multipliers))
        {
            codes.UnionWith([.. multiplier.Records, .. multiplier.Rate?.Codes ?? [], .. multiplier.Rate?.Among ?? []]);
            if (multiplier.Attribute is { } attribute)
                attributes.Add(attribute);
        }

        codes.UnionWith(scheme.Requirements.SelectMany(requirement => requirement.Records).Select(record => record.Code));
        codes.UnionWith(scheme.FollowUps.SelectMany(clause => new[] { clause.Promise.Code, clause.Answer.Code }));
        codes.UnionWith(scheme.Lapses.SelectMany(lapse => new[] { lapse.By, lapse.Until }).OfType<string>());
        inputs.UnionWith(scheme.Components.SelectMany(component => component.Carries).Select(carried => carried.Input));
        attributes.UnionWith(scheme.Inputs.Select(input => input.Attribute).OfType<string>());
        codes.UnionWith(scheme.Clauses.Of<ProcedureClause>().SelectMany(clause => clause.Procedure.Codes));
        foreach (var measure in scheme.Clauses.Of<Measure>())
            Add(measure.Quantity);
        foreach (var condition in ConditionsOf(scheme))
            Add(condition);
    }

    private UsedWords()
    {
    }

    /// <summary>The codes of entries that a condition looks at.</summary>
    public static IReadOnlySet<string> CodesOf(Condition condition)
    {
        var used = new UsedWords();
        used.Add(condition);
        return used.codes;
    }

    /// <summary>Whether a clause looks at entries of a code.</summary>
    public bool Code(string code) => codes.Contains(code);

    /// <summary>Whether an item or condition knows a level.</summary>
    public bool Level(string level) => levels.Contains(level);

    /// <summary>Whether an item or condition knows an evaluator.</summary>
    public bool Evaluator(string evaluator) => evaluators.Contains(evaluator);

    /// <summary>Whether a clause looks at a column of the subjects.</summary>
    public bool Attribute(string attribute) => attributes.Contains(attribute);

    /// <summary>Whether a clause looks at an input.</summary>
    public bool Input(ResultInput input) => inputs.Contains(input);

    /// <summary>The conditions of all clauses.</summary>
    public static IEnumerable<Condition> ConditionsOf(Scheme scheme) =>
    [
        .. scheme.Exemptions.Select(clause => clause.When),
        .. (scheme.Grades?.Forced ?? []).Select(clause => clause.When),
        .. (scheme.Grades?.Moves ?? []).Select(move => move.When),
        .. scheme.Marks.Select(clause => clause.When),
        .. scheme.Outcomes.Select(clause => clause.When),
        .. scheme.Targets.Select(target => target.When),
        .. scheme.Components.SelectMany(component => component.Multipliers).Select(multiplier => multiplier.When).OfType<Condition>(),
        .. scheme.Clauses.Of<AdjustmentClause>().SelectMany(clause => clause.Rows.Select(row => row.When).Append(clause.When))
            .OfType<Condition>(),
    ];

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case AllCondition { Parts: var parts }:
                parts.ToList().ForEach(Add);
                break;
            case AnyCondition { Parts: var parts }:
                parts.ToList().ForEach(Add);
                break;
            case NotCondition { Part: var part }:
                Add(part);
                break;
            case EntriesCondition asked:
                codes.Add(asked.Code);
                break;
            case FilteredEntriesCondition asked:
                Add(asked.Filter);
                break;
            case WindowsCondition asked:
                Add(asked.Filter);
                break;
            case ReferencesCondition asked:
                Add(asked.Filter);
                break;
            case RunCondition asked:
                codes.UnionWith([.. asked.Codes, .. asked.BrokenBy]);
                break;
            case AttributeTextCondition asked:
                attributes.Add(asked.Attribute);
                break;
            case AttributeNumberCondition asked:
                attributes.Add(asked.Attribute);
                break;
            case ResultCondition asked:
                inputs.Add(asked.Input);
                break;
            case MeasureCondition asked:
                Add(asked.Measure.Quantity);
                break;
        }
    }

    private void Add(Quantity quantity)
    {
        codes.UnionWith(quantity.Codes);
        switch (quantity)
        {
            case EntriesQuantity asked:
                Add(asked.Meant);
                break;
            case WindowsQuantity asked:
                Add(asked.Measure.Quantity);
                break;
            case RatioQuantity asked:
                Add(asked.Measure.Quantity);
                Add(asked.By.Quantity);
                break;
            case AttributeQuantity asked:
                attributes.Add(asked.Attribute);
                break;
            case SinceQuantity asked:
                attributes.Add(asked.Attribute);
                break;
            case ResultQuantity asked:
                inputs.Add(asked.Input);
                break;
        }
    }

    private void Add(EntryFilter filter)
    {
        codes.UnionWith(filter.Codes);
        levels.UnionWith(filter.Levels);
        evaluators.UnionWith(filter.Evaluators);
    }
}
