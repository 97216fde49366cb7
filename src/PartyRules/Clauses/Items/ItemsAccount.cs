using System.Globalization;
using PartyRules.Engine.Fluent;
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
        {
            var (from, to) = DatesOf(credit.Item);
            Line("entry", credit.Entry.Id, DateOf(credit.Entry), credit.Item.Name, Holding("holding", Signed(credit.Points), from, to));
        }
    }

    /// <summary>When an item applies, or where it always does, when its amount holds.</summary>
    private static (DateOnly? From, DateOnly? To) DatesOf(Item item) =>
        (item.AppliesTo.From, item.AppliesTo.To) is var dates && dates == default && item.Cites != item.Component.Cites ? (item.Cites.From, item.Cites.To) : dates;

    private static string DateOf(Entry entry) => entry.Date.ToString("O", CultureInfo.InvariantCulture);
}
