using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Findings that the library itself raises, whatever the scheme.</summary>
internal static class LibraryFinding
{
    private static readonly MessageCatalog Texts = new("PartyRules.Resources.Findings", typeof(LibraryFinding).Assembly);
    private static readonly LocalText NotApplicable = Text("item.not-applicable");
    private static readonly LocalText Missing = Text("component.missing");
    private static readonly LocalText Empty = Text("component.empty");

    public static Outcome ItemNotApplicable(Dossier dossier) =>
        new(dossier.Subject, dossier.Period, OutcomeKind.Finding, "item.not-applicable", NotApplicable, null);

    public static Outcome ComponentMissing(MissingComponent missing)
    {
        var (component, text) = (missing.Component, missing.Component.AwaitsItems ? Empty : Missing);
        return new(
            missing.Dossier.Subject,
            missing.Dossier.Period,
            OutcomeKind.Finding,
            $"component.missing:{component.Id}",
            new LocalText(text.Chinese + component.Name.Chinese, text.English + component.Name.English),
            component.Cites);
    }

    private static LocalText Text(string key) => Texts.Format(key);
}
