namespace PartyRules.Reports;

/// <summary>What a report shows.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ReportOptions
{
    /// <summary>The language; Chinese by default.</summary>
    public Language Language { get; init; }

    /// <summary>
    /// The first day on which the notice is up, from which the objection period is counted; null leaves the dates to be filled in by hand.
    /// </summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where objections are taken: office, telephone, box; empty leaves a line to be filled in by hand.</summary>
    public string Contact { get; init; } = "";

    /// <summary>
    /// For how many subjects, the first in the order of the report, the page tells how the result came about; 500 by default, 0 or more.
    /// Assessments must carry their derivations for that; those that carry none are left out.
    /// </summary>
    public int Derivations { get; init; } = 500;

    /// <summary>
    /// The identifier of the parent to whose subjects the report keeps, such as one branch; empty for all. Ranks stay those of the whole
    /// pool.
    /// </summary>
    public string Parent { get; init; } = "";

    /// <summary>Subjects of any kind whose names the report uses, such as the branches that members belong to; empty by default.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>
    /// The files that the data was read from, each with the SHA-256 of its bytes, which the page names among the technical details; empty
    /// by default.
    /// </summary>
    public IReadOnlyList<(string Name, string Sha256)> Files { get; init; } = [];

    /// <summary>Results of earlier years by the same scheme, for the movement since; others are passed over. Empty by default.</summary>
    public IReadOnlyList<EarlierResult> Earlier { get; init; } = [];
}
