using System.Collections.Frozen;
using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Validation;

/// <summary>What is wrong with a subject or entry, and in which of its fields.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FactProblem
{
    internal FactProblem(string field, string code, LocalText message) => (Field, Code, Message) = (field, code, message);

    /// <summary>The field, as data sets name its column.</summary>
    public string Field { get; }

    /// <summary>The stable code of the mistake, such as <c>fact.unknown-item</c>; also the key of its message.</summary>
    public string Code { get; }

    /// <summary>What is wrong and what to do, in both languages.</summary>
    public LocalText Message { get; }

    /// <summary>The field and the code.</summary>
    public override string ToString() => $"{Field} {Code}";
}

/// <summary>Checks subjects and entries against a scheme, wherever they come from.</summary>
/// <remarks>Immutable and thread-safe. A valid fact costs no allocation.</remarks>
public sealed class FactChecker
{
    private readonly Scheme scheme;
    private readonly string[] numbers;
    private readonly string[] dates;
    private readonly string[] places;
    private readonly bool needsParent;
    private readonly HashSet<string> coefficients;
    private readonly FrozenDictionary<string, Demands> demands;
    private readonly SchemeVersions? versions;
    private readonly Dictionary<Scheme, FactChecker> ofVersions = [];

    /// <summary>Makes a checker: an entry uses the words of the version of its day, a subject those of the last one of the year.</summary>
    /// <param name="versions">The versions of the scheme; a <see cref="Scheme"/> is the versions of one.</param>
    /// <param name="year">The year that is assessed; null to check everything by the last version.</param>
    /// <exception cref="Diagnostics.ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    public FactChecker(SchemeVersions versions, int? year = null)
        : this(year is { } known ? versions.Of(known) : versions.All[^1])
    {
        IReadOnlyList<Scheme> ofYear = year is { } assessed ? versions.In(assessed) : [];
        if (ofYear.DistinctBy(version => version.ContentHash, StringComparer.Ordinal).Skip(1).Any())
            (this.versions, ofVersions) = (versions, ofYear.ToDictionary(version => version, version => new FactChecker(version)));
    }

    private FactChecker(Scheme scheme)
    {
        this.scheme = scheme;
        numbers = [.. scheme.Attributes.Where(attribute => attribute.Value.IsNumber).Select(attribute => attribute.Key)];
        dates = [.. scheme.Attributes.Where(attribute => attribute.Value.IsDate).Select(attribute => attribute.Key)];
        coefficients = scheme.Multipliers
            .Select(multiplier => multiplier.Source.Column).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var uses = SchemeUses.Of(scheme);
        needsParent = uses.ComparesByParent;
        places = [.. uses.Facts.PlacesOfPools.Select(places => places.Column).Distinct().Order(StringComparer.Ordinal)];
        demands = scheme.Items.GroupBy(item => item.Code, StringComparer.Ordinal)
            .Select(items => (items.Key, Demands.Of([.. items], uses, scheme.Referenced.Contains(items.Key))))
            .Concat(scheme.Records.Select(record => (record.Code, Demands.Of(record, uses))))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether what an entry must carry may depend on its day or on whom it is about, because items of one code ask for different things.
    /// </summary>
    public bool DependsOnItem => demands.Values.Any(demand => demand.Variants is not null);

    /// <summary>What may be wrong with facts, in both languages.</summary>
    internal static MessageCatalog Messages { get; } = new("PartyRules.Resources.FactProblems", typeof(FactChecker).Assembly);

    /// <summary>Whether what is right on one day may be wrong on another.</summary>
    public bool DependsOnDate => versions is not null;

    /// <summary>Checks a subject. One of a kind that the scheme does not assess is passed over.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    public void Check(Subject subject, ICollection<FactProblem> problems)
    {
        if (subject.Kind != scheme.SubjectKind)
            return;
        CheckWord(subject.Category, "category", scheme.Words.Categories, isRequired: true, problems);
        CheckWord(subject.Employment, "employment", scheme.Words.Employments, isRequired: true, problems);
        if (needsParent && subject.Parent.Length == 0)
            Add(problems, "parent", "fact.parent-missing");
        foreach (var name in numbers)
        {
            if (!subject.Attributes.TryGetValue(name, out var text) || text.Length == 0)
                continue;
            if (!Points.TryParse(text, out var number))
                Add(problems, name, "fact.attribute-number", text, name);
            else if (number < 0 && coefficients.Contains(name))
                Add(problems, name, "fact.coefficient-negative", text, name);
        }

        foreach (var name in places)
        {
            var text = subject.Attributes.GetValueOrDefault(name, "");
            if (text.Length == 0)
                Add(problems, name, "fact.places-missing", name);
            else if (Points.TryParse(text, out _) && StatedPlaces.NumberOf(subject, name) is null)
                Add(problems, name, "fact.places-not-whole", text, name);
        }

        foreach (var name in dates)
        {
            if (subject.Attributes.TryGetValue(name, out var text) && text.Length > 0 && SinceQuantity.DateOf(text) is null)
                Add(problems, name, "fact.attribute-date", text, name);
        }

        if (subject.PreviousGrade.Length > 0 && scheme.Grades is not null && !scheme.Words.Grades.IsCode(subject.PreviousGrade))
            AddUnknown(problems, "previousGrade", "fact.unknown-word", subject.PreviousGrade, scheme.Words.Grades);
    }

    /// <summary>
    /// Checks an entry of which it is not known whom it is about: all items of its code may apply that its own fields admit.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    public void Check(Entry entry, ICollection<FactProblem> problems) => Check(entry, null, problems);

    /// <summary>Checks an entry: what it must carry is what the items of its code ask for that apply to it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="subject">Whom it is about; null where that is not known.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    public void Check(Entry entry, Subject? subject, ICollection<FactProblem> problems)
    {
        if (versions?.On(entry.Date) is { } version && ofVersions.TryGetValue(version, out var own))
        {
            own.Check(entry, subject, problems);
            return;
        }

        if (entry.Value < 0)
            Add(problems, "value", "fact.negative");
        if (entry.Level.Length > 0)
            CheckWord(entry.Level, "level", scheme.Words.Levels, isRequired: false, problems);
        if (entry.Evaluator.Length > 0 && scheme.Evaluators.Count > 0)
            CheckWord(entry.Evaluator, "by", scheme.Words.Evaluators, isRequired: false, problems);
        if (!demands.TryGetValue(entry.Item, out var demand))
        {
            AddUnknown(problems, "item", "fact.unknown-item", entry.Item, scheme.Words.Items);
            return;
        }

        demand = demand.For(entry, subject);
        if (demand.Value && entry.Value is null)
            Add(problems, "value", "fact.value-missing", entry.Item);
        else if (!demand.MayHaveValue && entry.Value is not null)
            Add(problems, "value", "fact.value-unused", entry.Item, entry.Value);
        else if (entry.Value > demand.MostOfRating)
            Add(problems, "value", "fact.rating-too-high", entry.Item, entry.Value, demand.MostOfRating);
        CheckColumns(entry, demand, problems);
        if (demand.Level && entry.Level.Length == 0)
            Add(problems, "level", "fact.level-missing", entry.Item, string.Join(", ", scheme.Levels.Keys));
        if (demand.Reference && entry.Reference.Length == 0)
            Add(problems, "ref", "fact.reference-missing", entry.Item);
        if (demand.Evaluator && entry.Evaluator.Length == 0)
            Add(problems, "by", "fact.evaluator-missing", entry.Item, string.Join(", ", scheme.Evaluators.Keys));
    }

    /// <summary>
    /// Finds what an entry carries though nothing looks at it in any entry of its item: a level, who gave it, a reference. That is no
    /// mistake, as it may tell records apart, but has no effect on the result. A value without effect is one: see <see
    /// cref="Check(Entry, ICollection{FactProblem})"/>.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="unused">Where to add what has no effect; nothing is added for an unknown item.</param>
    public void FindUnused(Entry entry, ICollection<FactProblem> unused)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(unused);
        IEnumerable<FactChecker> checkers = versions is null ? [this] : ofVersions.Values;
        List<Demands> known = [.. checkers.Where(checker => checker.demands.ContainsKey(entry.Item))
            .Select(checker => checker.demands[entry.Item])];
        if (known.Count == 0)
            return;
        if (entry.Level.Length > 0 && !known.Exists(demand => demand.MayHaveLevel))
            Add(unused, "level", "fact.level-unused", entry.Item, entry.Level);
        if (entry.Reference.Length > 0 && !known.Exists(demand => demand.MayHaveReference))
            Add(unused, "ref", "fact.reference-unused", entry.Item, entry.Reference);
        if (entry.Evaluator.Length > 0 && !known.Exists(demand => demand.MayHaveEvaluator))
            Add(unused, "by", "fact.evaluator-unused", entry.Item, entry.Evaluator);
    }

    /// <summary>
    /// Checks the further columns of an entry: numbers of zero or more and times of day, which its item needs, and no others, as they would
    /// have no effect.
    /// </summary>
    private void CheckColumns(Entry entry, Demands demand, ICollection<FactProblem> problems)
    {
        if (entry.Attributes.Count > 0)
            CheckGiven(entry, demand, problems);
        if (demand.Numbers.Count == 0)
            return;
        foreach (var column in demand.Numbers.SelectMany(number => number.Columns).Distinct(StringComparer.Ordinal))
        {
            if (column != EntryNumber.OwnValue && entry.Attributes.GetValueOrDefault(column, "").Length == 0)
                Add(problems, column, "fact.attribute-missing", entry.Item, column);
        }

        foreach (var number in demand.Numbers)
        {
            if (number is ProductNumber { IfZero: null } quotient && quotient.ZeroOf(entry) is { } zero)
                Add(problems, zero, "fact.zero-divisor", entry.Item, zero, number.Name);
            if (number is MinutesNumber { IfEarlier: IfEarlier.Refused } minutes && minutes.IsEarlier(entry))
                Add(
                    problems,
                    minutes.To.Column ?? minutes.From.Column!,
                    "fact.time-earlier",
                    entry.Item,
                    TextOf(minutes.To, entry),
                    TextOf(minutes.From, entry),
                    number.Name);
        }
    }

    private static string TextOf(ClockTime time, Entry entry) => TimeOfDay.TextOf(time.Of(entry)!.Value);

    /// <summary>The code of what is wrong with the text in a further column; null for nothing.</summary>
    private static string? CodeOf(EntryAttribute column, string text) =>
        column.IsTime ? TimeOfDay.TryParse(text, out _) ? null : "fact.attribute-time"
        : !Points.TryParse(text, out var number) ? "fact.attribute-number"
        : number < 0 ? "fact.negative"
        : null;

    private void CheckGiven(Entry entry, Demands demand, ICollection<FactProblem> problems)
    {
        foreach (var (column, text) in entry.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (text is null)
                Add(problems, column, "fact.null");
            else if (!scheme.EntryAttributes.ContainsKey(column))
                Add(problems, column, "fact.unknown-attribute", column, Messages.Hint(column, [.. scheme.EntryAttributes.Keys]));
            else if (text.Length > 0 && CodeOf(scheme.EntryAttributes[column], text) is { } code)
                Add(problems, column, code, text, column);
            else if (text.Length > 0 && !demand.MayHaveColumns.Contains(column))
                Add(problems, column, "fact.attribute-unused", entry.Item, column, text);
        }
    }

    /// <summary>That the points of a subject go beyond their range, with the entry that most likely has a slip in it.</summary>
    internal static Problem TooLarge(Subject subject, IReadOnlyList<Entry> entries) =>
        entries.MaxBy(entry => entry.Value) is { Value: { } value } largest
            ? Messages.Problem("fact.too-large", new SourceLocation(), subject.Id, Points.MaxValue, value, largest.Id)
            : Messages.Problem("fact.amounts-too-large", new SourceLocation(), subject.Id, Points.MaxValue);

    /// <summary>That two subjects of one pool state different numbers of places for it.</summary>
    internal static Problem PlacesDiffer(string column, Subject one, Subject other) => Messages.Problem(
        "fact.places-differ", new SourceLocation(), column, one.Id, one.Attributes[column], other.Id, other.Attributes[column]);

    private static void CheckWord(string word, string field, WordTable known, bool isRequired, ICollection<FactProblem> problems)
    {
        if ((known.Codes.Count == 0 && isRequired) || known.IsCode(word))
            return;
        if (word.Length == 0)
            Add(problems, field, "fact.word-missing", field, string.Join(", ", known.Codes));
        else
            AddUnknown(problems, field, "fact.unknown-word", word, known);
    }

    private static void AddUnknown(ICollection<FactProblem> problems, string field, string code, string word, WordTable known)
    {
        if (known.SharedBy(word) is { Count: > 0 } owners)
            Add(problems, field, "fact.shared-name", word, string.Join(", ", owners));
        else
            Add(problems, field, code, word, Messages.Hint(word, known));
    }

    private static void Add(ICollection<FactProblem> problems, string field, string code, params object?[] arguments) =>
        problems.Add(new FactProblem(field, code, Messages.Quote(code, arguments)));
}
