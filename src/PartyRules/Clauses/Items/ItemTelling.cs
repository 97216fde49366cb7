using PartyRules.Clauses.Amounts;
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
            .. account.Facts.Of<Credit>(component, credit => credit.Item.Component)
                .OrderBy(credit => credit.Entry, Entry.Chronological),
        ];

    /// <summary>Tells what entries earned.</summary>
    public static void TellCredits(this Telling account, IEnumerable<Credit> credits)
    {
        foreach (var credit in credits)
        {
            var item = credit.Item;
            var holding = account.InCase(
                account.Holding("holding", Telling.Signed(credit.Points), item.AppliesTo.From, item.AppliesTo.To),
                item.Worth.AmountsOf(credit.Entry));
            if (item.Cites == item.Component.Cites)
                account.Line("entry", credit.Entry.Id, Telling.DateOf(credit.Entry), item.Name, holding);
            else
                account.Line(
                    "entry.cited", credit.Entry.Id, Telling.DateOf(credit.Entry), item.Name, holding, account.Cited(item.Cites));
            if (item.Worth.Number is { } number)
                account.Line("entry.number", account.TextOf(number, credit.Entry));
        }
    }
}
