using PartyRules.Clauses.Core;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Amounts;

/// <summary>How it is told which case of an amount holds.</summary>
internal static class AmountTelling
{
    /// <summary>A number with the case for which it is so, and what that rests on; the number alone where it is the same for all.</summary>
    /// <param name="account">The account.</param>
    /// <param name="text">What is told of the number.</param>
    /// <param name="amounts">The amounts that made it.</param>
    public static string InCase(this Telling account, string text, params IEnumerable<Amount?> amounts)
    {
        if (account.Dossier is not { } dossier)
            return text;
        foreach (var row in amounts.Select(amount => amount?.CaseOf(dossier)).OfType<AmountCase>().Distinct())
        {
            var of = row.When is null ? account.Text("case.others") : account.Conditions.Of(row.When);
            text = row.Cites is null ? account.Text("case", text, of) : account.Text("case.cited", text, of, account.Cited(row.Cites));
        }

        return text;
    }
}
