using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Comparisons;

/// <summary>
/// Writes the results that differ in a comparison as a table: CSV, Excel, Parquet or JSON Lines, by the ending of the name.
/// </summary>
/// <remarks>
/// A row for each, with what both schemes say and the clauses by which they differ: <c>fengxian/task:+2;fengxian/grades</c>. Text of CSV
/// that a spreadsheet would run as a formula gets a leading apostrophe. The same comparison is the same bytes. Thread-safe.
/// </remarks>
public static class MovesWriter
{
    private static readonly Column<Move>[] Columns =
    [
        new("subject", ValueKind.Identity, move => Cell.Of(move.Subject.Id)),
        new("name", ValueKind.Text, move => Cell.Of(move.Subject.Name)),
        new("parent", ValueKind.Identity, move => Cell.Of(move.Subject.Parent)),
        new("category", ValueKind.Identity, move => Cell.Of(move.Subject.Category)),
        new("period", ValueKind.Identity, move => Cell.Of(move.Period.ToString())),
        new("before.status", ValueKind.Identity, move => Cell.Of(ResultColumns.StatusCode(move.Before.Status))),
        new("after.status", ValueKind.Identity, move => Cell.Of(ResultColumns.StatusCode(move.After.Status))),
        new("before.total", ValueKind.Number, move => Cell.Of(move.Before.Total)),
        new("after.total", ValueKind.Number, move => Cell.Of(move.After.Total)),
        new("before.grade", ValueKind.Identity, move => Cell.Of(move.Before.Grade ?? "")),
        new("after.grade", ValueKind.Identity, move => Cell.Of(move.After.Grade ?? "")),
        new("before.rank", ValueKind.Whole, move => Cell.Of(move.Before.Rank)),
        new("after.rank", ValueKind.Whole, move => Cell.Of(move.After.Rank)),
    ];

    private static readonly Column<Move> Clauses = new(
        "clauses", ValueKind.Identity, move => Cell.Of(string.Join(';', move.Causes.Select(CodeOf).Where(code => code.Length > 0))));

    /// <summary>Writes a file whole or not at all: on failure an earlier file stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="comparison">The comparison.</param>
    /// <exception cref="ProblemException">The ending is another program's, or there are more rows than a sheet holds.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (FileEnding.IsForeign(path))
            throw new ProblemException(DataMessages.Problem("data.foreign-output", new SourceLocation(path)));
        using var file = new AtomicFile(path);
        var columns = ColumnsOf(comparison);
        var row = new Cell[columns.Length];
        Disk.Do(() =>
        {
            using var writer = TableWriter.Create(path, file.Stream, "moves", columns, isGuarded: true);
            writer.Start();
            foreach (var move in comparison.Moves)
            {
                columns.Fill(move, row);
                writer.Write(row);
            }

            writer.Complete();
        });
        file.Commit();
    }

    /// <summary>The columns, with two for each further ranking of either scheme.</summary>
    private static Column<Move>[] ColumnsOf(Comparison comparison) =>
    [
        .. Columns,
        .. comparison.Baseline.Rankings.Concat(comparison.Candidate.Rankings).Select(ranking => ranking.Id).Distinct(StringComparer.Ordinal)
            .SelectMany(id => new Column<Move>[]
            {
                new($"before.rank.{id}", ValueKind.Whole, move => Cell.Of(RankOf(move.Before, id))),
                new($"after.rank.{id}", ValueKind.Whole, move => Cell.Of(RankOf(move.After, id))),
            }),
        Clauses,
    ];

    private static int? RankOf(MovedResult result, string ranking) => result.Ranks.TryGetValue(ranking, out var rank) ? rank : null;

    private static string CodeOf(MoveCause cause) =>
        cause.By is { } by && cause.Clause.Length > 0 ? $"{cause.Clause}:{(by > 0 ? "+" : "")}{by}" : cause.Clause;
}
