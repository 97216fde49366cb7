using PartyRules.Cases;
using PartyRules.Diagnostics;

namespace PartyRules.Verification.Coverage;

/// <summary>Something that a worked case of a scheme should show, and the cases that do.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <seealso href="docs/verification.md">All codes, and when a case shows each</seealso>
public sealed class CoverageLine
{
    internal CoverageLine(string code, SourceLocation location, LocalText message, IReadOnlyList<SchemeCase> cases) =>
        (Code, Location, Message, Cases) = (code, location, message, cases);

    /// <summary>The stable code of what is to be shown, such as <c>covered.bound</c>.</summary>
    public string Code { get; }

    /// <summary>
    /// The clause that it is about, as a JSON path; with file, line and column where the scheme was read from a file.
    /// </summary>
    public SourceLocation Location { get; }

    /// <summary>What a case should show, in both languages.</summary>
    public LocalText Message { get; }

    /// <summary>The cases that show it, in their order; empty for none.</summary>
    public IReadOnlyList<SchemeCase> Cases { get; }

    /// <summary>Whether a case shows it.</summary>
    public bool IsCovered => Cases.Count > 0;

    /// <summary>The place, then what a case should show, in English.</summary>
    public override string ToString() => $"{Location}: {Message.In(Language.English)}";
}
