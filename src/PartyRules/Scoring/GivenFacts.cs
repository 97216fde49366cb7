using System.Globalization;
using System.Runtime.InteropServices;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Scoring;

/// <summary>Checks what a caller gives to be scored for a year, each fact by itself and all of them together.</summary>
/// <remarks>For one thread. A valid subject with its entries costs no allocation once a few were checked.</remarks>
/// <param name="versions">The versions of the scheme.</param>
/// <param name="year">The year.</param>
/// <param name="checker">Checks a fact against the versions of the year.</param>
internal sealed partial class GivenFacts(SchemeVersions versions, int year, FactChecker checker)
{
    private const int Most = 1000;
    private const int FewIds = 4096;
    private const long MostComparisons = 10_000_000;
    private readonly bool hasGaps = versions.FirstDayWithout(year) is not null;
    private readonly string[] declared =
        [.. versions.In(year).SelectMany(version => version.Attributes.Keys).Distinct(StringComparer.Ordinal)];

    private readonly Dictionary<string, string?> slips = new(StringComparer.Ordinal);
    private readonly List<FactProblem> found = [];
    private readonly List<Problem> problems = [];
    private Dictionary<string, int> entryIds = new(StringComparer.Ordinal);
    private long comparisons;

    /// <summary>Everything that is wrong with subjects, entries and earlier results that are scored together.</summary>
    public IReadOnlyList<Problem> Check(
        IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, IReadOnlyList<EarlierResult>? earlier)
    {
        problems.Clear();
        var known = new Dictionary<string, int>(subjects.Count, StringComparer.Ordinal);
        for (var i = 0; i < subjects.Count && !AreTooMany; i++)
        {
            var at = new Place("subjects", i);
            if (Check(subjects[i], at) && !known.TryAdd(subjects[i].Id, i))
                Add(at, "id", "fact.duplicate-id", subjects[i].Id, at with { Index = known[subjects[i].Id] });
        }

        var span = entries.AsSpan();
        entryIds.Clear();
        for (var i = 0; i < span.Length && !AreTooMany; i++)
        {
            var at = new Place("entries", i);
            var about = span[i]?.Subject is { } id && known.TryGetValue(id, out var index) ? subjects[index] : null;
            if (Check(span[i], about, at) && span[i].Subject is { Length: > 0 } subject && about is null)
                Add(at, "subject", "fact.unknown-subject", subject, HintTo(subject, known.Keys));
        }

        FindCrediting(subjects);
        CheckEarlier(earlier);
        return Found();
    }

    /// <summary>Refuses earlier results of which one is wrong.</summary>
    /// <exception cref="ProblemException">Some are; carries a problem for each.</exception>
    public void Refuse(IReadOnlyList<EarlierResult>? earlier)
    {
        problems.Clear();
        CheckEarlier(earlier);
        Refuse();
    }

    /// <summary>Refuses a subject with its entries where something is wrong with them.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="record">The number of its record in a stream, from 0; null for none.</param>
    /// <param name="twin">The number of the record before that has the same subject; null for none.</param>
    /// <param name="earlier">The earlier results that are looked at; null for none, or where they are checked.</param>
    /// <exception cref="ProblemException">Something is wrong; carries a problem for each mistake.</exception>
    public void Refuse(
        Subject? subject,
        IReadOnlyList<Entry>? entries,
        int? record = null,
        int? twin = null,
        IReadOnlyList<EarlierResult>? earlier = null)
    {
        problems.Clear();
        var of = new Place("subject", Record: record);
        if (Check(subject, of) && twin is not null)
            Add(of, "id", "fact.duplicate-id", subject!.Id, of with { Record = twin });
        if (entries is null)
            Add(new Place("entries", Record: record), "", "fact.null");
        ResetEntryIds(entries?.Count ?? 0);
        var span = entries is null ? [] : entries.AsSpan();
        for (var i = 0; i < span.Length && !AreTooMany; i++)
        {
            var at = new Place("entries", i, record);
            if (!Check(span[i], subject, at))
                continue;
            if (subject is { Id: not null } && span[i].Subject is { Length: > 0 } about && about != subject.Id)
                Add(at, "subject", "fact.other-subject", about, subject.Id);
        }

        if (earlier is not null)
            CheckEarlier(earlier);
        Refuse();
    }

    /// <summary>Refuses a record of a stream that is not there.</summary>
    public static ProblemException NoRecord(int record) =>
        new(FactChecker.Messages.Problem("fact.null", new SourceLocation(path: new Place("records", record).ToString())));

    private bool AreTooMany => problems.Count >= Most;

    private void Refuse()
    {
        if (problems.Count > 0)
            throw new ProblemException(Found());
    }

    private List<Problem> Found()
    {
        List<Problem> all = [.. problems.Take(Most)];
        if (AreTooMany)
            all.Add(FactChecker.Messages.Problem("fact.more", new SourceLocation(), Most));
        return all;
    }

    /// <summary>Checks a subject by itself; whether it has an identifier.</summary>
    private bool Check(Subject? subject, Place at)
    {
        if (subject is null)
            return Add(at, "", "fact.null");
        var areThere = IsThere(subject.Id, at, "id") & IsThere(subject.Name, at, "name") & IsThere(subject.Kind, at, "kind")
            & IsThere(subject.Parent, at, "parent") & IsThere(subject.Category, at, "category")
            & IsThere(subject.Employment, at, "employment") & IsThere(subject.PreviousGrade, at, "previousGrade")
            & AreThere(subject.Attributes, at);
        if (subject.Id is "")
            Add(at, "id", "fact.id-missing");
        if (areThere)
        {
            if (subject.Kind != versions.SubjectKind)
                Add(at, "kind", "fact.other-kind", subject.Kind, versions.SubjectKind);
            checker.Check(subject, found);
            TakeFound(at);
        }

        return subject.Id is { Length: > 0 };
    }

    /// <summary>Checks an entry by itself and that its identifier is new; whether it says whom it is about.</summary>
    private bool Check(Entry? entry, Subject? about, Place at)
    {
        if (entry is null)
            return Add(at, "", "fact.null");
        var id = entry.Id;
        var areThere = IsThere(id, at, "id") & IsThere(entry.Subject, at, "subject") & IsThere(entry.Item, at, "item")
            & IsThere(entry.Level, at, "level") & IsThere(entry.Reference, at, "ref") & IsThere(entry.Evaluator, at, "by")
            & IsThere(entry.Note, at, "note") & (entry.Attributes is not null || Add(at, "attributes", "fact.null"));
        if (id is "")
            Add(at, "id", "fact.id-missing");
        else if (id is not null && !entryIds.TryAdd(id, at.Index))
            Add(at, "id", "fact.duplicate-id", id, at with { Index = entryIds[id] });
        if (entry.Subject is "")
            Add(at, "subject", "fact.id-missing");
        if (entry.Date == default)
            Add(at, "date", "fact.date-missing");
        else if (hasGaps && versions.All[0].WholeOf(year).Contains(entry.Date) && versions.On(entry.Date) is null)
            problems.Add(versions.NoneInForce(entry.Date, at.Of("date")));
        if (areThere)
        {
            checker.Check(entry, about is { Category: not null, Employment: not null, Attributes: not null } ? about : null, found);
            TakeFound(at);
        }

        return entry.Subject is not null;
    }

    private void CheckEarlier(IReadOnlyList<EarlierResult>? earlier)
    {
        if (earlier is null or [])
            return;
        var schemes = versions.In(year).SelectMany(version => version.InputSchemes).Append(versions.Id).ToHashSet(StringComparer.Ordinal);
        var ofChildren = versions.In(year).SelectMany(version => version.ChildrensSchemes).ToHashSet(StringComparer.Ordinal);
        var known = new Dictionary<(string Scheme, string Subject, Period Period), int>(earlier.Count);
        for (var i = 0; i < earlier.Count && !AreTooMany; i++)
        {
            var at = new Place("earlier", i);
            if (earlier[i] is not { } result)
            {
                Add(at, "", "fact.null");
                continue;
            }

            var areThere = IsThere(result.Scheme, at, "scheme") & IsThere(result.Subject, at, "subject")
                & IsThere(result.Grade, at, "grade") & IsThere(result.Parent, at, "parent");
            if (!areThere)
                continue;
            if (!schemes.Contains(result.Scheme))
                Add(at, "scheme", "fact.unknown-scheme", result.Scheme, HintTo(result.Scheme, schemes));
            if (result.Subject.Length == 0)
                Add(at, "subject", "fact.id-missing");
            if (result.Parent.Length == 0 && ofChildren.Contains(result.Scheme))
                Add(at, "parent", "fact.result-parent-missing", result.Scheme);
            if (result.Period == default)
                Add(at, "period", "fact.period-missing");
            var of = (result.Scheme, result.Subject, result.Period);
            if (!known.TryAdd(of, i))
                Add(at, "", "fact.duplicate-result", result.Scheme, result.Subject, result.Period, at with { Index = known[of] });
        }
    }

    private bool IsThere(string? text, Place at, string field) => text is not null || Add(at, field, "fact.null");

    private bool AreThere(IReadOnlyDictionary<string, string>? attributes, Place at)
    {
        if (attributes is null)
            return Add(at, "attributes", "fact.null");
        if (attributes.Count == 0)
            return true;
        var before = problems.Count;
        CheckNames(attributes, at);
        // A dictionary of the usual kind is gone through without an enumerator on the heap.
        if (attributes is Dictionary<string, string> usual)
        {
            foreach (var (name, text) in usual)
                IsThere(text, at, name);
        }
        else
        {
            foreach (var (name, text) in attributes)
                IsThere(text, at, name);
        }

        return problems.Count == before;
    }

    /// <summary>
    /// Finds names that are likely slips of columns that the scheme declares and the subject lacks. Others are a host's own, and nothing
    /// looks at them.
    /// </summary>
    private void CheckNames(IReadOnlyDictionary<string, string> attributes, Place at)
    {
        var lacking = 0;
        foreach (var name in declared)
            lacking += attributes.ContainsKey(name) ? 0 : 1;
        if (lacking == 0)
            return;
        foreach (var name in attributes.Keys)
        {
            if (MeantBy(name) is { } meant && !attributes.ContainsKey(meant))
                Add(at, name, "fact.unknown-attribute", name, FactChecker.Messages.Hint(name, [meant]));
        }
    }

    /// <summary>The declared column of which a name is likely a slip; null for none.</summary>
    private string? MeantBy(string name)
    {
        if (slips.TryGetValue(name, out var known))
            return known;
        var meant = declared.Contains(name, StringComparer.Ordinal) ? null : NearestWord.Find(name, declared);
        if (slips.Count < FewIds)
            slips.Add(name, meant);
        return meant;
    }

    /// <summary>
    /// The identifiers of one subject's entries make room for those of the next; a set that grew large is not cleared again and again.
    /// </summary>
    private void ResetEntryIds(int count)
    {
        if (entryIds.Capacity > FewIds && count < FewIds)
            entryIds = new Dictionary<string, int>(StringComparer.Ordinal);
        else
            entryIds.Clear();
    }

    private LocalText HintTo(string word, IReadOnlyCollection<string> known) =>
        known.Count > 0 && (comparisons += known.Count) <= MostComparisons
            ? FactChecker.Messages.Hint(word, known)
            : new LocalText("", "");

    private void TakeFound(Place at)
    {
        foreach (var problem in found)
            problems.Add(new Problem(problem.Code, at.Of(problem.Field), problem.Message));
        found.Clear();
    }

    /// <summary>Adds a problem; false, so that a check can end with it.</summary>
    private bool Add(Place at, string field, string code, params ReadOnlySpan<object?> arguments)
    {
        problems.Add(FactChecker.Messages.Problem(code, at.Of(field), arguments.ToArray()));
        return false;
    }

    /// <summary>Where a fact stands among what was given; becomes a text only where something is wrong.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(string List, int Index = -1, int? Record = null)
    {
        public SourceLocation Of(string field) => new(path: field.Length == 0 ? ToString() : $"{this}.{field}");

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{(Record is { } record ? $"records[{record}]." : "")}{List}{(Index < 0 ? "" : $"[{Index}]")}");
    }
}
