using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Items;

[Name("points/entry-earns-credit")]
[Description("An entry earns what the item that applies to it says.")]
internal sealed class EntryEarnsCredit : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Entry entry = null!;
        Item item = null!;
        When()
            .Match(() => dossier)
            .Match(() => entry)
            .Match(() => item, i => i.Code == entry.Item, i => i.IsDirect && i.AppliesTo.Includes(dossier.Subject, entry));
        Then()
            .Yield(_ => new Credit(entry, item, dossier));
    }
}

[Name("points/entry-does-not-apply")]
[Description("An entry whose item applies only to other subjects or levels counts nothing, and a person should look at it.")]
internal sealed class EntryDoesNotApply : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Entry entry = null!;
        When()
            .Match(() => dossier)
            .Match(() => entry)
            .Not<Item>(i => i.Code == entry.Item, i => i.AppliesTo.Includes(dossier.Subject, entry))
            .Exists<Item>(i => i.Code == entry.Item);
        Then()
            .Yield(_ => LibraryFinding.ItemNotApplicable(dossier));
    }
}
