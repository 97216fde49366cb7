using PartyRules.Conditions;

namespace PartyRules.Clauses.Core;

/// <summary>How the numbers of entries are told.</summary>
internal static class EntryNumberTelling
{
    /// <summary>What a number of an entry is, and of what it is made.</summary>
    public static string TextOf(this Telling account, EntryNumber number, Entry entry)
    {
        if (number.IsColumn)
            return account.Text("number.column", number.Name, account.NumberOf(number.Of(entry)));
        var product = string.Join(account.Text("number.times"), number.Product.Select(Column));
        var divided = number.DividedBy.Count == 0 ? product
            : account.Text("number.divided", product, string.Join(account.Text("number.divided-by"), number.DividedBy.Select(Column)));
        return account.Text(
            number.ZeroOf(entry) is null ? "number.made" : "number.zero", number.Name, account.NumberOf(number.Of(entry)), divided);

        string Column(string column) => column == EntryNumber.OwnValue
            ? account.Text("number.value", entry.Value)
            : account.Text(
                "number.factor", account.Assessment.Scheme.EntryAttributes[column], entry.Attributes.GetValueOrDefault(column, ""));
    }
}
