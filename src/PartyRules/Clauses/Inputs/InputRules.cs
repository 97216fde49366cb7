using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Inputs;

[Name("points/carried-result-is-missing")]
[Description("Another result that counts towards a component, and without which it is incomplete, is not known.")]
internal sealed class CarriedResultIsMissing : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.LacksCarried(dossier));
        Then()
            .Yield(_ => new MissingComponent(dossier, component));
    }
}
