namespace PartyRules.Reports.Model;

/// <summary>What a report was asked to show.</summary>
/// <param name="Language">The language.</param>
/// <param name="Date">The first day on which the notice is up; null leaves the dates to be filled in by hand.</param>
/// <param name="Contact">Where objections are taken; empty leaves a line to be filled in by hand.</param>
/// <param name="Derivations">For how many subjects the page tells how the result came about, 0 or more.</param>
/// <param name="Parent">The parent to whose subjects the report keeps; empty for all.</param>
/// <param name="Subjects">Subjects of any kind whose names the report uses.</param>
/// <param name="Files">The files that the data was read from, with the SHA-256 of each.</param>
/// <param name="Earlier">Results of earlier years.</param>
internal sealed record ReportTerms(
    Language Language,
    DateOnly? Date,
    string Contact,
    int Derivations,
    string Parent,
    IReadOnlyList<Subject> Subjects,
    IReadOnlyList<(string Name, string Sha256)> Files,
    IReadOnlyList<EarlierResult> Earlier);
