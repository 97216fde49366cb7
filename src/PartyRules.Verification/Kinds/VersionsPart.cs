using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>When a scheme is in force.</summary>
internal sealed class VersionsPart : Part
{
    private static readonly Question Scores = new("scheme.scores", Severity.Error);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Scores];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        var scheme = at.Versions.All[0];
        var last = at.Versions.All[^1].EffectiveTo;
        if (YearOf(at.Versions) is { } year)
            at.Prove(Scores, "$.effective", year, scheme.EffectiveFrom, last);
        else
            at.Refute(Scores, "$.effective", null, null, $"{scheme.EffectiveFrom:O}", $"{last:O}");
    }

    /// <summary>The first year that the versions can score by themselves; null where there is none.</summary>
    public static int? YearOf(SchemeVersions versions)
    {
        var from = YearOf(versions.All[0].EffectiveFrom);
        int? to = versions.All[^1].EffectiveTo is { } last ? YearOf(last) : null;
        for (var year = from; year <= from + 2 && year <= DateOnly.MaxValue.Year && !(year > to); year++)
        {
            if (versions.FirstGap(year) is null)
                return year;
        }

        return null;

        int YearOf(DateOnly day) => Period.Containing(day, PeriodKind.Year, versions.All[0].FirstMonth).Year;
    }
}
