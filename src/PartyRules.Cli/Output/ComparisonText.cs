using System.Globalization;
using PartyRules.Cli.Resources;
using PartyRules.Data.Comparisons;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>Shows what changes for everybody, and the first of those for whom something does.</summary>
internal sealed class ComparisonText(IAnsiConsole console, Comparison comparison, Language language)
{
    private const int Shown = 20;

    /// <summary>Writes it.</summary>
    /// <param name="file">The file that lists all results that differ; null for none.</param>
    public void Write(string? file)
    {
        var different = comparison.Results - comparison.Same;
        console.WriteLine(T("compare.title", Named(comparison.Baseline), Named(comparison.Candidate), comparison.Year));
        console.WriteLine(T("compare.counts", comparison.Results, comparison.Same, different));
        if (comparison.OnlyInBaseline + comparison.OnlyInCandidate > 0)
            console.WriteLine(T("compare.alone", comparison.OnlyInBaseline, comparison.OnlyInCandidate));
        console.WriteLine();
        WriteDirections();
        WriteGrades();
        WriteOutcomes();
        WriteGroups("compare.categories", comparison.Categories);
        WriteGroups("compare.parents", comparison.Parents);
        WriteMoves();
        if (different > Math.Min(Shown, comparison.Moves.Count) && file is null)
            console.WriteLine(T("compare.more"));
        if (file is not null)
            console.WriteLine(T("compare.out", file, comparison.Moves.Count));
        console.WriteLine(T("compare.decide"));
    }

    private void WriteDirections()
    {
        var directions = new Listing(language, "compare.directions", new(null), new("compare.higher", IsNumber: true),
            new("compare.lower", IsNumber: true), new("compare.same", IsNumber: true));
        var all = new[] { (T("summary.total"), comparison.Totals), (T("compare.rank"), comparison.Ranks) }
            .Concat(comparison.Rankings.Select(ranking => (T("compare.rank-in", ranking.Name.In(language)), ranking.Ranks)));
        foreach (var (name, direction) in all)
        {
            if (direction.Higher + direction.Lower + direction.Same > 0)
                directions.Add(name, Number(direction.Higher), Number(direction.Lower), Number(direction.Same));
        }

        directions.WriteTo(console);
    }

    private void WriteGrades()
    {
        if (comparison.Baseline.Grades is null && comparison.Candidate.Grades is null)
            return;
        var grades = new Listing(
            language, "compare.grades", new("compare.before"), new("compare.after"), new("summary.number", IsNumber: true));
        foreach (var change in comparison.Grades)
            grades.Add(change.FromName.In(language), change.ToName.In(language), Number(change.Count));
        grades.WriteTo(console);
    }

    private void WriteOutcomes()
    {
        var outcomes = new Listing(language, "compare.outcomes", new("summary.code", IsCode: true), new("summary.name"),
            new("compare.gained", IsNumber: true), new("compare.lost", IsNumber: true), new("compare.kept", IsNumber: true));
        foreach (var outcome in comparison.Outcomes)
            outcomes.Add(outcome.Code, outcome.Name.In(language), Number(outcome.Gained), Number(outcome.Lost), Number(outcome.Kept));
        outcomes.WriteTo(console);
    }

    private void WriteGroups(string heading, IReadOnlyList<GroupChange> changes)
    {
        var groups = new Listing(language, heading, new("compare.group"), new("summary.number", IsNumber: true),
            new("compare.higher", IsNumber: true), new("compare.lower", IsNumber: true), new("compare.other-grade", IsNumber: true));
        foreach (var change in changes.Where(change => change.Higher + change.Lower + change.OtherGrade > 0).Take(Shown))
            groups.Add(change.Group, Number(change.Results), Number(change.Higher), Number(change.Lower), Number(change.OtherGrade));
        groups.WriteTo(console);
    }

    private void WriteMoves()
    {
        var moves = new Listing(language, "compare.moves", new("summary.subject"), new("summary.period"), new("compare.before"),
            new("compare.after"), new("compare.causes"));
        foreach (var move in comparison.Moves.Take(Shown))
        {
            var name = move.Subject.Name.Length > 0 ? $"{move.Subject.Id} {move.Subject.Name}" : move.Subject.Id;
            moves.Add(
                name, move.Period.ToString(), Result(move.Before, comparison.Baseline), Result(move.After, comparison.Candidate),
                string.Join(T("compare.separator"), move.Causes.Select(Cause)));
        }

        moves.WriteTo(console);
    }

    private string Result(MovedResult result, Scheme scheme)
    {
        var grade = scheme.Grades?.Bands.FirstOrDefault(band => band.Id == result.Grade)?.Name.In(language);
        var rank = result.Rank is { } place ? T("compare.place", place) : null;
        var further = scheme.Rankings.Where(ranking => result.Ranks.ContainsKey(ranking.Id))
            .Select(ranking => T("compare.place-in", result.Ranks[ranking.Id], ranking.Name!.In(language)));
        string?[] said = [result.Total?.ToString(), grade, rank, .. further];
        return said.Any(part => part is not null)
            ? string.Join(" · ", said.OfType<string>())
            : T($"compare.status.{result.Status}");
    }

    private string Cause(MoveCause cause)
    {
        var by = cause.By is { } points ? $" {(points > 0 ? "+" : "")}{points}" : "";
        return cause.Clause.Length == 0 ? $"{cause.Name.In(language)}{by}" : $"{cause.Name.In(language)}{by} [{cause.Clause}]";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Named(Scheme scheme) => $"{scheme.Name.In(language)} ({scheme})";

    private string T(string key, params object?[] arguments) => Texts.In(language, key, arguments);
}
