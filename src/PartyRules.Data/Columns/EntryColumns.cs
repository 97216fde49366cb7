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

    /// <summary>All of them, in the order in which they are written.</summary>
    public static IReadOnlyList<Column<Entry>> All { get; } = [Id, Subject, Item, Date, Value, Level, Reference, Note, Evaluator];

    /// <summary>The names of those without which there is no entry.</summary>
    public static IReadOnlyList<string> Required { get; } = [Id.Name, Subject.Name, Item.Name, Date.Name];

    /// <summary>The entry of a row.</summary>
    public static Entry Make(ICells row) => new()
    {
        Id = row[Id].Text,
        Subject = row[Subject].Text,
        Item = row[Item].Text,
        Date = row[Date].Date,
        Value = row[Value].OptionalNumber,
        Level = row[Level].Text,
        Reference = row[Reference].Text,
        Note = row[Note].Text,
        Evaluator = row[Evaluator].Text,
    };
}
