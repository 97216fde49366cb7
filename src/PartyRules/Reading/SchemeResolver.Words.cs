using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Words, references and lists.</content>
internal sealed partial class SchemeResolver
{
    private void Report(string code, string path, params object?[] arguments)
    {
        if (!problems.AreTooMany())
            problems.Add(SchemeReader.Messages.Problem(code, layered.At(path), arguments));
    }

    private T Word<T>(string path, string word, IReadOnlyDictionary<string, T> known)
    {
        if (known.TryGetValue(word, out var value))
            return value;
        Report("scheme.unknown-word", path, word, SchemeReader.Messages.Hint(word, [.. known.Keys]));
        return default!;
    }

    /// <summary>Words of a list, each as the very string by which it is known, so that comparing it costs nothing where it is the same.</summary>
    private IReadOnlyList<string> Words(string path, IReadOnlyList<string>? words, IEnumerable<string> known)
    {
        if (words is null)
            return [];
        if (words.Count == 0)
            Report("scheme.empty-list", path);
        var dictionary = known.ToDictionary(word => word, StringComparer.Ordinal);
        return Each(path, words, (word, at) => Word(at, word, dictionary) ?? word);
    }

    private PeriodKind Window(string path, string word)
    {
        var window = word == "round" ? round : Word(path, word, Windows);
        if (!FitsInto(window, round))
            Report("scheme.window", path, word, document.Round);
        return window;
    }

    /// <summary>A record whose values are reckoned with, so that each of its entries must carry one.</summary>
    private RecordItem RecordWithValue(string path, string code)
    {
        var known = records.FindAll(record => record.Code == code);
        if (known.Count > 0 && !known.Exists(record => record.IsValueRequired))
            Report("scheme.record-without-value", path, code);
        return Record(path, code);
    }

    private FindingText Finding(FindingDocument from, string path) => new(Id($"{path}.code", from.Code), from.Name);

    private Citation Cite(CitationDocument from, string path)
    {
        if (!layered.Higher.Append(document.Id).Any(id => from.Clause.StartsWith(id + "/", StringComparison.Ordinal)))
            Report("scheme.citation", $"{path}.clause", from.Clause, document.Id);
        var (first, last) = layered.DatesOf(path);
        var citation = new Citation(from.Clause, from.Text, from.Choice, from.Checked) { From = first, To = last };
        citations.Add(citation);
        return citation;
    }

    private string Id(string path, string id)
    {
        CheckId(path, id);
        return id;
    }

    private void CheckId(string path, string id)
    {
        var isValid = id.Length is > 0 and <= 100 && char.IsAsciiLetterLower(id[0])
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or ':');
        if (!isValid)
            Report("scheme.bad-id", path, id);
    }

    private void CheckUnique(string path, IEnumerable<string> ids, string key = "id", string code = "scheme.duplicate-id")
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in ids.Index())
        {
            if (!known.Add(id))
                Report(code, $"{path}[{i}].{key}", id);
        }
    }

    private static List<TResult> Each<TSource, TResult>(string path, IReadOnlyList<TSource> sources, Func<TSource, string, TResult> resolve) =>
        [.. sources.Select((source, i) => resolve(source, $"{path}[{i}]"))];
}
