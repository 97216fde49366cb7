using System.Collections.ObjectModel;
using PartyRules.Schemes;

namespace PartyRules.Data.Columns;

/// <summary>The row of the table <c>entries</c>: the one description that its readers and writers share.</summary>
internal static class EntryColumns
{
    public static Column<Entry> Id { get; } = new("id", ValueKind.Identity, entry => Cell.Of(entry.Id)) { IsUnique = true };

    public static Column<Entry> Subject { get; } = new("subject", ValueKind.Identity, entry => Cell.Of(entry.Subject));

    public static Column<Entry> Item { get; } =
        new("item", ValueKind.Identity, entry => Cell.Of(entry.Item)) { Words = words => words.Items };

    public static Column<Entry> Date { get; } = new("date", ValueKind.Date, entry => Cell.Of(entry.Date));

    public static Column<Entry> Value { get; } = new("value", ValueKind.Number, entry => Cell.Of(entry.Value));

    public static Column<Entry> Level { get; } =
        new("level", ValueKind.Identity, entry => Cell.Of(entry.Level)) { Words = words => words.Levels };

    public static Column<Entry> Reference { get; } = new("ref", ValueKind.Identity, entry => Cell.Of(entry.Reference));

    public static Column<Entry> Note { get; } = new("note", ValueKind.Text, entry => Cell.Of(entry.Note));

    public static Column<Entry> Evaluator { get; } =
        new("by", ValueKind.Identity, entry => Cell.Of(entry.Evaluator)) { Words = words => words.Evaluators };

    /// <summary>The name of the subject, by which it is found where its identifier is not given, and checked where it is.</summary>
    public static Column<Entry> Name { get; } = new("name", ValueKind.Identity, _ => Cell.Empty);

    /// <summary>What the subject belongs to, which tells apart those of one name.</summary>
    public static Column<Entry> Parent { get; } = new("parent", ValueKind.Identity, _ => Cell.Empty);

    /// <summary>All of them, in the order in which they are written.</summary>
    public static IReadOnlyList<Column<Entry>> All { get; } = [Id, Subject, Item, Date, Value, Level, Reference, Note, Evaluator];

    /// <summary>Those that are read: further ones say whom an entry is about.</summary>
    public static IReadOnlyList<Column<Entry>> Read { get; } = [.. All, Name, Parent];

    /// <summary>The columns that schemes declare for entries.</summary>
    public static IReadOnlyList<Column<Entry>> Attributes(IEnumerable<Scheme> versions) =>
        [.. from version in versions
            from name in version.Words.EntryColumns.Codes.Except(StandardColumns.OfEntries)
            group version.Words.TimesOfEntries.Contains(name) ? ValueKind.Time : ValueKind.Number by name into kinds
            select Attribute(kinds.Key, kinds.Distinct().Skip(1).Any() ? ValueKind.Identity : kinds.First())];

    /// <summary>
    /// The column of an attribute: written as the text that it is, read as a number or a time of day, and as text where versions differ.
    /// </summary>
    public static Column<Entry> Attribute(string name, ValueKind kind = ValueKind.Identity) =>
        new(name, kind, entry => Cell.Of(entry.Attributes.GetValueOrDefault(name, "")));

    /// <summary>The names of those without which there is no entry.</summary>
    public static IReadOnlyList<string> Required { get; } = [Item.Name, Date.Name];

    /// <summary>The names of those of which one must say whom an entry is about.</summary>
    public static IReadOnlyList<string> Person { get; } = [Subject.Name, Name.Name];

    /// <summary>The names of those that must be there for entries to be read while they are scored.</summary>
    public static IReadOnlyList<string> Complete { get; } = [Id.Name, Subject.Name, Item.Name, Date.Name];

    /// <summary>The entry of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">What the entry is called.</param>
    /// <param name="subject">The identifier of the subject that it is about.</param>
    /// <param name="attributes">The columns that the scheme declares.</param>
    public static Entry Make(ICells row, string id, string subject, IReadOnlyList<Column<Entry>> attributes) => new()
    {
        Id = id,
        Subject = subject,
        Item = row[Item].Text,
        Date = row[Date].Date,
        Value = row[Value].OptionalNumber,
        Level = row[Level].Text,
        Reference = row[Reference].Text,
        Note = row[Note].Text,
        Evaluator = row[Evaluator].Text,
        Attributes = attributes.Count == 0
            ? ReadOnlyDictionary<string, string>.Empty
            : attributes.ToDictionary(attribute => attribute.Name, attribute => row[attribute].ToString(), StringComparer.Ordinal),
    };
}
