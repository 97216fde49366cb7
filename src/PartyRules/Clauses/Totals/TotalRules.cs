using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>The total is the sum of the components, for subjects who are scored and whose record is complete.</summary>
[Name("points/components-make-total")]
[Description("The total is the sum of all components, unless the subject is exempt or a required component is missing.")]
public sealed class ComponentsMakeTotal : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Dossier dossier = null!;
        Facts<ComponentScore> scores = null!;
        When()
            .Match(() => scheme)
            .Match(() => dossier)
            .Not<Exemption>()
            .Not<MissingComponent>()
            .Query(() => scores, q => q.Match<ComponentScore>().Collect());
        Then()
            .Yield(_ => new Total(dossier, scores, scheme.Total));
    }
}
