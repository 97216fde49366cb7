using System.Runtime.CompilerServices;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What an entry of one code is worth to the subjects and at the levels it applies to.</summary>
/// <remarks>Two items are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/items.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class Item
{
    private LimitScope? scope;
    private volatile bool isScopeKnown;

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

    /// <summary>
    /// Within what its points are capped: alone by its own limit, else with the component's other items by the component's; null for no
    /// limit.
    /// </summary>
    internal LimitScope? Scope => isScopeKnown ? scope : FindScope();

    /// <summary>What an entry must carry for it, as items of one code may differ in it.</summary>
    internal (bool Value, EntryNumber? Number, bool Level, bool Rating, bool LevelOfSome, bool EvaluatorOfSome) Asks => (
        Worth.UsesValue,
        Worth.Number,
        Worth.UsesLevel,
        Appraisal is not null,
        AppliesTo.Levels.Count > 0,
        AppliesTo.Evaluators.Count > 0);

    /// <summary>Whether a limit of its own or of its component spans rounds.</summary>
    internal bool SpansRounds => Scope is { SpansRounds: true };

    /// <summary>The entries of earlier rounds that have used of a limit that spans rounds.</summary>
    /// <param name="dossier">Whose round it is.</param>
    internal IEnumerable<Entry> EarlierOf(Dossier dossier)
    {
        var day = dossier.Period.Start;
        var spanning = Scope!.AndNext.Select(scope => scope.Limit).Where(limit => limit.SpansRounds).ToList();
        return dossier.Before.Where(entry => entry.Item == Code
            && spanning.Exists(limit => limit.WindowOf(day) == limit.WindowOf(entry))
            && AppliesTo.Includes(dossier.Subject, entry));
    }

    /// <summary>Sets a scope that it shares with the same item of other versions; null for none, whatever the component says.</summary>
    internal LimitScope? SharedScope
    {
        init => (scope, isScopeKnown) = (value, true);
    }

    /// <summary>The item of the same code whose limit is its own too; null for none.</summary>
    internal Item? LimitedWith { get; init; }

    /// <summary>What it says apart from its name and what it rests on, to tell whether another version says the same.</summary>
    internal string Meaning { get; init; } = "";

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

    private LimitScope? FindScope()
    {
        var scopeOfOwn = Limit is { } own ? LimitScope.Of(Component, this, own) : Component.Scope;
        if ((LimitedWith is { } other ? other.Scope : scopeOfOwn) is { } found)
            Interlocked.CompareExchange(ref scope, found, null);
        isScopeKnown = true;
        return scope;
    }
}

/// <summary>An item that carries no points; conditions count its entries.</summary>
/// <remarks>Two are the same only if they are the same object. Immutable and thread-safe.</remarks>
public sealed class RecordItem
{
    private readonly IReadOnlySet<string> referenced;

    /// <summary>Makes a record.</summary>
    /// <param name="code">The code that entries carry.</param>
    /// <param name="name">The name shown to people.</param>
    /// <param name="isValueRequired">Whether entries must carry a value.</param>
    /// <param name="referenced">The codes whose entries must carry a reference, complete once the scheme is read.</param>
    internal RecordItem(string code, LocalText name, bool isValueRequired, IReadOnlySet<string> referenced)
    {
        (Code, Name, IsValueRequired) = (code, name, isValueRequired);
        this.referenced = referenced;
    }

    /// <summary>The code that entries carry.</summary>
    public string Code { get; }

    /// <summary>The name shown to people.</summary>
    public LocalText Name { get; }

    /// <summary>Whether entries must carry a value.</summary>
    public bool IsValueRequired { get; }

    /// <summary>Whether entries must carry a reference, because some clause compares or answers entries by it.</summary>
    public bool IsReferenceRequired => referenced.Contains(Code);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}

/// <summary>Whom and what an item applies to. Empty lists apply to all.</summary>
/// <remarks>Words are compared ordinally. Immutable and thread-safe.</remarks>
public sealed class Applicability
{
    private readonly string[] categories;
    private readonly string[] employments;
    private readonly string[] levels;
    private readonly string[] evaluators;

    internal Applicability(
        IEnumerable<string> categories, IEnumerable<string> employments, IEnumerable<string> levels, IEnumerable<string> evaluators)
    {
        this.categories = [.. categories];
        this.employments = [.. employments];
        this.levels = [.. levels];
        this.evaluators = [.. evaluators];
    }

    /// <summary>Categories of subjects.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>States of employment.</summary>
    public IReadOnlyList<string> Employments => employments;

    /// <summary>Levels of entries.</summary>
    public IReadOnlyList<string> Levels => levels;

    /// <summary>Those who gave the entry.</summary>
    public IReadOnlyList<string> Evaluators => evaluators;

    /// <summary>The first date of entries, included; null for none.</summary>
    public DateOnly? From { get; internal init; }

    /// <summary>The last date of entries, included; null for none.</summary>
    public DateOnly? To { get; internal init; }

    /// <summary>Applies to every subject and every entry.</summary>
    internal static Applicability Everything { get; } = new([], [], [], []);

    /// <summary>Whether an item with this applicability applies to an entry of a subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="entry">The entry.</param>
    public bool Includes(Subject subject, Entry entry) =>
        Includes(categories, subject.Category)
        && Includes(employments, subject.Employment)
        && Includes(levels, entry.Level)
        && Includes(evaluators, entry.Evaluator)
        && (From is not { } from || entry.Date >= from)
        && (To is not { } to || entry.Date <= to);

    /// <summary>Whether it may apply to an entry of a subject in a period.</summary>
    internal bool MayInclude(Subject subject, Period period) =>
        Includes(categories, subject.Category) && Includes(employments, subject.Employment) && !(From > period.End) && !(To < period.Start);

    /// <summary>Whether it may apply to an entry of a day, of a subject or, where that is null, of some subject.</summary>
    internal bool MayInclude(Subject? subject, DateOnly date) =>
        (subject is null || (Includes(categories, subject.Category) && Includes(employments, subject.Employment)))
        && !(From > date) && !(To < date);

    /// <summary>Whether it applies to the level of an entry and to who gave it.</summary>
    internal bool IncludesWords(Entry entry) => Includes(levels, entry.Level) && Includes(evaluators, entry.Evaluator);

    /// <summary>Whether both may apply to entries of one subject in one window of a length.</summary>
    internal bool MayMeet(Applicability other, PeriodKind window, int firstMonth) =>
        MayMeet(categories, other.categories) && MayMeet(employments, other.employments)
        && MayMeet(To, other.From, window, firstMonth) && MayMeet(other.To, From, window, firstMonth);

    private static bool MayMeet(string[] words, string[] others) =>
        words.Length == 0 || others.Length == 0 || Array.Exists(words, others.Contains);

    /// <summary>Whether a window has the last day of one and the first of another, or a later one.</summary>
    private static bool MayMeet(DateOnly? last, DateOnly? first, PeriodKind window, int firstMonth) =>
        last is null || first is null || Period.Containing(first.Value, window, firstMonth).Start <= last;

    /// <summary>The same, but for entries between two days only; a null leaves the end as it is.</summary>
    internal Applicability Between(DateOnly? from, DateOnly? to) => new(categories, employments, levels, evaluators)
    {
        From = From > (from ?? DateOnly.MinValue) ? From : from,
        To = To < (to ?? DateOnly.MaxValue) ? To : to,
    };

    /// <summary>Most lists are empty, which is seen without a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Includes(string[] words, string word) => words.Length == 0 || word.IsAmong(words);
}
