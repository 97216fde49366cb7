using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Core;

/// <summary>How further columns of entries, and the numbers made of them, are read.</summary>
internal static class EntryNumberReading
{
    /// <summary>Reads the columns that a scheme declares for entries, and the numbers that it makes of them.</summary>
    public static Dictionary<string, EntryNumber> NumbersOfEntries(this Resolving at, EntriesDocument from)
    {
        var numbers = new Dictionary<string, EntryNumber>(StringComparer.Ordinal);
        foreach (var (column, attribute) in from.Attributes)
        {
            var path = $"$.entries.attributes.{column}";
            if (StandardColumns.OfEntries.Contains(column))
                at.Report("scheme.entry-column", path, column);
            if (PartyRules.TimeOfDay.TryParse(column, out _))
                at.Report("scheme.entry-column-time", path, column);
            if (at.Word<EntryAttributeKind>($"{path}.kind", attribute.Kind) == EntryAttributeKind.Number)
                numbers.Add(column, new ProductNumber(column, attribute.Name, [column], [], null));
        }

        foreach (var (code, number) in from.Numbers)
        {
            var path = $"$.entries.numbers.{code}";
            if (StandardColumns.OfEntries.Contains(code) || from.Attributes.ContainsKey(code))
                at.Report("scheme.entry-number", path, code);
            else if (at.Number(code, number, path) is { } made)
                numbers.Add(code, made);
        }

        return numbers;
    }

    /// <summary>The number of entries that a word names; null where none is named.</summary>
    public static EntryNumber? EntryNumber(this Resolving at, string? code, string path)
    {
        if (code is null)
            return null;
        if (!IsTime(at.Head.Entries.Attributes, code))
            return at.Word(path, code, at.EntryNumbers);
        at.Report("scheme.entry-time", path, code);
        return null;
    }

    private static EntryNumber? Number(this Resolving at, string code, EntryNumberDocument from, string path)
    {
        if (from.Product is null == from.Minutes is null)
            at.Report("scheme.exactly-one", path, "product, minutes");
        if (from.Minutes is { } minutes)
        {
            if (from.DividedBy is not null || from.IfZero is not null)
                at.Report("scheme.minutes-alone", path);
            return at.Minutes(code, from.Name, minutes, $"{path}.minutes");
        }

        return from.Product is null ? null : at.Product(code, from, path);
    }

    private static ProductNumber Product(this Resolving at, string code, EntryNumberDocument from, string path)
    {
        var product = at.Factors($"{path}.product", from.Product);
        var dividedBy = at.Factors($"{path}.dividedBy", from.DividedBy);
        foreach (var twice in product.Concat(dividedBy).CountBy(column => column).Where(column => column.Value > 1))
            at.Report("scheme.entry-number-twice", path, twice.Key);
        if (from.IfZero is not null && from.DividedBy is null)
            at.Report("scheme.if-zero", $"{path}.ifZero");
        if (from.IfZero < 0)
            at.Report("scheme.negative", $"{path}.ifZero");
        return new ProductNumber(code, from.Name, product, dividedBy, from.IfZero);
    }

    /// <summary>Columns that are multiplied, or by which is divided: they hold numbers.</summary>
    private static IReadOnlyList<string> Factors(this Resolving at, string path, IReadOnlyList<string>? columns)
    {
        var attributes = at.Head.Entries.Attributes;
        for (var i = 0; i < (columns?.Count ?? 0); i++)
        {
            if (IsTime(attributes, columns![i]))
                at.Report("scheme.entry-time", $"{path}[{i}]", columns[i]);
        }

        return at.Words(
            path,
            columns,
            attributes.Keys.Append(PartyRules.Conditions.EntryNumber.OwnValue).ToDictionary(column => column, StringComparer.Ordinal));
    }

    private static MinutesNumber Minutes(this Resolving at, string code, LocalText name, MinutesDocument from, string path)
    {
        var (begin, end) = (at.ClockTime($"{path}.from", from.From), at.ClockTime($"{path}.to", from.To));
        if ((begin.Column is null && end.Column is null) || begin == end)
            at.Report("scheme.minutes-same", path);
        return new MinutesNumber(code, name, begin, end, (IfEarlier)at.Word<IfEarlierWord>($"{path}.ifEarlier", from.IfEarlier));
    }

    /// <summary>A time of day: a column that holds times, or a fixed time.</summary>
    private static ClockTime ClockTime(this Resolving at, string path, string word)
    {
        if (!at.Head.Entries.Attributes.ContainsKey(word) && IsLikeATime(word))
            return new ClockTime(null, at.TimeOfDay(path, word) ?? default);
        at.ColumnOfTimes(path, word);
        return new ClockTime(word, default);
    }

    /// <summary>Checks that a word names a column that holds times of day.</summary>
    public static void ColumnOfTimes(this Resolving at, string path, string column)
    {
        if (at.Word(path, column, at.Head.Entries.Attributes) is { } known && known.Kind != "time")
            at.Report("scheme.entry-no-time", path, column);
    }

    /// <summary>A fixed time of day; null, with a problem, for a text that is none.</summary>
    public static TimeOnly? TimeOfDay(this Resolving at, string path, string text)
    {
        if (PartyRules.TimeOfDay.TryParse(text, out var time))
            return time;
        at.Report("scheme.time-of-day", path, text);
        return null;
    }

    /// <summary>Whether a text is meant as a time of day: it has a colon, of whatever width, or is of digits, dots and blanks.</summary>
    private static bool IsLikeATime(string text) => text.AsSpan().IndexOfAny(':', '：') >= 0
        || (text.Length > 0 && text.All(character => char.IsAsciiDigit(character) || character is '.' or ' '));

    private static bool IsTime(IReadOnlyDictionary<string, EntryAttributeDocument> attributes, string column) =>
        attributes.TryGetValue(column, out var attribute) && attribute.Kind == "time";
}
