using PartyRules.Diagnostics;
using PartyRules.Scoring;

namespace PartyRules.Data.Comparisons;

/// <summary>How a comparison works.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CompareOptions
{
    /// <summary>The calendar year to assess; null, the default, for the one in which all entries fall.</summary>
    public int? Year { get; init; }

    /// <summary>How many of the results that differ are listed, the first in the order of results; 1,000 by default, 0 or more.</summary>
    public int MostMoves { get; init; } = 1000;
}

/// <summary>Scores a data set by two schemes, or two versions of one, and says what changes for everybody.</summary>
/// <remarks>
/// Both runs go from file to file as <see cref="ScoreRun"/> does; of the first run a few numbers of each result are kept. The same data
/// gives the same comparison, whatever the order of its rows and the number of threads. Thread-safe.
/// </remarks>
public sealed class CompareRun
{
    private readonly Scorer baseline;
    private readonly Scorer candidate;
    private readonly CompareOptions options;

    /// <summary>A comparison of two schemes.</summary>
    /// <param name="baseline">The scorer by the scheme that holds now.</param>
    /// <param name="candidate">The scorer by the scheme that may take its place.</param>
    /// <param name="options">How to work; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The schemes assess different kinds of subjects, or are judged as of different days.
    /// </exception>
    public CompareRun(Scorer baseline, Scorer candidate, CompareOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        this.options = options ?? new CompareOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(this.options.MostMoves, nameof(options));
        if (baseline.Versions.All[^1].SubjectKind != candidate.Versions.All[^1].SubjectKind)
            throw new ArgumentException("The schemes assess different kinds of subjects.", nameof(candidate));
        if (baseline.AsOf != candidate.AsOf)
            throw new ArgumentException("The schemes are judged as of different days.", nameof(candidate));
        (this.baseline, this.candidate) = (baseline, candidate);
    }

    /// <summary>Scores a data set by both.</summary>
    /// <param name="folder">The data set.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ProblemException">The data has mistakes by one scheme; carries those of the first that finds any.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Comparison Compare(string folder, CancellationToken cancellationToken = default)
    {
        var runOptions = new ScoreRunOptions { Year = options.Year };
        using var before = new KeepingOutput();
        var summary = new ScoreRun(baseline, runOptions).Score(folder, before, cancellationToken);
        using var after = new ComparingOutput(before, options.MostMoves);
        var year = new ScoreRun(candidate, runOptions with { Year = summary.Year }).Score(folder, after, cancellationToken).Year;
        return after.Take(baseline.Versions.Of(year), candidate.Versions.Of(year), year);
    }
}
