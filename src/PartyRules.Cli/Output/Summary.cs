using System.Globalization;
using PartyRules.Cli.Resources;
using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Results;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>Shows what a person wants to see of a run at a glance.</summary>
internal sealed class Summary(IAnsiConsole console, RunSummary run, Language language)
{
    private const int MostHolders = 20;
    private readonly Scheme scheme = run.Scheme;
    private readonly Period year = Period.OfYear(run.Year, run.Scheme.FirstMonth);

    public void Write()
    {
        console.WriteLine(T("summary.title", scheme.Name, scheme.ToString(), year, scheme.ContentHash[..12]));
        console.WriteLine(T(
            "summary.counts",
            run.Subjects,
            run.Entries - run.EntriesOutsideYear,
            run.CountOf(AssessmentStatus.Assessed),
            run.CountOf(AssessmentStatus.Exempt),
            run.CountOf(AssessmentStatus.Incomplete)));
        if (run.Files.Count > 0)
            console.WriteLine(T("summary.files", string.Join(", ", run.Files.Select(file => $"{file.Name} {file.Sha256[..12]}"))));
        if (run.EntriesOutsideYear > 0)
        {
            console.WriteLine(T(
                run.EntriesLookedBackAt > 0 ? "summary.outside.back" : "summary.outside",
                run.EntriesOutsideYear,
                year,
                run.EntriesLookedBackAt,
                run.EntriesOutsideYear - run.EntriesLookedBackAt));
        }

        if (run.EntriesLookedBackAt == 0 && scheme.LooksBackTo(run.Year) is { } back)
            console.WriteLine(T("summary.no-look-back", back.ToString("O", CultureInfo.InvariantCulture), year));
        if (run.BeginsOn is { } first)
            console.WriteLine(T("summary.begins", first.ToString("O", CultureInfo.InvariantCulture), year));
        if (run.AsOf is { } day)
            console.WriteLine(T("summary.as-of", day.ToString("O", CultureInfo.InvariantCulture)));
        if (run.EndsEarly)
            console.WriteLine(T("summary.ends-early", run.LastEntry!.Value.ToString("O", CultureInfo.InvariantCulture)));
        if (run.OtherKinds.Notice is { } notice)
            console.WriteLine(notice.In(language));
        foreach (var told in run.Notices)
            console.WriteLine(told.ToText(language));
        console.WriteLine();
        WriteGrades();
        WriteExtremes();
        WriteHolders();
        WriteOutcomes("summary.findings", isFinding: true);
        WriteOutcomes("summary.proposals", isFinding: false);
    }

    /// <summary>Says which subjects are passed over, where there are such.</summary>
    public static void WritePassedOver(TextWriter writer, OtherKinds others, Language language)
    {
        if (others.Notice is { } notice)
            writer.WriteLine(notice.In(language));
    }

    /// <summary>Says what a person should know about the data.</summary>
    public static void WriteNotices(TextWriter writer, IEnumerable<DataNotice> notices, Language language)
    {
        foreach (var notice in notices)
            writer.WriteLine(notice.ToText(language));
    }

    private void WriteGrades()
    {
        if (scheme.Grades is not { } scale || scale.Bands.Sum(run.CountOf) is not (> 0 and var graded))
            return;
        var grades = new Listing(language, "summary.grades", new("summary.grade"), new("summary.number", IsNumber: true),
            new("summary.share", IsNumber: true), new(null));
        var shares = Shares.InPercent([.. scale.Bands.Select(run.CountOf)]);
        foreach (var band in scale.Bands)
        {
            var count = run.CountOf(band);
            var bar = new string('█', (int)Math.Round(count * 30m / graded, MidpointRounding.AwayFromZero));
            grades.Add(band.Name.In(language), Number(count), shares[band.Index], bar);
        }

        grades.WriteTo(console);
    }

    /// <summary>Where results are left out between the highest and the lowest, a row of dots says so.</summary>
    private void WriteExtremes()
    {
        var areAllShown = run.Totals <= 10;
        var extremes = new Listing(language, areAllShown ? "summary.totals" : "summary.extremes", new("summary.subject"),
            new("summary.period"), new("summary.total", IsNumber: true), new("summary.rounded", IsNumber: true),
            new("summary.grade"));
        foreach (var line in areAllShown ? run.Highest : run.Highest.Take(5))
            Add(extremes, line);
        if (!areAllShown)
        {
            extremes.Add("…", "", "", "", "");
            foreach (var line in run.Lowest.TakeLast(5))
                Add(extremes, line);
        }

        extremes.WriteTo(console);
    }

    private void Add(Listing totals, TotalLine line) =>
        totals.Add(
            line.Name, PeriodOf(line), line.Total.ToString(), line.RoundedTotal?.ToString() ?? "", line.Grade?.Name.In(language) ?? "");

    /// <summary>Who is first, in each round and pool: those with one total in one row.</summary>
    private void WriteHolders()
    {
        var holders = new Listing(
            language, "summary.holders", new("summary.period"), new("summary.subject"), new("summary.total", IsNumber: true));
        var shared = run.First.GroupBy(line => (line.Period, line.Total)).ToList();
        foreach (var first in shared.Take(MostHolders))
            holders.Add(PeriodOf(first.First()), string.Join(", ", first.Select(line => line.Name)), first.Key.Total.ToString());
        if (shared.Count > MostHolders)
            holders.Add("", "…", "");
        holders.WriteTo(console);
    }

    private void WriteOutcomes(string heading, bool isFinding)
    {
        var outcomes = new Listing(
            language, heading, new("summary.code", IsCode: true), new("summary.name"), new("summary.number", IsNumber: true));
        foreach (var outcome in run.Outcomes.Where(outcome => outcome.Kind == OutcomeKind.Finding == isFinding))
            outcomes.Add(outcome.Code, outcome.Name.In(language), Number(outcome.Count));
        outcomes.WriteTo(console);
    }

    /// <summary>The period, where there are several.</summary>
    private string PeriodOf(TotalLine line) => scheme.HasRounds ? line.Period.ToString() : "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string T(string key, params object?[] arguments) => Texts.In(language, key, arguments);
}
