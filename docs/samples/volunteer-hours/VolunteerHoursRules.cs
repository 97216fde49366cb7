using PartyRules;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;

namespace Estate;

#region rules
/// <summary>Points for registered hours of voluntary service, for components that say <c>"rules": "volunteer-hours"</c>.</summary>
/// <param name="register">Where the hours come from.</param>
internal sealed class VolunteerHoursRules(IHoursRegister register) : ComponentRules
{
    internal static MessageCatalog Texts { get; } = new("Estate.Resources.Texts", typeof(VolunteerHoursRules).Assembly);

    /// <inheritdoc/>
    public override string Name => "volunteer-hours";

    /// <inheritdoc/>
    public override IEnumerable<Rule> Rules => [new HoursEarnPoints(), new UnregisteredIsFound()];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Dossier dossier) =>
    [
        register.HoursOf(dossier.Subject.Id, dossier.Period.Year) is { } hours ? new RegisteredHours(hours) : new Unregistered(),
        new HoursBand(10, 2),
        new HoursBand(20, 4),
        new HoursBand(40, 8),
    ];
}
#endregion

#region facts
/// <summary>The hours of the member in the year.</summary>
/// <param name="Hours">The hours.</param>
internal sealed record RegisteredHours(Points Hours) : IExplainedFact
{
    /// <inheritdoc/>
    public LocalText Explanation => VolunteerHoursRules.Texts.Format("hours", Hours);
}

/// <summary>The member is not in the register.</summary>
internal sealed record Unregistered : IExplainedFact
{
    /// <inheritdoc/>
    public LocalText Explanation => VolunteerHoursRules.Texts.Format("unregistered");
}

/// <summary>What so many hours and more earn.</summary>
/// <param name="From">The least hours, included.</param>
/// <param name="Points">The points.</param>
internal sealed record HoursBand(Points From, Points Points);
#endregion

#region hours-earn-points
/// <summary>Hours earn the points of the highest band that they reach.</summary>
[Name("volunteer-hours/hours-earn-points")]
[Description("Hours of voluntary service earn the points of the highest band that they reach.")]
internal sealed class HoursEarnPoints : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Component component = null!;
        RegisteredHours registered = null!;
        HoursBand band = null!;
        When()
            .Match(() => component, c => c.Rules == "volunteer-hours")
            .Match(() => registered)
            .Match(() => band, b => b.From <= registered.Hours)
            .Not<HoursBand>(b => b.From <= registered.Hours, b => b.From > band.From);
        Then()
            .Yield(_ => new RuleCredit(component, band.Points, VolunteerHoursRules.Texts.Format("band", band.From, band.Points)));
    }
}
#endregion

#region unregistered-is-found
/// <summary>A member who is not in the register is found.</summary>
[Name("volunteer-hours/unregistered-is-found")]
[Description("A member who is not in the register of volunteers is a finding, for a person to look at.")]
internal sealed class UnregisteredIsFound : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        When()
            .Match(() => dossier)
            .Exists<Unregistered>();
        Then()
            .Yield(_ => new Outcome(
                dossier.Subject, dossier.Period, OutcomeKind.Finding, "volunteer-hours.unregistered", VolunteerHoursRules.Texts.Format("finding"), null, null));
    }
}
#endregion
