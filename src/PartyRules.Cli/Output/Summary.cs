using System.Globalization;
using PartyRules.Data;
using PartyRules.Results;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>Shows what a person wants to see of a run at a glance.</summary>
internal sealed class Summary(IAnsiConsole console, RunSummary run, Language language)
{
    private readonly Scheme scheme = run.Scheme;

    public void Write()
    {
        console.WriteLine(T("summary.title", scheme.Name, scheme.ToString(), run.Year, scheme.ContentHash[..12]));
        console.WriteLine(T("summary.counts", run.Subjects, run.Entries - run.EntriesOutsideYear, run.CountOf(AssessmentStatus.Assessed), run.CountOf(AssessmentStatus.Exempt), run.CountOf(AssessmentStatus.Incomplete)));
        if (run.EntriesOutsideYear > 0)
            console.WriteLine(T("summary.outside", run.EntriesOutsideYear, run.Year));
        WriteGrades();
        WriteExtremes();
        WriteHolders();
        WriteOutcomes("summary.findings", isFinding: true);
        WriteOutcomes("summary.proposals", isFinding: false);
    }

    private void WriteGrades()
    {
        if (scheme.Grades is not { } scale || scale.Bands.Sum(run.CountOf) is not (> 0 and var graded))
            return;
        var table = TableOf("summary.grade", "summary.number", "summary.share", "");
        foreach (var band in scale.Bands)
        {
            var count = run.CountOf(band);
            var bar = new string('█', (int)Math.Round(count * 30m / graded, MidpointRounding.AwayFromZero));
            Row(table, band.Name.In(language), Number(count), (100m * count / graded).ToString("0.0", CultureInfo.InvariantCulture) + "%", bar);
        }

        console.Write(table);
    }

    private void WriteExtremes()
    {
        var shown = run.Totals <= 10 ? run.Highest : [.. run.Highest.Take(5), .. run.Lowest.TakeLast(5)];
        if (shown.Count == 0)
            return;
        var table = TableOf("summary.subject", "summary.period", "summary.total", "summary.grade");
        foreach (var line in shown)
            Row(table, line.Name, line.Period.ToString(), line.Total.ToString(), line.Grade?.Name.In(language) ?? "");
        console.WriteLine(T("summary.extremes"));
        console.Write(table);
    }

    private void WriteHolders()
    {
        if (scheme.Ranking is null)
            return;
        var table = TableOf("summary.period", "summary.first", "summary.total");
        foreach (var round in run.First.GroupBy(line => line.Period))
            Row(table, round.Key.ToString(), string.Join(", ", round.Select(line => line.Name)), round.First().Total.ToString());
        console.Write(table);
    }

    private void WriteOutcomes(string heading, bool isFinding)
    {
        var outcomes = run.Outcomes.Where(outcome => outcome.Kind == OutcomeKind.Finding == isFinding).ToList();
        if (outcomes.Count == 0)
            return;
        var table = TableOf("summary.code", "summary.name", "summary.number");
        foreach (var outcome in outcomes)
            Row(table, outcome.Code, outcome.Name.In(language), Number(outcome.Count));
        console.WriteLine(T(heading));
        console.Write(table);
    }

    private Table TableOf(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
            table.AddColumn(heading.Length == 0 ? "" : T(heading));
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string T(string key, params object?[] arguments) => Tool.Texts.In(language, key, arguments);
}
