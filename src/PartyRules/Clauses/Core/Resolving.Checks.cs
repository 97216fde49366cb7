using PartyRules.Arithmetic;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Tree;

namespace PartyRules.Clauses.Core;

/// <content>What all kinds of clause check alike: words, identifiers, windows, findings and citations.</content>
internal sealed partial class Resolving
{
    /// <summary>Reports a problem.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="path">Where it is, as a JSON path.</param>
    /// <param name="arguments">What its message quotes.</param>
    public void Report(string code, string path, params object?[] arguments)
    {
        if (!problems.AreTooMany())
            problems.Add(SchemeMessages.Catalog.Problem(code, layered.At(path), arguments));
    }

    /// <summary>What a word means; a problem and the default where it means nothing.</summary>
    public T Word<T>(string path, string word, IReadOnlyDictionary<string, T> known)
    {
        if (known.TryGetValue(word, out var value))
            return value;
        ReportUnknown(path, word, known);
        return default!;
    }

    /// <summary>
    /// The clause that a word names, of a kind whose names are declared as its clauses are read; a problem and null for none.
    /// </summary>
    public TClause Named<TClause>(string path, string word)
        where TClause : class => Word(path, word, DeclaredOf<TClause>()) is { } known ? Clauses.Of<TClause>()[known.Index] : null!;

    /// <summary>The member of an enum that a word means; a problem and the first member where it means none.</summary>
    public TEnum Word<TEnum>(string path, string word)
        where TEnum : struct, Enum => Word(path, word, EnumWords<TEnum>.Members);

    /// <summary>The words of a list, each of which must be known; empty where the list is not given.</summary>
    public IReadOnlyList<string> Words<T>(string path, IReadOnlyList<string>? words, IReadOnlyDictionary<string, T> known)
    {
        if (words is null)
            return [];
        if (words.Count == 0)
            Report("scheme.empty-list", path);
        for (var i = 0; i < words.Count; i++)
        {
            if (!known.ContainsKey(words[i]))
                ReportUnknown($"{path}[{i}]", words[i], known);
        }

        return words;
    }

    /// <summary>Codes of items or records.</summary>
    public IReadOnlyList<string> Codes(string path, IReadOnlyList<string>? codes) => Words(path, codes, DeclaredOf<Entry>());

    /// <summary>The names of codes.</summary>
    public IReadOnlyList<LocalText> NamesOf(IEnumerable<string> codes) =>
        [.. codes.Select(code => DeclaredOf<Entry>().TryGetValue(code, out var known) ? known.Name : Head.Name)];

    /// <summary>
    /// Reports a word that is not known. Of very many, only the first are compared with all that would be valid.
    /// </summary>
    private void ReportUnknown<T>(string path, string word, IReadOnlyDictionary<string, T> known)
    {
        if (problems.AreTooMany())
            return;
        var isCompared = (comparisons += known.Count) <= MostComparisons;
        Report("scheme.unknown-word", path, word, isCompared ? SchemeMessages.Catalog.Hint(word, [.. known.Keys]) : null);
    }

    /// <summary>
    /// The kind of period that a window means; it must lie within a round, or within the window that is looked at by itself.
    /// </summary>
    public PeriodKind Window(string path, string word)
    {
        Word<WindowWord>(path, word);
        var window = WordMeanings.KindOf(word) ?? Round;
        CheckFits(path, window);
        return window;
    }

    /// <summary>The kind of period that a window means, which lies within a round or is made of whole rounds of one year.</summary>
    public PeriodKind WindowOrRounds(string path, string word) =>
        WordMeanings.KindOf(word) is { } window && SpansRounds(window) ? window : Window(path, word);

    /// <summary>Whether a window is longer than a round, and made of whole ones.</summary>
    public bool SpansRounds(PeriodKind window) => window != Round && Period.FitsInto(Round, window);

    /// <summary>Checks that a window lies within a round, or within the window that is looked at by itself.</summary>
    public void CheckFits(string path, PeriodKind window)
    {
        if (within is null && IsLongerThanRound(window))
            Report("scheme.window-of-rounds", path, WordMeanings.WordOf(window), WordMeanings.WordOf(Round));
        else if (!Period.FitsInto(window, within ?? Round))
            Report("scheme.window", path, WordMeanings.WordOf(window), WordMeanings.WordOf(within ?? Round));
        else if (FirstMonth > 1 && window is PeriodKind.Week or PeriodKind.TwoWeeks)
            Report("scheme.weeks-of-calendar-years", path, WordMeanings.WordOf(window));
    }

    private bool IsLongerThanRound(PeriodKind window) =>
        Period.IsOfMonths(window) && Period.IsOfMonths(Round) && Period.CountPerYear(window) < Period.CountPerYear(Round);

    /// <summary>Whether what is read is asked of each window by itself.</summary>
    public bool IsWithinWindow => within is not null;

    /// <summary>Reads what is asked of each window by itself.</summary>
    /// <param name="window">The window; null for none, and for the reference.</param>
    /// <param name="read">Reads it.</param>
    public T Within<T>(PeriodKind? window, Func<T> read)
    {
        within = window;
        var result = read();
        within = null;
        return result;
    }

    /// <summary>The kind of period that a window means; null for the reference, and with a problem for a word that is neither.</summary>
    public PeriodKind? WindowOrReference(string path, string word)
    {
        var windows = EnumWords<WindowWord>.Members;
        if (windows.ContainsKey(word))
            return Window(path, word);
        if (word != WordMeanings.Reference)
            Report("scheme.unknown-word", path, word, SchemeMessages.Catalog.Hint(word, [.. windows.Keys, WordMeanings.Reference]));
        return null;
    }

    /// <summary>A finding.</summary>
    public FindingText Finding(FindingDocument from, string path) => new(Id($"{path}.code", from.Code), from.Name);

    /// <summary>What a clause rests on; it must name the scheme, or one above it.</summary>
    public Citation Cite(CitationDocument from, string path)
    {
        if (!layered.Higher.Append(head.Id).Any(id => from.Clause.StartsWith(id + "/", StringComparison.Ordinal)))
            Report("scheme.citation", $"{path}.clause", from.Clause, head.Id);
        var (first, last) = layered.DatesOf(path);
        var citation = new Citation(from.Clause, from.Text, from.Choice, from.Checked) { From = first, To = last };
        citations.Add(citation);
        return citation;
    }

    /// <summary>A rounding; null for none, or where it is not stated rightly.</summary>
    public Rounding? RoundingOf(RoundingDocument? from, string path)
    {
        if (from is null)
            return null;
        var word = Word<RoundingWord>($"{path}.mode", from.Mode);
        if (!EnumWords<RoundingWord>.Members.ContainsKey(from.Mode))
            return null;
        if (WordMeanings.Of(word) is null != from.Places is null || from.Places is < 0 or > Points.DecimalPlaces)
            Report("scheme.places", path);
        return from.Meant();
    }

    /// <summary>The rounding that a clause states instead of the scheme's; null where it states none.</summary>
    public Rounding? OwnRounding(RoundingDocument? from, string path)
    {
        if (from is { Mode: "none", Places: null })
            Report("scheme.rounding-none", path);
        return RoundingOf(from, path);
    }

    /// <summary>An identifier, checked.</summary>
    public string Id(string path, string id)
    {
        CheckId(path, id);
        return id;
    }

    /// <summary>Checks an identifier.</summary>
    public void CheckId(string path, string id)
    {
        var isValid = id.Length is > 0 and <= 100 && char.IsAsciiLetterLower(id[0])
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or ':');
        if (!isValid)
            Report("scheme.bad-id", path, id);
    }

    /// <summary>Checks that no identifier of a list stands twice.</summary>
    public void CheckUnique(string path, IEnumerable<string> ids, string key = "id", string code = "scheme.duplicate-id")
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in ids.Index())
        {
            if (!known.Add(id))
                Report(code, $"{path}[{i}].{key}", id);
        }
    }

    /// <summary>What each element of a list means.</summary>
    public static IReadOnlyList<TResult> Each<TSource, TResult>(
        string path, IReadOnlyList<TSource> sources, Func<TSource, string, TResult> resolve) =>
        [.. sources.Select((source, i) => resolve(source, $"{path}[{i}]"))];
}
