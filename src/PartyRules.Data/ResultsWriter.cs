using CsvHelper;
using PartyRules.Clauses.Selections;
using PartyRules.Data.Writing;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data;

/// <summary>Writes assessments as <c>results.csv</c>.</summary>
/// <remarks>
/// Rows come in the order given; numbers carry no trailing zeros; lists are codes joined by <c>;</c>. UTF-8 without a byte order mark,
/// lines end with a line feed. Text that a spreadsheet would run as a formula gets a leading apostrophe. Thread-safe.
/// </remarks>
public static class ResultsWriter
{
    internal static CsvWriterOptions Format { get; } = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Writes a file whole or not at all: on failure an earlier file stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scheme">The scheme, for the columns of its components; of a year with several versions what they are together.</param>
    /// <param name="assessments">The assessments.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Scheme scheme, IEnumerable<Assessment> assessments) =>
        ResultsOutput.Write(path, scheme, assessments);

    /// <summary>Writes to a text writer.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="scheme">The scheme, for the columns of its components; of a year with several versions what they are together.</param>
    /// <param name="assessments">The assessments.</param>
    public static void Write(TextWriter writer, Scheme scheme, IEnumerable<Assessment> assessments)
    {
        using var csv = CsvWriter.Create(writer, Format, leaveOpen: true);
        WriteHeader(csv, scheme);
        foreach (var assessment in assessments)
            WriteRow(csv, scheme, assessment);
    }

    internal static void WriteHeader(CsvWriter csv, Scheme scheme)
    {
        foreach (var column in Columns(scheme))
            csv.WriteField(column);
        csv.EndRecord();
    }

    internal static IEnumerable<string> Columns(Scheme scheme) =>
        ["subject", "period", "status", "total", "grade", "rank", "awards", "recommendations", "measures", "findings", .. scheme.Components.Select(component => $"component.{component.Id}")];

    internal static void WriteRow(CsvWriter csv, Scheme scheme, Assessment assessment)
    {
        csv.WriteField(assessment.Subject.Id);
        csv.WriteField(assessment.Period);
        csv.WriteField(StatusCode(assessment.Status));
        Number(csv, assessment.Total);
        csv.WriteField(assessment.Grade?.Id ?? "");
        csv.WriteField(assessment.Rank);
        csv.WriteField(Codes(assessment.Awards));
        csv.WriteField(Codes(assessment.Recommendations));
        csv.WriteField(Codes(assessment.Measures));
        csv.WriteField(Codes(assessment.Findings));
        for (var i = 0; i < scheme.Components.Count; i++)
            Number(csv, assessment.ScoreOf(scheme.Components[i])?.Points);
        csv.EndRecord();
    }

    /// <summary>Numbers are written as such, so that a minus sign is not taken for the start of a formula.</summary>
    private static void Number(CsvWriter csv, Points? number)
    {
        if (number is not { } points)
            csv.WriteField("");
        else if (points.Millionths % 1_000_000 == 0)
            csv.WriteField(points.Millionths / 1_000_000);
        else
            csv.WriteField(points);
    }

    private static string Codes(IReadOnlyList<Outcome> outcomes) => outcomes.Count switch
    {
        0 => "",
        1 => outcomes[0].Code,
        2 => $"{outcomes[0].Code};{outcomes[1].Code}",
        _ => string.Join(';', outcomes.Select(outcome => outcome.Code)),
    };

    private static string StatusCode(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Assessed => "assessed",
        AssessmentStatus.Exempt => "exempt",
        _ => "incomplete",
    };
}
