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
        return number is MinutesNumber minutes ? account.TextOf(minutes, entry) : account.TextOf((ProductNumber)number, entry);
    }

    /// <summary>A time of day, with the column in which it stands.</summary>
    public static string TextOf(this Telling account, ClockTime time, Entry entry) => time.Column is { } column
        ? account.Column(column, entry)
        : TimeOfDay.TextOf(time.Fixed);

    private static string TextOf(this Telling account, MinutesNumber minutes, Entry entry) => account.Text(
        !minutes.IsEarlier(entry) ? "number.minutes"
            : minutes.IfEarlier == IfEarlier.Zero ? "number.minutes.zero" : "number.minutes.next-day",
        minutes.Name,
        account.NumberOf(minutes.Of(entry)),
        account.TextOf(minutes.From, entry),
        account.TextOf(minutes.To, entry));

    private static string TextOf(this Telling account, ProductNumber number, Entry entry)
    {
        var product = string.Join(account.Text("number.times"), number.Product.Select(Column));
        var divided = number.DividedBy.Count == 0 ? product
            : account.Text("number.divided", product, string.Join(account.Text("number.divided-by"), number.DividedBy.Select(Column)));
        return account.Text(
            number.ZeroOf(entry) is null ? "number.made" : "number.zero", number.Name, account.NumberOf(number.Of(entry)), divided);

        string Column(string column) => column == EntryNumber.OwnValue
            ? account.Text("number.value", entry.Value)
            : account.Column(column, entry);
    }

    private static string Column(this Telling account, string column, Entry entry) => account.Text(
        "number.factor", account.Assessment.Scheme.EntryAttributes[column].Name, entry.Attributes.GetValueOrDefault(column, ""));
}
