using PartyRules.Schemes;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Proofs;

/// <summary>Which totals may give a grade.</summary>
internal static class GradeBounds
{
    /// <summary>Whether a total between two ends may give a grade, where no clause forces one.</summary>
    public static bool MayGive(this GradeScale scale, GradeBand band, Interval totals, Profile profile)
    {
        if (totals.IsEmpty)
            return false;
        if (scale.Start is not null)
            return true;
        var isHighEnough = band.From?.For(profile).Low is not { } from || totals.High is not { } high || scale.Compared(high) >= from;
        var above = band.Index == 0 ? null : scale.Bands[band.Index - 1].From?.For(profile).High;
        var isLowEnough = above is not { } bound || totals.Low is not { } low || scale.Compared(low) < bound;
        return isHighEnough && isLowEnough;
    }
}
