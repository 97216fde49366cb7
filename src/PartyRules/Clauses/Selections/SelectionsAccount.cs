using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>Which entries did not count beside others.</content>
internal sealed partial class Account
{
    private void WriteNotSelected(Component component, List<Credit> credits)
    {
        var passedOver = facts.Of<Candidate>()
            .Where(candidate => candidate.Item.Component == component && candidate.Item.Selection is not null && !credits.Exists(credit => credit.Entry == candidate.Entry))
            .OrderBy(candidate => candidate.Entry, Entry.Chronological);
        foreach (var candidate in passedOver)
            Line("not-selected", candidate.Entry.Id, DateOf(candidate.Entry), candidate.Item.Name, candidate.Points, Cited(candidate.Item.Selection!.Cites));
    }
}
