using System.Globalization;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>What entries earned.</content>
internal sealed partial class Account
{
    private List<Credit> CreditsOf(Component component) =>
        [.. facts.Of<Credit>().Where(credit => credit.Item.Component == component).OrderBy(credit => credit.Entry, Entry.Chronological)];

    private void WriteCredits(List<Credit> credits)
    {
        foreach (var credit in credits)
            Line("entry", credit.Entry.Id, DateOf(credit.Entry), credit.Item.Name, Holding(Signed(credit.Points), credit.Item.AppliesTo.From, credit.Item.AppliesTo.To));
    }

    private static string DateOf(Entry entry) => entry.Date.ToString("O", CultureInfo.InvariantCulture);
}
