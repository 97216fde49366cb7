using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

[Name("points/entry-is-candidate")]
[Description("An entry whose item selects among entries, or weighs evaluators, is compared with the others first.")]
internal sealed class EntryIsCandidate : Rule
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
            .Match(() => item, i => i.Code == entry.Item, i => !i.IsDirect && i.AppliesTo.Includes(dossier.Subject, entry));
        Then()
            .Yield(_ => new Candidate(entry, item, dossier));
    }
}

[Name("points/selection-keeps-credits")]
[Description("Of entries with one reference, or in one window, only those that the selection keeps count.")]
internal sealed class SelectionKeepsCredits : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactGroup<SelectionKey, Candidate> candidates = null!;
        Credit credit = default;
        When()
            .Query(() => candidates, q => q.Match<Candidate>(c => c.Item.Selection != null).GroupBy(c => c.Key))
            .Query(() => credit, q => q.From(() => candidates).SelectMany(c => c.Key.Selection.CreditsOf(c)));
        Then()
            .Yield(_ => credit);
    }
}
