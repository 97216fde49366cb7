using PartyRules.Diagnostics;

namespace PartyRules.Verification.Findings;

/// <summary>What was found out about one claim on a scheme.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <seealso href="docs/verification.md">All codes, what each claims, and what to do where it does not hold</seealso>
public sealed class Finding
{
    internal Finding(string code, Severity severity, Verdict verdict, SourceLocation location, LocalText message, Example? example)
    {
        Code = code;
        Severity = severity;
        Verdict = verdict;
        Location = location;
        Message = message;
        Example = example;
    }

    /// <summary>The stable code of the claim, such as <c>grade.reached</c>.</summary>
    public string Code { get; }

    /// <summary>How much harm it does where the claim does not hold.</summary>
    public Severity Severity { get; }

    /// <summary>Whether the claim holds.</summary>
    public Verdict Verdict { get; }

    /// <summary>
    /// The clause that the claim is about, as a JSON path; with file, line and column where the scheme was read from a file.
    /// </summary>
    public SourceLocation Location { get; }

    /// <summary>The claim where it holds; otherwise what is wrong and what to do, or why nothing is known; in both languages.</summary>
    public LocalText Message { get; }

    /// <summary>A data set that shows it; null where none is needed or none was found.</summary>
    public Example? Example { get; }

    /// <summary>Whether the scheme should not be published so: an error that is refuted.</summary>
    public bool IsError => Verdict == Verdict.Refuted && Severity == Severity.Error;

    /// <summary>The place, then the message in English.</summary>
    public override string ToString() => $"{Location}: {Message.In(Language.English)}";
}
