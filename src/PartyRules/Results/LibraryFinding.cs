using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Findings that the library itself raises, whatever the scheme.</summary>
internal static class LibraryFinding
{
    private static readonly MessageCatalog Texts = new("PartyRules.Resources.Findings", typeof(LibraryFinding).Assembly);
    private static readonly LocalText NotApplicable = Text("item.not-applicable");
    private static readonly LocalText Missing = Text("component.missing");

    public static Outcome ItemNotApplicable(Dossier dossier) =>
        new(dossier.Subject, dossier.Period, OutcomeKind.Finding, "item.not-applicable", NotApplicable, null);

    public static Outcome ComponentMissing(MissingComponent missing) => new(
        missing.Dossier.Subject,
        missing.Dossier.Period,
        OutcomeKind.Finding,
        $"component.missing:{missing.Component.Id}",
        new LocalText(Missing.Chinese + missing.Component.Name.Chinese, Missing.English + missing.Component.Name.English),
        missing.Component.Cites);

    private static LocalText Text(string key) => Texts.Format(key);
}
