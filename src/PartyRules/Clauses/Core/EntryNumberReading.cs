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
            at.Word<EntryAttributeKind>($"{path}.kind", attribute.Kind);
            numbers.Add(column, new EntryNumber(column, attribute.Name, [column], [], null));
        }

        foreach (var (code, number) in from.Numbers)
        {
            var path = $"$.entries.numbers.{code}";
            if (StandardColumns.OfEntries.Contains(code) || from.Attributes.ContainsKey(code))
                at.Report("scheme.entry-number", path, code);
            else
                numbers.Add(code, at.Number(code, number, from.Attributes, path));
        }

        return numbers;
    }

    /// <summary>The number of entries that a word names; null where none is named.</summary>
    public static EntryNumber? EntryNumber(this Resolving at, string? code, string path) =>
        code is null ? null : at.Word(path, code, at.EntryNumbers);

    private static EntryNumber Number(
        this Resolving at,
        string code,
        EntryNumberDocument from,
        IReadOnlyDictionary<string, EntryAttributeDocument> attributes,
        string path)
    {
        var known = attributes.Keys.Append(PartyRules.Conditions.EntryNumber.OwnValue)
            .ToDictionary(column => column, StringComparer.Ordinal);
        var product = at.Words($"{path}.product", from.Product, known);
        var dividedBy = at.Words($"{path}.dividedBy", from.DividedBy, known);
        foreach (var twice in product.Concat(dividedBy).CountBy(column => column).Where(column => column.Value > 1))
            at.Report("scheme.entry-number-twice", path, twice.Key);
        if (from.IfZero is not null && from.DividedBy is null)
            at.Report("scheme.if-zero", $"{path}.ifZero");
        if (from.IfZero < 0)
            at.Report("scheme.negative", $"{path}.ifZero");
        return new EntryNumber(code, from.Name, product, dividedBy, from.IfZero);
    }
}
