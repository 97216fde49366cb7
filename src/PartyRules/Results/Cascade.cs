using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>What the limits of a component and its items leave of credits where one caps what another has left, or spans rounds.</summary>
/// <remarks>
/// Points run through the limits one entry after the other, earlier rounds first, then by date: what a limit lets through is what its sum,
/// kept within it, grows by. Where windows lie within each other this is the sum of each window, capped; where one reaches over several of
/// the next, its earliest entries fill it first. Each is a fact of its own. Immutable and thread-safe.
/// </remarks>
internal sealed class Cascade
{
    private static readonly Comparer<Entry> ByDate = Comparer<Entry>.Create(Entry.Compare);

    private readonly Dictionary<LimitWindow, Step> steps = [];
    private readonly Dossier dossier;

    /// <summary>Caps credits.</summary>
    /// <param name="component">The component.</param>
    /// <param name="dossier">Whose entries they are.</param>
    /// <param name="credits">Its credits that a limit caps.</param>
    /// <param name="earlier">Those of earlier rounds that have used of a limit that spans rounds.</param>
    public Cascade(Component component, Dossier dossier, IEnumerable<Credit> credits, IEnumerable<EarlierCredit> earlier)
    {
        (Component, this.dossier) = (component, dossier);
        foreach (var use in earlier.OrderBy(use => use.Credit.Entry, ByDate))
            Pour(use.Credit, isEarlier: true);
        foreach (var credit in credits.OrderBy(credit => credit.Entry, ByDate))
            Pour(credit, isEarlier: false);
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>What each limit has capped of this round, in each of its windows.</summary>
    public IEnumerable<Tally> Tallies => steps.Where(step => step.Value.IsUsed).Select(step =>
        new Tally(dossier, step.Key, step.Value.Recorded, step.Value.Counted, step.Value.Kept));

    /// <summary>What earlier rounds have recorded in the window of a limit.</summary>
    public Points EarlierIn(LimitWindow window) => steps[window].Earlier;

    /// <summary>What counts of a window in each window of the next limit, where it reaches over several; empty otherwise.</summary>
    public IEnumerable<(Period Window, Points Counted)> PartsOf(LimitWindow window) =>
        steps[window].Parts.OrderBy(part => part.Key).Select(part => (part.Key, part.Value));

    /// <summary>The component.</summary>
    public override string ToString() => Component.Id;

    private void Pour(Credit credit, bool isEarlier)
    {
        var points = credit.Points;
        for (var scope = credit.Scope; scope is not null;)
        {
            var window = scope.Limit.WindowOf(credit.Entry);
            var next = scope.Next(window, credit.Entry.Date);
            var at = new LimitWindow(scope, window);
            if (!steps.TryGetValue(at, out var step))
                steps.Add(at, step = new Step());
            var before = step.Sum;
            step.Sum += points;
            var (limit, recorded) = (scope.In(window), points);
            points = limit.Cap(step.Sum, dossier) - limit.Cap(before, dossier);
            step.Add(recorded, points, isEarlier, next is null);
            if (!isEarlier && scope.Straddles && next is not null)
                step.AddPart(next.Limit.WindowOf(credit.Entry), points);
            scope = next;
        }
    }

    /// <summary>One limit in one window.</summary>
    private sealed class Step
    {
        /// <summary>What has been poured in: by earlier rounds and this one.</summary>
        public Points Sum { get; set; }

        /// <summary>Of it, what earlier rounds have poured in.</summary>
        public Points Earlier { get; private set; }

        /// <summary>Whether this round has poured something in.</summary>
        public bool IsUsed { get; private set; }

        public Points Recorded { get; private set; }

        public Points Counted { get; private set; }

        public Points Kept { get; private set; }

        public Dictionary<Period, Points> Parts { get; } = [];

        public void Add(Points recorded, Points counted, bool isEarlier, bool isLast)
        {
            if (isEarlier)
            {
                Earlier += recorded;
                return;
            }

            IsUsed = true;
            Recorded += recorded;
            Counted += counted;
            if (isLast)
                Kept += counted;
        }

        public void AddPart(Period window, Points counted) => Parts[window] = Parts.GetValueOrDefault(window) + counted;
    }
}
