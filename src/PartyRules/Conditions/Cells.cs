namespace PartyRules.Conditions;

/// <summary>
/// All that conditions on subjects tell apart, gone through one by one: each combination of a category, a state of employment, the words
/// and numbers of columns, a previous grade and measures of the subject, as far as the conditions name them.
/// </summary>
/// <remarks>
/// Of a column of words there are those that are named and one that is not; of numbers those that are named, those between them, and none.
/// What tells nothing apart is left out. Thread-safe.
/// </remarks>
internal sealed class Cells
{
    private const int Most = 20_000;
    private static readonly Points Step = Points.FromMillionths(1);
    private readonly List<(object Of, object?[] Values)> axes = [];

    /// <summary>Goes through what conditions tell apart.</summary>
    /// <param name="conditions">The conditions, each of which <see cref="MayAsk"/> allows.</param>
    /// <param name="categories">All categories.</param>
    /// <param name="employments">All states of employment.</param>
    public Cells(IEnumerable<Condition> conditions, IEnumerable<string> categories, IEnumerable<string> employments)
    {
        var leaves = conditions.SelectMany(Leaves).ToList();
        foreach (var alike in leaves.GroupBy(KeyOf))
            axes.Add((alike.Key, [.. ValuesOf(alike, categories, employments).DefaultIfEmpty("")]));
    }

    /// <summary>Whether there are so many that going through them would take too long.</summary>
    public bool AreTooMany => axes.Aggregate(1L, (all, axis) => Math.Min(all * axis.Values.Length, Most + 1L)) > Most;

    /// <summary>The combinations, each as a question that conditions are put.</summary>
    public IEnumerable<Func<Condition, bool>> All()
    {
        var at = new int[axes.Count];
        while (true)
        {
            var values = axes.Select((axis, i) => (axis.Of, Value: axis.Values[at[i]])).ToDictionary(pair => pair.Of, pair => pair.Value);
            yield return condition => Holds(condition, values);
            var next = 0;
            while (next < at.Length && ++at[next] == axes[next].Values.Length)
                at[next++] = 0;
            if (next == at.Length)
                yield break;
        }
    }

    /// <summary>Whether a condition asks only for what is known of a subject before anything of it is worked out.</summary>
    public static bool MayAsk(Condition condition) => Leaves(condition).All(leaf => leaf
        is CategoryCondition or EmploymentCondition or AttributeTextCondition or AttributeNumberCondition or PreviousGradeCondition
        or MeasureCondition { Measure.Quantity: AttributeQuantity or SinceQuantity });

    /// <summary>Whether a condition holds for all of a category and a state of employment; null where these do not tell.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="category">The category; null for any.</param>
    /// <param name="employment">The state of employment; null for any.</param>
    public static bool? HoldsFor(Condition condition, string? category, string? employment) => condition switch
    {
        AllCondition all => Both(all.Parts.Select(part => HoldsFor(part, category, employment)), decisive: false),
        AnyCondition any => Both(any.Parts.Select(part => HoldsFor(part, category, employment)), decisive: true),
        NotCondition not => !HoldsFor(not.Part, category, employment),
        CategoryCondition of => category is null ? null : of.Categories.Contains(category),
        EmploymentCondition of => employment is null ? null : of.Employments.Contains(employment),
        _ => null,
    };

    private static bool? Both(IEnumerable<bool?> parts, bool decisive)
    {
        var known = parts.ToList();
        return known.Contains(decisive) ? decisive : known.Contains(null) ? null : !decisive;
    }

    private static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        AllCondition all => all.Parts.SelectMany(Leaves),
        AnyCondition any => any.Parts.SelectMany(Leaves),
        NotCondition not => Leaves(not.Part),
        _ => [condition],
    };

    /// <summary>What a condition asks for, alike for all that ask for the same.</summary>
    private static object KeyOf(Condition leaf) => leaf switch
    {
        AttributeTextCondition text => text.Attribute,
        AttributeNumberCondition number => number.Attribute,
        MeasureCondition measure => measure.Measure,
        _ => leaf.GetType(),
    };

    private static IEnumerable<object?> ValuesOf(
        IEnumerable<Condition> leaves, IEnumerable<string> categories, IEnumerable<string> employments)
    {
        var asked = leaves.ToList();
        if (asked[0] is CategoryCondition)
            return categories;
        if (asked[0] is EmploymentCondition)
            return employments;
        var words = asked.SelectMany(WordsOf).Distinct(StringComparer.Ordinal).ToList();
        var numbers = asked.Select(RangeOf).OfType<NumberRange>().SelectMany(BoundsOf)
            .Concat(words.Select(word => Points.TryParse(word, out var number) ? number : (Points?)null).OfType<Points>())
            .Distinct().ToList();
        var areWords = asked.All(leaf => leaf is PreviousGradeCondition or AttributeTextCondition { IsNumber: false });
        return areWords ? [null, .. words] : [null, .. words, .. numbers.SelectMany(Around).Distinct().Cast<object>()];
    }

    private static IEnumerable<string> WordsOf(Condition leaf) => leaf switch
    {
        PreviousGradeCondition grade => grade.Grades,
        AttributeTextCondition text => text.Values,
        _ => [],
    };

    private static NumberRange? RangeOf(Condition leaf) => leaf switch
    {
        AttributeNumberCondition number => number.Range,
        MeasureCondition measure => measure.Range,
        _ => null,
    };

    private static IEnumerable<Points> BoundsOf(NumberRange range) =>
        new[] { range.AtLeast, range.Above, range.AtMost, range.Below, range.Exactly }.OfType<Points>();

    private static IEnumerable<Points> Around(Points bound) =>
        [bound.Millionths > long.MinValue ? bound - Step : bound, bound, bound < Points.MaxValue ? bound + Step : bound];

    /// <summary>Whether a condition holds in a combination. A value that is null is none, or one that no condition names.</summary>
    private static bool Holds(Condition condition, Dictionary<object, object?> values) => condition switch
    {
        AllCondition all => all.Parts.All(part => Holds(part, values)),
        AnyCondition any => any.Parts.Any(part => Holds(part, values)),
        NotCondition not => !Holds(not.Part, values),
        CategoryCondition category => category.Categories.Contains(values[KeyOf(condition)]),
        EmploymentCondition employment => employment.Employments.Contains(values[KeyOf(condition)]),
        PreviousGradeCondition grade => grade.Grades.Contains(values[KeyOf(condition)]),
        AttributeTextCondition text => values[KeyOf(condition)] switch
        {
            string word => text.Values.Contains(word) || (text.IsNumber && text.Values.Any(value => IsTheSame(value, word))),
            Points number => text.IsNumber && text.Values.Any(value => Points.TryParse(value, out var named) && named == number),
            _ => false,
        },
        _ => NumberOf(values[KeyOf(condition)]) is { } number && RangeOf(condition)!.Contains(number),
    };

    private static bool IsTheSame(string one, string other) =>
        Points.TryParse(one, out var first) && Points.TryParse(other, out var second) && first == second;

    private static Points? NumberOf(object? value) =>
        value is Points number ? number : value is string word && Points.TryParse(word, out var read) ? read : null;
}
