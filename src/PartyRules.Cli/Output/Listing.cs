using PartyRules.Cli.Resources;
using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>
/// A table for people, under its heading. Numbers stand under each other by their decimal points, a column without any content
/// is left out, and a table without rows too.
/// </summary>
internal sealed class Listing(Language language, string? heading, params Listing.Column[] columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>A column.</summary>
    /// <param name="Heading">The key of its heading; null for none.</param>
    /// <param name="IsNumber">Whether its content is numbers.</param>
    /// <param name="IsCode">Whether its content is codes, which are never broken into lines.</param>
    internal sealed record Column(string? Heading, bool IsNumber = false, bool IsCode = false);

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    public void WriteTo(IAnsiConsole console)
    {
        if (rows.Count == 0)
            return;
        if (heading is not null)
            console.WriteLine(Texts.In(language, heading));
        var shown = Enumerable.Range(0, columns.Length).Where(i => rows.Exists(row => row[i].Length > 0)).ToList();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var i in shown)
        {
            var name = columns[i].Heading is { } key ? Texts.In(language, key) : "";
            table.AddColumn(new TableColumn(Markup.Escape(name))
            {
                Alignment = columns[i].IsNumber ? Justify.Right : Justify.Left,
                NoWrap = columns[i].IsNumber || columns[i].IsCode,
            });
        }

        var fractions = Array.ConvertAll(
            [.. Enumerable.Range(0, columns.Length)], (int i) => columns[i].IsNumber ? rows.Max(row => Fraction(row[i])) : 0);
        foreach (var row in rows)
            table.AddRow([.. shown.Select(i => new Text(Aligned(row[i], i)))]);
        console.Write(table);

        string Aligned(string text, int column) =>
            columns[column].IsNumber ? text + new string(' ', fractions[column] - Fraction(text)) : text;
    }

    /// <summary>How many characters stand from the decimal point on.</summary>
    private static int Fraction(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : number.Length - point;
    }
}
