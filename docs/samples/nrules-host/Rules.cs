using NRules.Fluent.Dsl;
using PartyRules.Results;

namespace Harbour;

#region host-rules
/// <summary>A rule of the harbour's own: everybody starts with 80.</summary>
public sealed class ObservationsMakeScore : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        IGrouping<string, Observation> own = null!;
        When().Query(() => own, q => q.Match<Observation>().GroupBy(observation => observation.Worker));
        Then().Yield(_ => new SafetyScore(own.Key, 80 + own.Sum(observation => observation.Points)));
    }
}

/// <summary>Another: it reads what the rule sets yield.</summary>
public sealed class AwardsEarnVouchers : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Assessment assessment = null!;
        When().Match(() => assessment, a => a.Awards.Count > 0);
        Then().Yield(_ => new Voucher(assessment.Subject.Id, $"{assessment.Period}: {assessment.Awards[0].Name.English}"));
    }
}
#endregion
