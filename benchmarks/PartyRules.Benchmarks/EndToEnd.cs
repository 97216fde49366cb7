using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using PartyRules.Data;
using PartyRules.Data.Samples;

namespace PartyRules.Benchmarks;

/// <summary>
/// Whole processes compared on the same CSV files: <c>partyrules score</c> and DuckDB's SQL for the same totals and grades.
/// </summary>
/// <remarks>
/// Each runs as a process of its own, which is watched for its time and its highest resident memory. The results are compared row by row.
/// </remarks>
internal static class EndToEnd
{
    /// <summary>Makes the data where it is missing, runs everything in turn and prints two tables.</summary>
    /// <param name="folder">Where the data and the results go.</param>
    /// <param name="members">How many members to make.</param>
    /// <param name="turns">How often each runs, one after the other.</param>
    /// <param name="tool">The tool as it was published; null for the one that was built.</param>
    public static int Run(string folder, int members, int turns, string? tool)
    {
        string sorted = Path.Combine(folder, "sorted"), shuffled = Path.Combine(folder, "shuffled");
        foreach (var data in new[] { sorted, shuffled })
        {
            if (!File.Exists(Path.Combine(data, "entries.csv")))
                DataSetWriter.Write(
                    data, SampleCounty.Subjects(members, 1), SampleCounty.Entries(members, 1, 2026), data == shuffled ? 1UL : null);
        }

        var ours = Path.Combine(folder, "partyrules.csv");
        var again = Path.Combine(folder, "partyrules-shuffled.csv");
        var theirs = Path.Combine(folder, "duckdb.csv");
        var self = typeof(EndToEnd).Assembly.Location;
        tool ??= Path.Combine(Root(), "src", "PartyRules.Cli", "bin", "Release", "net10.0", "PartyRules.Cli.dll");
        Contender score = new("partyrules score, in order", [tool, "score", sorted, "--scheme", "fengxian", "--out", ours]);
        Contender scoreShuffled = new("partyrules score, shuffled", [tool, "score", shuffled, "--scheme", "fengxian", "--out", again]);
        Contender duckDb = new("DuckDB, in order", [self, "duckdb", sorted, theirs]);
        Contender duckDbShuffled = new("DuckDB, shuffled", [self, "duckdb", shuffled, theirs]);
        Contender[] all = [score, duckDb, scoreShuffled, duckDbShuffled];
        for (var turn = 0; turn < turns; turn++)
            Array.ForEach(all, contender => contender.Run());

        var entries = File.ReadLines(Path.Combine(sorted, "entries.csv")).LongCount() - 1;
        Say($"{members} members, {entries} entries, {Environment.ProcessorCount} processors, {turns} turns: median (least to most)");
        Say($"| what | seconds | CPU seconds | peak MB |\n| --- | ---: | ---: | ---: |");
        foreach (var each in all)
        {
            var (seconds, cpuSeconds) = (Spread(each.Runs.Select(run => run.Seconds)), Spread(each.Runs.Select(run => run.CpuSeconds)));
            Say($"| {each.What} | {seconds} | {cpuSeconds} | {each.Runs.Max(run => run.PeakBytes) >> 20} |");
        }

        Say($"\n| seconds, turn by turn | ratio |\n| --- | ---: |");
        foreach (var (above, below) in new[] { (score, duckDb), (scoreShuffled, duckDbShuffled), (scoreShuffled, score) })
            Say($"| {above.What} / {below.What} | {Spread(above.Runs.Zip(below.Runs, (left, right) => left.Seconds / right.Seconds))} |");
        var (rows, differences) = Compare(ours, theirs);
        var areSame = SameBytes(ours, again);
        var bytes = areSame ? "the same bytes" : "DIFFERENT bytes";
        Say($"\n{rows} rows compared with DuckDB's, {differences} differ; sorted and shuffled give {bytes}");
        return differences == 0 && areSame && Array.TrueForAll(all, contender => contender.Runs.TrueForAll(run => run.Status == 0)) ? 0 : 1;
    }

    /// <summary>The same job in SQL: totals and grades from the same two files to a CSV file, in exact decimals.</summary>
    public static int DuckDb(string data, string output)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var months = Enumerable.Range(1, 12).ToList();
        string Capped(string sum, int most) => $"least({most}, coalesce({sum}, 0))";
        string Sum(int slot, string name) => $"sum(value) FILTER (slot = {slot}) AS {name}";
        var ofSubjects = Columns("id", "name", "kind", "parent", "category", "employment", "previousGrade");
        var ofEntries = Columns("id", "subject", "item", "date DATE", "value DECIMAL(18,6)", "level", "ref", "note");
        var basics = Enumerable.Range(13, 5).ToList();
        // An entry's slot says which sum it goes to: 1 to 12 the task points of a month, 13 to 17 the base items, 18 rewards,
        // 19 commendations. The only choice left out is that task items count for members in post alone, because the data has
        // no others; that spares DuckDB work.
#pragma warning disable CA2100 // The folder is the one that whoever runs the benchmark names; nothing else enters the text.
        command.CommandText = $"""
            SET threads = {Environment.ProcessorCount};
            COPY (
              WITH members AS (
                SELECT id FROM read_csv('{data}/subjects.csv', header = true, columns = {ofSubjects})
              ), entries AS (
                SELECT subject, value,
                  CASE item
                    WHEN 'base.study' THEN 13 WHEN 'base.dues' THEN 14 WHEN 'base.meetings' THEN 15
                    WHEN 'base.discipline' THEN 16 WHEN 'base.conduct' THEN 17
                    WHEN 'reward.overfulfilment' THEN 18 WHEN 'reward.contribution' THEN 18 WHEN 'reward.bravery' THEN 18
                    WHEN 'commendation' THEN 19 WHEN 'violation' THEN 20
                    WHEN 'exemption.wish' THEN 21 WHEN 'exemption.application' THEN 22
                    WHEN 'exemption.review' THEN 23 WHEN 'exemption.approval' THEN 24
                    ELSE month(date) END AS slot
                FROM read_csv('{data}/entries.csv', header = true, columns = {ofEntries})
              ), sums AS (
                SELECT subject, {string.Join(", ", months.Select(month => Sum(month, $"task{month}")))},
                  {string.Join(", ", basics.Select(slot => Sum(slot, $"base{slot}")))}, {Sum(18, "reward")}, {Sum(19, "commendation")},
                  bit_or(CASE WHEN slot >= 20 THEN 1 << (slot - 20) ELSE 0 END) AS marks
                FROM entries GROUP BY subject
              ), totals AS (
                SELECT id, coalesce(marks, 0) AS marks,
                  20 - {string.Join(" - ", basics.Select(slot => Capped($"base{slot}", 4)))}
                  + least(70, {string.Join(" + ", months.Select(month => Capped($"task{month}", 6)))})
                  + {Capped("reward", 10)} + coalesce(commendation, 0) AS total
                FROM members LEFT JOIN sums ON sums.subject = members.id
              )
              SELECT id AS subject,
                CASE WHEN marks & 30 = 30 THEN NULL ELSE total END AS total,
                CASE
                  WHEN marks & 30 = 30 THEN NULL WHEN marks & 1 = 1 OR total < 60 THEN 'unqualified'
                  WHEN total >= 90 THEN 'excellent' WHEN total >= 80 THEN 'qualified' ELSE 'basically-qualified' END AS grade
              FROM totals ORDER BY id
            ) TO '{output}' (HEADER);
            """;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return 0;
    }

    private static string Columns(params string[] columns) => "{" + string.Join(", ", columns.Select(Typed)) + "}";

    private static string Typed(string column) =>
        column.Split(' ') is [var name, var type] ? $"'{name}': '{type}'" : $"'{column}': 'VARCHAR'";

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>The median, and from the least to the most.</summary>
    private static string Spread(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        var median = (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
        return FormattableString.Invariant($"{median:0.00} ({ordered[0]:0.00} to {ordered[^1]:0.00})");
    }

    private static (long Rows, long Differences) Compare(string ours, string theirs)
    {
        long rows = 0, differences = 0;
        using var right = File.ReadLines(theirs).Skip(1).GetEnumerator();
        foreach (var left in File.ReadLines(ours).Skip(1))
        {
            rows++;
            var (mine, yours) = (left.Split(','), right.MoveNext() ? right.Current.Split(',') : ["", "", ""]);
            var totals =
                (Points.TryParse(mine[3], out var total), Points.TryParse(yours[1], out var other)) is (true, true)
                    ? total == other
                    : mine[3] == yours[1];
            if (mine[0] != yours[0] || !totals || mine[4] != yours[2])
                differences++;
        }

        return (rows, differences + (right.MoveNext() ? 1 : 0));
    }

    private static bool SameBytes(string left, string right) => File.ReadLines(left).SequenceEqual(File.ReadLines(right));

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "PartyRules.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("Run this within the repository.");
        return directory.FullName;
    }

    /// <summary>A command that is run several times as a process of its own, and what each run took.</summary>
    private sealed record Contender(string What, string[] Command)
    {
        public List<(int Status, double Seconds, double CpuSeconds, long PeakBytes)> Runs { get; } = [];

        public void Run()
        {
            string[] command = Path.GetExtension(Command[0]) == ".dll" ? ["dotnet", .. Command] : Command;
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
            _ = process.StandardOutput.ReadToEndAsync();
            long peak = 0;
            var cpu = TimeSpan.Zero;
            while (!process.WaitForExit(10))
            {
                try
                {
                    process.Refresh();
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                    cpu = process.TotalProcessorTime;
                }
                catch (InvalidOperationException)
                {
                    // It ended between the two looks; what was seen last counts.
                }
            }

            Runs.Add((process.ExitCode, watch.Elapsed.TotalSeconds, cpu.TotalSeconds, peak));
        }
    }
}
