using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Lapses;

[Name("records/entry-is-stopped")]
[Description("An entry does not count once it is corrected, or while it is suspended, under the same reference.")]
internal sealed class EntryIsStopped : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Lapse clause = null!;
        Entry entry = null!;
        When()
            .Match(() => clause, c => c.By != null)
            .Match(() => entry, e => clause.Concerns(e))
            .Exists<Entry>(e => e.Reference == entry.Reference, e => e.Item == clause.By)
            .Not<Entry>(e => e.Reference == entry.Reference, e => e.Item == clause.Until);
        Then()
            .Yield(_ => new Lapsed(entry, clause.Id, clause.Cites));
    }
}

[Name("records/entry-expires")]
[Description("An entry does not count once it has expired at the end of the period.")]
internal sealed class EntryExpires : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Lapse clause = null!;
        Entry entry = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause)
            .Match(() => entry, e => clause.Concerns(e), e => clause.HasExpired(e, dossier));
        Then()
            .Yield(_ => new Lapsed(entry, clause.Id, clause.Cites));
    }
}
