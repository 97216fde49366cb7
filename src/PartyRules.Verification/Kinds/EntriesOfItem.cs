using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>Data sets in which entries of an item or a record stand.</summary>
internal sealed class EntriesOfItem(Verifying at)
{
    private const int MostStarts = 12;
    private readonly Making making = new(at.Scheme);

    /// <summary>Drafts without and with one entry of the item, also where an entry of the other effect makes room for it.</summary>
    public IEnumerable<(Draft Without, Draft With)> Of(Item item)
    {
        foreach (var (start, day) in StartsOf(item))
        {
            foreach (var draft in MakingRoom(item, start).Prepend(start).Take(MostStarts))
            {
                foreach (var act in making.Towards(item, day, start.Subject, 10, draft.Acts.Count + 1))
                    yield return (draft, draft.With(act));
            }
        }
    }

    /// <summary>One entry of an item, worth as much as asked.</summary>
    public Example? Shown(Item item, Points? worth = null) => ExampleOf(StartsOf(item).SelectMany(pair => making
        .Towards(item, pair.Day, pair.Start.Subject, 10, 1)
        .Where(act => worth is null || WorthBounds.Of(item.Worth, act.Value, act.Level) == worth)
        .Select(act => pair.Start.With(act))));

    /// <summary>One entry of a record.</summary>
    public Example? Shown(RecordItem record) => ExampleOf(
        at.Starts.For(at.RoundRow).Select(start => start.With(making.Of(record.Code, at.RoundRow.Start, start.Subject))));

    private Example? ExampleOf(IEnumerable<Draft> drafts) =>
        drafts.Select(at.Trials.Of).OfType<Seen>().Select(at.Trials.ExampleOf).FirstOrDefault();

    private IEnumerable<(Draft Start, DateOnly Day)> StartsOf(Item item) => at.Starts.For(at.RoundRow)
        .SelectMany(start => making.DaysOf(item, at.RoundRow).Take(1).Select(day => (start, day)))
        .Where(pair => item.AppliesTo.MayInclude(pair.start.Subject, pair.day));

    private IEnumerable<Draft> MakingRoom(Item item, Draft start) => making.ItemsFor(start.Subject, at.RoundRow)
        .Where(other => other.Component == item.Component && other.Deducts != item.Deducts)
        .SelectMany(other => making.Towards(other, at.RoundRow.Start, start.Subject, 10, 1).Take(2))
        .Select(act => start.With(act));
}
