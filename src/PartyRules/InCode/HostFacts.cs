using System.Collections.Concurrent;
using System.Globalization;
using PartyRules.Diagnostics;
using PartyRules.Validation;

namespace PartyRules.InCode;

/// <summary>What a rule set takes from the facts of a host: the library's own types, and those that were mapped.</summary>
/// <remarks>Immutable once its rule set is made, and thread-safe then.</remarks>
internal sealed class HostFacts
{
    /// <summary>A fact of the library's own that does not say whom it is about is taken, so that it is refused.</summary>
    private readonly List<Mapping> mappings =
    [
        Mapping.Of<Subject>(subject => subject.Id ?? "", (subject, taken, _) => taken.Subjects.Add(subject)),
        Mapping.Of<Entry>(entry => entry.Subject ?? "", (entry, taken, _) => taken.Entries.Add(entry)),
        Mapping.Of<EarlierResult>(result => result.Subject ?? "", (result, taken, _) => taken.Results.Add(result)),
    ];

    private readonly ConcurrentDictionary<Type, Mapping?> nearest = new();

    /// <summary>The types that are taken, the library's own first.</summary>
    public IReadOnlyList<Type> Types => [.. mappings.Select(mapping => mapping.Type)];

    /// <summary>Whether subjects come from facts of their own alone. Otherwise whoever a mapped fact is about is assessed.</summary>
    public bool GivesSubjects { get; private set; }

    /// <summary>The scheme to which totals that were worked out elsewhere are said to belong; null where none are taken.</summary>
    public string? Totals { get; init; }

    /// <summary>Takes facts of a further type.</summary>
    /// <param name="key">Whom a fact is about; null for a fact that is not taken.</param>
    /// <param name="read">What it says.</param>
    /// <exception cref="InvalidOperationException">Facts of the type are taken already.</exception>
    public void Map<TFact>(Func<TFact, string?> key, Action<TFact, TakenFacts, int> read)
    {
        if (mappings.Exists(mapping => mapping.Type == typeof(TFact)))
            throw new InvalidOperationException($"Facts of the type {typeof(TFact).Name} are mapped already. Map each type once.");
        mappings.Add(Mapping.Of(key, read));
    }

    /// <summary>Takes subjects of a type of the host.</summary>
    public void MapSubjects<TFact>(Func<TFact, Subject> subject)
    {
        Map<TFact>(fact => subject(fact).Id, (fact, taken, _) => taken.Subjects.Add(subject(fact)));
        GivesSubjects = true;
    }

    /// <summary>Whom a fact is about; null for one that is not taken.</summary>
    public string? KeyOf(object fact) => MappingOf(fact.GetType())?.Key(fact);

    /// <summary>Whether facts of a type are taken.</summary>
    public bool Takes(Type type) => MappingOf(type) is not null;

    /// <summary>Subjects, entries and results, as a scorer takes them.</summary>
    /// <param name="facts">The facts; those that are not taken are passed over.</param>
    /// <param name="kind">The kind of subject that is assessed.</param>
    /// <param name="year">The year that is assessed.</param>
    public TakenFacts Read(IEnumerable<object> facts, string kind, int year)
    {
        var taken = new TakenFacts();
        foreach (var fact in facts)
        {
            if (MappingOf(fact.GetType()) is { } mapping && mapping.Key(fact) is not null)
                mapping.Read(fact, taken, year);
        }

        taken.Complete(kind, GivesSubjects, Totals);
        return taken;
    }

    private Mapping? MappingOf(Type type) => nearest.GetOrAdd(
        type,
        static (exact, all) => all.Find(mapping => mapping.Type == exact) ?? all.FindLast(mapping => mapping.Type.IsAssignableFrom(exact)),
        mappings);

    private sealed record Mapping(Type Type, Func<object, string?> Key, Action<object, TakenFacts, int> Read)
    {
        public static Mapping Of<TFact>(Func<TFact, string?> key, Action<TFact, TakenFacts, int> read) =>
            new(typeof(TFact), fact => key((TFact)fact), (fact, taken, year) => read((TFact)fact, taken, year));
    }
}

/// <summary>Facts of a host as a scorer takes them.</summary>
internal sealed class TakenFacts
{
    private readonly List<(string Type, string Subject, string Item, DateOnly Date, Points? Value)> drafts = [];

    public List<Subject> Subjects { get; } = [];

    public List<Entry> Entries { get; } = [];

    public List<EarlierResult> Results { get; } = [];

    /// <summary>What is wrong beyond what a scorer sees.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Adds what becomes an entry.</summary>
    public void Add(string type, string subject, string item, DateOnly date, Points? value) =>
        drafts.Add((type, subject, item, date, value));

    /// <summary>
    /// Makes entries of drafts, with identifiers that do not depend on the order in which facts came; and subjects of those whom mapped
    /// facts are about.
    /// </summary>
    /// <param name="kind">The kind of subject.</param>
    /// <param name="areGiven">Whether all subjects are given, so that facts about others are wrong.</param>
    /// <param name="totals">The scheme of given totals; null for none.</param>
    public void Complete(string kind, bool areGiven, string? totals)
    {
        var number = 0;
        var before = ("", "");
        foreach (var (type, subject, item, date, value) in drafts
            .OrderBy(draft => draft.Type, StringComparer.Ordinal).ThenBy(draft => draft.Subject, StringComparer.Ordinal)
            .ThenBy(draft => draft.Date).ThenBy(draft => draft.Item, StringComparer.Ordinal).ThenBy(draft => draft.Value?.Millionths))
        {
            number = before == (type, subject) ? number + 1 : 1;
            before = (type, subject);
            Entries.Add(new Entry
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{type} {subject} {number}"),
                Subject = subject,
                Item = item,
                Date = date,
                Value = value,
            });
        }

        var known = Subjects.Select(subject => subject.Id).ToHashSet(StringComparer.Ordinal);
        var given = Results.Index().Where(result => totals is not null && result.Item.Scheme == totals).ToList();
        if (!areGiven)
        {
            var others = drafts.Select(draft => draft.Subject).Concat(given.Select(result => result.Item.Subject));
            foreach (var id in others.Where(known.Add))
                Subjects.Add(new Subject { Id = id, Kind = kind });
            return;
        }

        foreach (var (index, result) in given.Where(result => !known.Contains(result.Item.Subject)))
        {
            var at = new SourceLocation(path: string.Create(CultureInfo.InvariantCulture, $"earlier[{index}].subject"));
            var hint = known.Count == 0 ? new LocalText("", "") : FactChecker.Messages.Hint(result.Subject, known);
            Problems.Add(FactChecker.Messages.Problem("fact.unknown-subject", at, result.Subject, hint));
        }
    }
}
