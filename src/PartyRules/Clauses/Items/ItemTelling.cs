using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Items;

/// <summary>How what entries earned is told.</summary>
internal static class ItemTelling
{
    /// <summary>What entries earned in a component, by date.</summary>
    public static IReadOnlyList<Credit> CreditsOf(this Telling account, Component component) =>
        [
            .. account.Facts.Of<Credit>()
                .Where(credit => credit.Item.Component == component)
                .OrderBy(credit => credit.Entry, Entry.Chronological),
        ];

    /// <summary>Tells what entries earned.</summary>
    public static void TellCredits(this Telling account, IEnumerable<Credit> credits)
    {
        foreach (var credit in credits)
        {
            var (from, to) = DatesOf(credit.Item);
            var holding = account.Holding("holding", Telling.Signed(credit.Points), from, to);
            account.Line("entry", credit.Entry.Id, Telling.DateOf(credit.Entry), credit.Item.Name, holding);
        }
    }

    /// <summary>When an item applies, or where it always does, when its amount holds.</summary>
    private static (DateOnly? From, DateOnly? To) DatesOf(Item item)
    {
        var dates = (item.AppliesTo.From, item.AppliesTo.To);
        return dates == default && item.Cites != item.Component.Cites ? (item.Cites.From, item.Cites.To) : dates;
    }
}
