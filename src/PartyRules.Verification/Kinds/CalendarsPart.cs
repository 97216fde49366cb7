using PartyRules.Conditions;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>The calendar of working days.</summary>
internal sealed class CalendarsPart : Part
{
    private static readonly Question IsUsed = new("calendar.used", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [IsUsed];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        if (at.Scheme.Clauses.One<WorkingCalendar>() is not null)
            at.AskWhetherUsed(IsUsed, "$.calendar", at.Scheme.Name, at.Used.AsksForWorkingDays);
    }
}
