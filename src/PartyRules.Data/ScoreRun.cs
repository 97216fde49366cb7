using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Streaming;
using PartyRules.Data.Summaries;
using PartyRules.Data.Tables;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Validation;

namespace PartyRules.Data;

/// <summary>Scores a data set from file to file.</summary>
/// <remarks>
/// Schemes that do not compare subjects are scored while CSV files are read, on all processors, in memory that does not grow with the
/// number of subjects: files in the order of the subjects' identifiers at once, files in another order by way of temporary files beside the
/// results. Everything else is read into memory first. The results are the same bytes either way. Thread-safe.
/// </remarks>
public sealed class ScoreRun
{
    private readonly Scorer scorer;
    private readonly ScoreRunOptions options;

    /// <summary>A run by whichever version of a scheme is in force.</summary>
    /// <param name="scorer">The scorer.</param>
    /// <param name="options">How to work; null for the defaults.</param>
    public ScoreRun(Scorer scorer, ScoreRunOptions? options = null)
    {
        this.scorer = scorer;
        this.options = options ?? new ScoreRunOptions();
    }

    /// <summary>
    /// Scores a data set and writes the results whole or not at all: whatever goes wrong, an earlier file stays as it was.
    /// </summary>
    /// <param name="folder">The data set.</param>
    /// <param name="path">The file for the results; null to write none.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ProblemException">
    /// The data has mistakes; carries them all, or the first thousand and how many more. Or the results would take the place of a table of
    /// the data set.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunSummary Score(string folder, string? path, CancellationToken cancellationToken = default)
    {
        if (path is null)
            return ScoreTo(folder, TextWriter.Null, cancellationToken);
        DataSetReader.RefuseOutput(folder, path);
        return Score(folder, scheme => ResultsOutput.For(path, scheme, scorer.AsOf is not null, Form), path, cancellationToken);
    }

    /// <summary>Scores a data set and writes the results as CSV to a text writer, once all of them are known.</summary>
    /// <param name="folder">The data set.</param>
    /// <param name="writer">The writer.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ProblemException">The data has mistakes; carries them all, or the first thousand and how many more.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunSummary ScoreTo(string folder, TextWriter writer, CancellationToken cancellationToken = default) =>
        Score(folder, scheme => new TextOutput(writer, scheme, scorer.AsOf is not null, Form), null, cancellationToken);

    private ResultsForm Form => new(options.Words, options.AsInput);

    /// <summary>Scores a data set and hands the results to an output.</summary>
    internal RunSummary Score(string folder, ResultsOutput output, CancellationToken cancellationToken) =>
        Score(folder, _ => output, null, cancellationToken);

    private RunSummary Score(string folder, Func<Scheme, ResultsOutput> open, string? path, CancellationToken cancellationToken)
    {
        if (StreamedYear(folder) is { } year && ScoreStreamed(folder, year, open, path, cancellationToken) is { } summary)
            return summary;
        return ScoreInMemory(DataSetReader.Read(folder, scorer.Versions, options.Year), open, cancellationToken);
    }

    /// <summary>
    /// The year, where it can be scored while files are read; null where subjects are compared, or the files are no such.
    /// </summary>
    private int? StreamedYear(string folder)
    {
        var versions = scorer.Versions;
        if (scorer.GivesDerivations || !StreamedRun.AreStreamable(folder))
            return null;
        if ((options.Year ?? StreamedRun.YearOfFirst(folder, options.BlockBytes, versions.All[^1])) is not (> 0 and var year))
            return null;
        return versions.FirstGap(year) is null && !scorer.ComparesSubjects(year) ? year : null;
    }

    /// <summary>Scores files while they are read; null where they need the strict reading.</summary>
    private RunSummary? ScoreStreamed(
        string folder, int year, Func<Scheme, ResultsOutput> open, string? path, CancellationToken cancellationToken)
    {
        var scheme = scorer.Versions.Of(year);
        var problems = new ProblemLog();
        var earlier = EarlierResults.Read(folder, scheme, problems);
        if (problems.Count > 0)
            return null;
        var streaming = new StreamingOptions
        {
            Scorer = scorer,
            Scheme = scheme,
            Versions = [.. scorer.Versions.In(year), scheme],
            Checker = new FactChecker(scorer.Versions, year),
            Year = year,
            IsYearGiven = options.Year is not null,
            Folder = folder,
            SpillFolder = path is null ? Path.GetTempPath() : Path.GetDirectoryName(Path.GetFullPath(path))!,
            Earlier = earlier,
            Notices = [.. problems.Notices, .. TableFile.NoticesOf(folder)],
            Threads = options.Threads,
            BlockBytes = options.BlockBytes,
            RangeBytes = options.RangeBytes,
            Progress = options.Progress is { } told ? (share, subjects) => told.Report(new RunProgress(share, subjects)) : null,
        };
        var files = Task.Run(() => DataFile.Of(folder), cancellationToken);
        using var output = open(scheme);
        if (new StreamedRun(streaming, output, cancellationToken).Score() is not { } summary)
            return null;
        summary.Files = [.. files.GetAwaiter().GetResult().Select(file => (file.Name, file.Sha256))];
        return summary;
    }

    private RunSummary ScoreInMemory(DataSet data, Func<Scheme, ResultsOutput> open, CancellationToken cancellationToken)
    {
        void Report(IProgress<RunProgress> told, int done)
        {
            told.Report(new RunProgress((double)done / data.Subjects.Count, done));
        }

        var progress = options.Progress is { } told ? new SynchronousProgress(done => Report(told, done)) : null;
        var scheme = scorer.Versions.Of(data.Year);
        using var output = open(scheme);
        var results = scorer.Score(
            data.Subjects, data.Entries, data.Year, progress, data.Earlier, areFactsChecked: true, cancellationToken);
        output.Write(results);
        return data.SummaryOf(scheme, results);
    }

    /// <summary>Reports at once, on the thread that works.</summary>
    private sealed class SynchronousProgress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}

/// <summary>How a run works.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ScoreRunOptions
{
    /// <summary>The calendar year to assess; null, the default, for the one in which all entries fall.</summary>
    public int? Year { get; init; }

    /// <summary>The language of names and words beside the codes in the results; null, the default, for codes alone.</summary>
    public Language? Words { get; init; }

    /// <summary>
    /// Whether scheme and parent stand in front of each result, so that the file is the table <c>earlier</c> of another data set, such as
    /// that of those to whom the subjects belong. False by default.
    /// </summary>
    public bool AsInput { get; init; }

    /// <summary>How many threads score, from 1; by default one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many bytes of rows are read at a time; small ones only serve to test where they are cut.</summary>
    internal int BlockBytes { get; init; } = 1024 * 1024;

    /// <summary>About how many bytes make a range of subjects where files are not in order.</summary>
    internal int RangeBytes { get; init; } = 12 * 1024 * 1024;

    /// <summary>Told now and then how far the run is, on any of its threads, one call at a time; null, the default, for nobody.</summary>
    public IProgress<RunProgress>? Progress { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Share">The share of the work that is done, from 0 to 1.</param>
/// <param name="Subjects">How many subjects are scored.</param>
public readonly record struct RunProgress(double Share, long Subjects);
