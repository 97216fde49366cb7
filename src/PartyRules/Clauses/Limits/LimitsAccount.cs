using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>What limits took away.</content>
internal sealed partial class Account
{
    private void WriteLimits(Component component)
    {
        foreach (var tally in facts.Of<Tally>().Where(tally => tally.Component == component && tally.IsOver).OrderBy(tally => tally.Window).ThenBy(tally => tally.Item?.Code, StringComparer.Ordinal))
            WriteLimit(tally.Item?.Name ?? component.Name, tally.Window, tally.Recorded, tally.Counted, tally.Limit, tally.Dates);
        foreach (var tally in facts.Of<ComponentTally>().Where(tally => tally.Component == component && tally.IsOver).OrderBy(tally => tally.Window))
            WriteLimit(component.Name, tally.Window, tally.Recorded, tally.Counted, tally.Limit, tally.Dates);
    }

    private void WriteLimit(LocalText of, Period window, Points recorded, Points counted, Limit limit, (DateOnly? From, DateOnly? To) dates) =>
        Line("limit", of, window, Signed(recorded), Signed(counted), Holding("holding", limit.Points, dates.From, dates.To), Cited(dates == default ? limit.Cites : limit.Cites with { From = null, To = null }));
}
